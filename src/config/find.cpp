// SPDX-License-Identifier: Apache-2.0
#include "config/find.h"

#include <cstdlib>
#include <fstream>
#include <system_error>

#ifndef _WIN32
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace tmsweep::config {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// A file that a stranger may have put in a folder where everyone may write: /tmp.
bool is_planted(const fs::path& file) {
#ifdef _WIN32
  static_cast<void>(file);
  return false;
#else
  struct stat folder {};
  struct stat own {};
  const fs::path parent = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (::stat(parent.c_str(), &folder) != 0 || ::stat(file.c_str(), &own) != 0) return true;
  return (folder.st_mode & S_IWOTH) != 0 && own.st_uid != ::geteuid() && own.st_uid != 0;
#endif
}

}  // namespace

std::optional<fs::path> user_file() {
  if (const std::string xdg = environment("XDG_CONFIG_HOME"); !xdg.empty() && fs::path(xdg).is_absolute())
    return fs::path(xdg) / "tmsweep" / "config.toml";
  if (const std::string home = environment("HOME"); !home.empty())
    return fs::path(home) / ".config" / "tmsweep" / "config.toml";
  return {};
}

Found project_file() {
  std::error_code error;
  fs::path folder = fs::current_path(error);
  if (error) return {};
  const fs::path home(environment("HOME"));
  for (fs::path way;; way /= "..") {
    const fs::file_status status = fs::status(folder / k_project_file, error);
    if (status.type() == fs::file_type::none) return {};  // the folder cannot be looked into
    if (status.type() != fs::file_type::not_found) {
      const fs::path file = way / k_project_file;
      if (!is_planted(file)) return {.file = file, .warning = {}};
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
