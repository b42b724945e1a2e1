// SPDX-License-Identifier: Apache-2.0
#include "config/find.h"

#include <fstream>
#include <system_error>

#include "platform/environment.h"
#include "platform/files.h"

namespace tmsweep::config {

namespace fs = std::filesystem;

std::optional<fs::path> user_file() {
  if (const fs::path home = platform::config_home(); !home.empty()) return home / "tmsweep" / "config.toml";
  return {};
}

Found project_file() {
  std::error_code error;
  fs::path folder = fs::current_path(error);
  if (error) return {};
  const fs::path home = platform::home();
  for (fs::path way;; way /= "..") {
    const fs::file_status status = fs::status(folder / k_project_file, error);
    if (status.type() == fs::file_type::none) return {};  // the folder cannot be looked into
    if (status.type() != fs::file_type::not_found) {
      const fs::path file = way / k_project_file;
      if (!platform::may_be_planted(file)) return {.file = file, .warning = {}};
      return {.file = {},
              .warning = file.string() +
                         " is not read: it belongs to someone else and lies in a folder where everyone may "
                         "write; to use it, name it with --config"};
    }
    if (folder == home || folder == folder.root_path()) return {};
    folder = folder.parent_path();
  }
}

bool is_there(const fs::path& file) {
  std::error_code error;
  return fs::exists(fs::status(file, error));
}

Result<std::string> read_file(const fs::path& file) {
  const auto refuse = [&](const char* what, const char* hint) {
    return Error{file.string() + ": " + what, hint, {}};
  };
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status)) return refuse("no such configuration file", "check the path");
  if (!fs::is_regular_file(status))
    return refuse("is no regular file", "a configuration is a text file in TOML");
  std::ifstream in(file, std::ios::binary);
  if (!in) return refuse("cannot be read", "check who may read it, or use --no-config");
  std::string text(k_largest_file + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return refuse("cannot be read", "check the disk, or use --no-config");
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > k_largest_file)
    return refuse("is larger than 4 MiB", "long lists of names belong into a file of marks");
  return text;
}

Result<fs::path> inside(const fs::path& folder, const std::string& name) {
  const fs::path path(name);
  const auto refuse = [&] {
    return Error{"'" + name + "' leaves the folder of the project's configuration",
                 "a project may name only files below its own folder; give others with an option",
                 {}};
  };
  if (path.is_absolute() || path.has_root_path()) return refuse();
  for (const fs::path& part : path) {
    if (part == "..") return refuse();
  }
  std::error_code error;
  const fs::path home = fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, error);
  if (error) return refuse();
  const fs::path real = fs::weakly_canonical(home / path, error);
  if (error) return refuse();
  const fs::path way = real.lexically_relative(home);
  if (way.empty() || *way.begin() == "..") return refuse();
  return (folder / path).lexically_normal();
}

}  // namespace tmsweep::config
