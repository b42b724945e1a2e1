// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/completions.h"

namespace tmsweep::app {

namespace {

/// For the inside of single quotes, where a colon or a bracket would end what it describes.
std::string escaped(const std::string& text, std::string_view ends) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '\\' || ends.find(c) != std::string_view::npos) {
      out += fmt::format("\\{}", c);
    } else {
      out += c;
    }
  }
  return out;
}

std::string word_list(const std::vector<std::pair<std::string, std::string>>& words,
                      std::string_view indent) {
  std::string out = fmt::format("{}words_known=(\n", indent);
  for (const auto& [word, about] : words)
    out += fmt::format("{}  '{}:{}'\n", indent, escaped(word, ":"), escaped(about, ":"));
  return out + fmt::format("{})\n", indent);
}

/// The action of _arguments for what `o` takes.
std::string action(const ShellModel& model, const Option& o) {
  if (o.takes == Takes::file) return "_files";
  if (o.takes == Takes::folder) return "_files -/";
  if (o.takes == Takes::rule) return "_tmsweep_rules";
  const std::vector<std::string> values = values_of(model, o);
  return values.empty() ? std::string(" ") : fmt::format("({})", fmt::join(values, " "));
}

std::string argument(const ShellModel& model, const Option& o, int& position) {
  const std::string place = o.repeat == Repeat::no ? std::to_string(++position) : "*";
  return fmt::format("'{}:{}:{}'", place, escaped(std::string(o.names), ":"), action(model, o));
}

std::string option(const ShellModel& model, const Option& o) {
  const std::string about = escaped(described(model, o), "[]:");
  if (o.is_flag() && !o.short_name().empty())
    return fmt::format("'({0} {1})'{{{0},{1}}}'[{2}]'", o.short_name(), o.long_name(), about);
  if (o.is_flag()) return fmt::format("'{}[{}]'", o.long_name(), about);
  return fmt::format("'{}{}=[{}]:{}:{}'", o.repeat == Repeat::no ? "" : "*", o.long_name(), about,
                     escaped(std::string(o.value), ":"), action(model, o));
}

std::string cases(const ShellModel& model) {
  std::string out;
  for (const auto& c : model.commands) {
    out += fmt::format("    ('{}')\n      _arguments -s -S", c->spec.name);
    int position = 0;
    for (const Option& o : c->command.options()) {
      out +=
          fmt::format(" \\\n        {}", o.is_argument() ? argument(model, o, position) : option(model, o));
    }
    out +=
        fmt::format(" \\\n        '(- *)'{{-h,--help}}'[{}]' ;;\n", model.lang == Lang::zh ? "说明" : "help");
  }
  return out;
}

std::string families(const ShellModel& model) {
  std::string out;
  for (const std::string& family : model.families) {
    out += fmt::format(
        "    ({0})\n      if (( CURRENT == 3 )); then\n{1}        _describe -t commands '{0}' words_known\n"
        "        return\n      fi\n      command=\"{0} $words[3]\"\n      shift 2 words\n"
        "      (( CURRENT -= 2 )) ;;\n",
        family, word_list(second_words(model, family), "        "));
  }
  return out;
}

}  // namespace

std::string zsh_completions(const ShellModel& model) {
  return fmt::format(
      "#compdef tmsweep\n# Made by 'tmsweep completions zsh'.\n\n"
      "_tmsweep_rules() {{\n  local -a rules\n  rules=({0})\n  _describe -t rules rule rules\n}}\n\n"
      "_tmsweep() {{\n  local -a words_known\n  if (( CURRENT == 2 )); then\n{1}"
      "    _describe -t commands command words_known\n    return\n  fi\n"
      "  local command=$words[2]\n  case $command in\n{2}    (*)\n      shift words\n      (( CURRENT-- )) "
      ";;\n  esac\n"
      "  case $command in\n{3}  esac\n}}\n\n"
      "if [[ $funcstack[1] == _tmsweep ]]; then\n  _tmsweep \"$@\"\nelse\n  compdef _tmsweep tmsweep\nfi\n",
      fmt::join(model.rules, " "), word_list(first_words(model), "    "), families(model), cases(model));
}

}  // namespace tmsweep::app
