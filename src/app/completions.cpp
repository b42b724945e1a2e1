// SPDX-License-Identifier: Apache-2.0
#include "app/completions.h"

#include <algorithm>

#include "app/topic.h"

namespace tmsweep::app {

ShellModel shell_model(Lang lang, std::vector<std::string> rules) {
  ShellModel model{
      .lang = lang, .commands = {}, .families = {}, .rules = std::move(rules), .help_topics = {}};
  for (const CommandSpec* spec : commands::all()) {
    if (spec->declare == nullptr) model.families.emplace_back(spec->name);
  }
  for (const CommandSpec* spec : commands_in_order())
    model.commands.push_back(std::make_unique<Declared>(*spec));
  for (const auto& [word, about] : first_words(model)) model.help_topics.push_back(word);
  for (const Topic* topic : topics_in_order()) model.help_topics.emplace_back(topic->name);
  return model;
}

std::vector<std::pair<std::string, std::string>> first_words(const ShellModel& model) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& c : model.commands) {
    const std::string word(c->spec.name.substr(0, c->spec.name.find(' ')));
    if (std::ranges::find(out, word, &std::pair<std::string, std::string>::first) != out.end()) continue;
    out.emplace_back(word, command_named(word)->summary.in(model.lang));
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> second_words(const ShellModel& model,
                                                              const std::string& family) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& c : model.commands) {
    if (c->spec.name.starts_with(family + " "))
      out.emplace_back(c->spec.name.substr(family.size() + 1), c->spec.summary.in(model.lang));
  }
  return out;
}

std::vector<std::string> values_of(const ShellModel& model, const Option& option) {
  if (option.takes == Takes::rule) return model.rules;
  if (option.takes == Takes::topic) return model.help_topics;
  return {option.choices.begin(), option.choices.end()};
}

std::string described(const ShellModel& model, const Option& option) {
  std::string out(option.about.in(model.lang));
  std::erase(out, '`');
  return out;
}

}  // namespace tmsweep::app
