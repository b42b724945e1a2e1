// SPDX-License-Identifier: Apache-2.0
#include "platform/environment.h"

#include <cstdlib>

namespace tmsweep::platform {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string system_language() {
  return {};
}

std::filesystem::path data_home() {
  // The specification lets a relative path count for nothing.
  if (std::filesystem::path data = environment("XDG_DATA_HOME"); data.is_absolute()) return data;
  if (const std::filesystem::path home = environment("HOME"); home.is_absolute())
    return home / ".local/share";
  return {};
}

std::string_view home_variable() {
  return "HOME";
}

std::optional<std::tm> local_time(std::time_t moment) {
  std::tm out{};
  if (::localtime_r(&moment, &out) == nullptr) return {};
  return out;
}

std::optional<std::tm> utc_time(std::time_t moment) {
  std::tm out{};
  if (::gmtime_r(&moment, &out) == nullptr) return {};
  return out;
}

}  // namespace tmsweep::platform
