// SPDX-License-Identifier: Apache-2.0
#include "platform/machine.h"

#include <windows.h>
// After windows.h, which it needs.
#include <io.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "platform/environment.h"
#include "platform/process.h"

namespace tmsweep::platform {

namespace fs = std::filesystem;

Terminal terminal() {
  Terminal out;
  out.is_terminal = is_terminal(Stream::out);
  CONSOLE_SCREEN_BUFFER_INFO about{};
  if (::GetConsoleScreenBufferInfo(::GetStdHandle(STD_OUTPUT_HANDLE), &about) != 0)
    out.columns = about.srWindow.Right - about.srWindow.Left + 1;
  return out;
}

fs::path program_file() {
  constexpr std::size_t k_longest_path = 32768;
  std::wstring name(k_longest_path, L'\0');
  name.resize(::GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size())));
  return fs::path(name);
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
    fs::path real = fs::canonical(file, error);
    if (!error && std::ranges::find(out, real) == out.end()) out.push_back(std::move(real));
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
