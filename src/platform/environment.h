// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tmsweep::platform {

/// Value of an environment variable as UTF-8; empty when it is not set.
std::string environment(const char* name);

/// What the system itself is set to speak, as in "zh-CN"; empty where only the environment tells it.
std::string system_language();

/// Folder for the data of programs: $XDG_DATA_HOME, or ~/.local/share; on Windows %LOCALAPPDATA%. Empty when
/// it is not known; `home_variable` names what should be set then.
std::filesystem::path data_home();
std::string_view home_variable();
/// Folder for the configuration of programs: $XDG_CONFIG_HOME, or ~/.config; on Windows %APPDATA%. Empty when
/// it is not known.
std::filesystem::path config_home();
/// The user's own folder; empty when it is not known.
std::filesystem::path home();

/// Variables of the environment whose names begin so, as "NAME=value".
std::vector<std::string> variables(std::string_view prefix);

/// nullopt: the moment is too far away.
std::optional<std::tm> local_time(std::time_t moment);
std::optional<std::tm> utc_time(std::time_t moment);

}  // namespace tmsweep::platform
