// SPDX-License-Identifier: Apache-2.0
#include "config/environment.h"

#include <algorithm>
#include <string_view>

#include "model/worded.h"
#include "platform/environment.h"
#include "text/distance.h"

namespace tmsweep::config {

namespace {

constexpr std::string_view k_prefix = "TMSWEEP_";
constexpr std::string_view k_config = "TMSWEEP_CONFIG";

/// The variable of a key that `name` was probably meant for: one slip away, so that the variables of other
/// programs are not spoken of.
std::string_view meant(std::string_view name) {
  constexpr std::size_t k_longest_variable = 40;
  if (name.size() > k_longest_variable) return {};
  const auto near = [&](std::string_view known) {
    std::string plain(name);
    std::ranges::replace(plain, '-', '_');
    const std::size_t most = known.size() > k_prefix.size() + 4 ? 2 : 1;
    return text::distance<char>(plain, known) <= most;
  };
  for (const Key& key : keys()) {
    if (near(key.variable)) return key.variable;
  }
  return near(k_config) ? k_config : std::string_view{};
}

std::vector<std::string> values_of(const Key& key, std::string_view value) {
  switch (key.kind) {
    case Kind::classes: {
      std::string list(value);
      std::ranges::replace(list, ',', ';');
      return parted(list);
    }
    case Kind::text_list:
    case Kind::file_list:
      return parted(value);
    default:
      return {std::string(value)};
  }
}

}  // namespace

std::string config_variable() {
  return platform::environment(k_config.data());
}

std::optional<Error> read_environment(const Vocabulary& vocabulary, Config& config) {
  for (const std::string& entry : platform::variables(k_prefix)) {
    const std::string_view text(entry);
    const std::size_t equals = std::min(text.find('='), text.size());
    const std::string_view name = text.substr(0, equals);
    const std::string_view value = text.substr(std::min(equals + 1, text.size()));
    if (value.empty() || name == k_config) continue;
    const Key* key = key_of_variable(name);
    if (key == nullptr) {
      if (const std::string_view near = meant(name); !near.empty()) {
        config.warnings.push_back(worded({"本程序没有环境变量 {}；您是不是要写 {}？",
                                          "{} is no variable of this program; did you mean {}?"},
                                         name, near));
      }
      continue;
    }
    Setting setting{key, values_of(*key, value), {Level::environment, std::string(name)}};
    for (const std::string& v : setting.values) {
      if (const auto fault = fault_of(*key, v, vocabulary)) return Error{located(name, *fault), {}, {}};
    }
    config.set(std::move(setting));
  }
  return {};
}

}  // namespace tmsweep::config
