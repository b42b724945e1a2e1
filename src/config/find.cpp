// SPDX-License-Identifier: Apache-2.0
#include "config/find.h"

#include <fstream>
#include <system_error>

#include "model/worded.h"
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
              .warning = worded(
                  {"没有读 {}：它属于别人，又在人人可写的目录里；要使用它，请用 --config 指定",
                   "{} is not read: it belongs to someone else and lies in a folder where everyone may "
                   "write; to use it, name it with --config"},
                  file.string())};
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
  const auto refuse = [&](const Text& what, const Text& hint) {
    return Error{located(file.string(), what), worded({"{}", "{}"}, hint), {}};
  };
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status))
    return refuse({"没有这个配置文件", "no such configuration file"}, {"检查路径", "check the path"});
  if (!fs::is_regular_file(status)) {
    return refuse({"不是普通文件", "is no regular file"},
                  {"配置是 TOML 格式的文本文件", "a configuration is a text file in TOML"});
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return refuse({"读不了", "cannot be read"},
                  {"检查读取权限，或者用 --no-config", "check who may read it, or use --no-config"});
  }
  std::string text(k_largest_file + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) {
    return refuse({"读不了", "cannot be read"},
                  {"检查磁盘，或者用 --no-config", "check the disk, or use --no-config"});
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > k_largest_file) {
    return refuse({"超过 4 MiB", "is larger than 4 MiB"},
                  {"很长的名单请放进商标清单文件", "long lists of names belong into a file of marks"});
  }
  return text;
}

Result<fs::path> inside(const fs::path& folder, const std::string& name) {
  const fs::path path(name);
  const auto refuse = [&] {
    return Error{
        worded({"“{}”不在项目配置所在的目录里", "'{}' leaves the folder of the project's configuration"},
               name),
        worded({"项目配置只能指定自己目录以下的文件；其他文件请用选项给出",
                "a project may name only files below its own folder; give others with an option"}),
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
