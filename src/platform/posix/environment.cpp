// SPDX-License-Identifier: Apache-2.0
#include "platform/environment.h"

#include <cstdlib>

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX declares it nowhere

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

std::filesystem::path config_home() {
  if (std::filesystem::path config = environment("XDG_CONFIG_HOME"); config.is_absolute()) return config;
  if (const std::filesystem::path folder = home(); folder.is_absolute()) return folder / ".config";
  return {};
}

std::filesystem::path home() {
  return environment("HOME");
}

std::vector<std::string> variables(std::string_view prefix) {
  std::vector<std::string> out;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    if (std::string_view(*entry).starts_with(prefix)) out.emplace_back(*entry);
  }
  return out;
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
