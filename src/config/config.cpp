// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

#include <algorithm>
#include <array>

#include "config/environment.h"
#include "config/find.h"

namespace tmsweep::config {

namespace {

std::optional<Error> read(const Source& source, const Vocabulary& vocabulary, Config& config) {
  const Result<std::string> text = read_file(source.file);
  if (!text) return text.error();
  config.files.push_back({source.level, source.file.string()});
  return read_toml(text.value(), source, vocabulary, config);
}

std::optional<Error> read_usual_places(const Vocabulary& vocabulary, Config& config) {
  if (const auto user = user_file(); user && is_there(*user)) {
    if (auto fault = read({Level::user, *user}, vocabulary, config)) return fault;
  }
  Found project = project_file();
  if (!project.warning.empty()) config.warnings.push_back(std::move(project.warning));
  if (!project.file) return {};
  return read({Level::project, *project.file}, vocabulary, config);
}

}  // namespace

std::string_view id_of(Level level) {
  constexpr std::array<std::string_view, 6> ids{"default", "user",        "project",
                                                "config",  "environment", "flag"};
  return ids[static_cast<std::size_t>(level)];
}

const Setting* Config::setting(std::string_view key) const {
  const auto found = std::ranges::find_if(settings, [&](const Setting& s) { return s.key->name == key; });
  return found == settings.end() ? nullptr : &*found;
}

void Config::set(Setting setting) {
  const auto known = std::ranges::find(settings, setting.key, &Setting::key);
  if (known == settings.end()) {
    settings.push_back(std::move(setting));
  } else {
    *known = std::move(setting);
  }
}

void Config::set(const RuleGrade& grade, const Origin& origin) {
  const auto known = std::ranges::find(policy.rules, grade.rule, &RuleGrade::rule);
  if (known == policy.rules.end()) {
    policy.rules.push_back(grade);
    rule_origins.push_back(origin);
    return;
  }
  *known = grade;
  rule_origins[static_cast<std::size_t>(known - policy.rules.begin())] = origin;
}

Result<Config> load(const Wanted& wanted, const Vocabulary& vocabulary) {
  Config config;
  if (!wanted.none) {
    const std::string file = wanted.file.empty() ? config_variable() : wanted.file;
    const auto fault =
        file.empty() ? read_usual_places(vocabulary, config) : read({Level::given, file}, vocabulary, config);
    if (fault) return *fault;
  }
  if (const auto fault = read_environment(vocabulary, config)) return *fault;
  return config;
}

}  // namespace tmsweep::config
