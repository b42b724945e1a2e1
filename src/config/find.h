// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/result.h"

namespace tmsweep::config {

inline constexpr const char* k_project_file = ".tmsweep.toml";
inline constexpr std::size_t k_largest_file = std::size_t{4} << 20U;  ///< bytes

/// $XDG_CONFIG_HOME/tmsweep/config.toml, or ~/.config/tmsweep/config.toml; nothing when neither is known.
std::optional<std::filesystem::path> user_file();

struct Found {
  std::optional<std::filesystem::path> file;  ///< relative to the working directory
  Message warning;  ///< why a file that lies there is not read; empty: there is none
};

/// The nearest .tmsweep.toml, from the working directory upwards; not above the home directory, and not
/// beyond a folder that cannot be looked into.
Found project_file();

/// Whether something lies at `file`.
bool is_there(const std::filesystem::path& file);

/// The bytes of a regular file of at most k_largest_file.
Result<std::string> read_file(const std::filesystem::path& file);

/// The path of `name` beside the configuration file of a project. Refuses whatever leaves its folder, also by
/// symbolic links.
Result<std::filesystem::path> inside(const std::filesystem::path& folder, const std::string& name);

}  // namespace tmsweep::config
