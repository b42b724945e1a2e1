// SPDX-License-Identifier: Apache-2.0
#include "platform/machine.h"

#include <windows.h>
// After windows.h, which it needs.
#include <io.h>

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "platform/environment.h"
#include "platform/process.h"

namespace tmsweep::platform {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_longest_path = 32768;

/// The path as the file system spells it, through links: what was typed may differ in case. Empty when there
/// is no such file.
fs::path real_path(const fs::path& file) {
  constexpr DWORD k_share_all = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  const HANDLE handle =
      ::CreateFileW(file.c_str(), 0, k_share_all, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (handle == INVALID_HANDLE_VALUE) return {};
  std::wstring out(k_longest_path, L'\0');
  out.resize(::GetFinalPathNameByHandleW(handle, out.data(), static_cast<DWORD>(out.size()), 0));
  ::CloseHandle(handle);
  constexpr std::wstring_view k_server = LR"(\\?\UNC\)";
  constexpr std::wstring_view k_plain = LR"(\\?\)";
  if (out.starts_with(k_server)) return LR"(\\)" + out.substr(k_server.size());
  return out.starts_with(k_plain) ? out.substr(k_plain.size()) : out;
}

}  // namespace

Terminal terminal() {
  Terminal out;
  out.is_terminal = is_terminal(Stream::out);
  CONSOLE_SCREEN_BUFFER_INFO about{};
  if (::GetConsoleScreenBufferInfo(::GetStdHandle(STD_OUTPUT_HANDLE), &about) != 0)
    out.columns = about.srWindow.Right - about.srWindow.Left + 1;
  return out;
}

fs::path program_file() {
  std::wstring name(k_longest_path, L'\0');
  name.resize(::GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size())));
  return real_path(name);
}

std::vector<fs::path> programs_named(const std::string& name) {
  std::vector<fs::path> out;
  std::string path = environment("PATH");
  while (!path.empty()) {
    const std::string folder = path.substr(0, path.find(';'));
    path.erase(0, folder.size() + 1);
    const fs::path file = fs::path(folder.empty() ? "." : folder) / (name + ".exe");
    std::error_code error;
    if (!fs::is_regular_file(file, error)) continue;
    fs::path real = real_path(file);
    if (!real.empty() && std::ranges::find(out, real) == out.end()) out.push_back(std::move(real));
  }
  return out;
}

bool may_write_into(const fs::path& folder) {
  std::error_code error;
  fs::path at = folder;
  while (!fs::exists(at, error) && at.has_parent_path() && at != at.parent_path()) at = at.parent_path();
  constexpr int k_may_write = 2;
  return fs::is_directory(at, error) && ::_waccess(at.c_str(), k_may_write) == 0;
}

}  // namespace tmsweep::platform
