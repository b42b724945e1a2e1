// SPDX-License-Identifier: Apache-2.0
#include "platform/environment.h"

#include <windows.h>

#include <array>
#include <cstdlib>
#include <cwchar>
#include <utility>

#include "platform/windows/wide.h"

namespace tmsweep::platform {

std::string environment(const char* name) {
  const wchar_t* value = ::_wgetenv(widen(name).c_str());
  return value == nullptr ? std::string() : narrow(value);
}

std::string system_language() {
  std::array<wchar_t, LOCALE_NAME_MAX_LENGTH> name{};
  const LCID language = MAKELCID(::GetUserDefaultUILanguage(), SORT_DEFAULT);
  if (::LCIDToLocaleName(language, name.data(), static_cast<int>(name.size()), 0) == 0) return {};
  return narrow(name.data());
}

std::filesystem::path data_home() {
  for (const char* variable : {"XDG_DATA_HOME", "LOCALAPPDATA"}) {
    if (std::filesystem::path folder = environment(variable); folder.is_absolute()) return folder;
  }
  return {};
}

std::string_view home_variable() {
  return "LOCALAPPDATA";
}

std::filesystem::path config_home() {
  for (const char* variable : {"XDG_CONFIG_HOME", "APPDATA"}) {
    if (std::filesystem::path folder = environment(variable); folder.is_absolute()) return folder;
  }
  return {};
}

std::filesystem::path home() {
  return environment("USERPROFILE");
}

std::vector<std::string> variables(std::string_view prefix) {
  std::vector<std::string> out;
  wchar_t* const block = ::GetEnvironmentStringsW();
  for (const wchar_t* at = block; at != nullptr && *at != L'\0'; at += std::wcslen(at) + 1) {
    if (std::string entry = narrow(at); entry.starts_with(prefix)) out.push_back(std::move(entry));
  }
  if (block != nullptr) ::FreeEnvironmentStringsW(block);
  return out;
}

std::optional<std::tm> local_time(std::time_t moment) {
  std::tm out{};
  if (::localtime_s(&out, &moment) != 0) return {};
  return out;
}

std::optional<std::tm> utc_time(std::time_t moment) {
  std::tm out{};
  if (::gmtime_s(&out, &moment) != 0) return {};
  return out;
}

}  // namespace tmsweep::platform
