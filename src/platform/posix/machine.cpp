// SPDX-License-Identifier: Apache-2.0
#include "platform/machine.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <system_error>

#include "platform/environment.h"

namespace tmsweep::platform {

namespace fs = std::filesystem;

Terminal terminal() {
  Terminal out;
  out.is_terminal = ::isatty(STDOUT_FILENO) == 1;
  winsize size{};
  if (out.is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) out.columns = size.ws_col;
  return out;
}

fs::path program_file() {
  std::error_code error;
  fs::path out = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : out;
}

std::vector<fs::path> programs_named(const std::string& name) {
  std::vector<fs::path> out;
  std::string path = environment("PATH");
  while (!path.empty()) {
    const std::string folder = path.substr(0, path.find(':'));
    path.erase(0, folder.size() + 1);
    const fs::path file = fs::path(folder.empty() ? "." : folder) / name;
    std::error_code error;
    if (!fs::is_regular_file(file, error) || ::access(file.c_str(), X_OK) != 0) continue;
    fs::path real = fs::canonical(file, error);
    if (!error && std::ranges::find(out, real) == out.end()) out.push_back(std::move(real));
  }
  return out;
}

bool may_write_into(const fs::path& folder) {
  std::error_code error;
  fs::path at = folder;
  while (!fs::exists(at, error) && at.has_parent_path() && at != at.parent_path()) at = at.parent_path();
  return fs::is_directory(at, error) && ::access(at.c_str(), W_OK | X_OK) == 0;
}

}  // namespace tmsweep::platform
