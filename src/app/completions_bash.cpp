// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "app/completions.h"

namespace tmsweep::app {

namespace {

constexpr std::string_view k_begin =
    R"(# bash completion for tmsweep                                -*- shell-script -*-
# Made by 'tmsweep completions bash'.

_tmsweep_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }

_tmsweep_paths() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
}

_tmsweep() {
  local cur prev command='' i
  local -a words=()
  COMPREPLY=()
  cur=${COMP_WORDS[COMP_CWORD]}
  prev=${COMP_WORDS[COMP_CWORD-1]}
  # Bash parts '--option=value' at the sign.
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ $prev == '=' ]]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD && i < 3; i++)); do
    [[ ${COMP_WORDS[i]} == -* ]] && break
    words+=("${COMP_WORDS[i]}")
  done
  command=${words[0]-}
)";

std::string listed(const std::vector<std::pair<std::string, std::string>>& words) {
  std::string out;
  for (const auto& [word, about] : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// The statement that completes what `o` takes; nothing when it may be anything.
std::string statement(const ShellModel& model, const Option& o) {
  if (o.takes == Takes::file) return "_tmsweep_paths -f";
  if (o.takes == Takes::folder) return "_tmsweep_paths -d";
  const std::vector<std::string> values = values_of(model, o);
  return values.empty() ? std::string() : fmt::format("_tmsweep_words '{}'", fmt::join(values, " "));
}

std::string families(const ShellModel& model) {
  std::string out = fmt::format(
      "  if [[ -z $command ]]; then\n    _tmsweep_words '{} --help --version'\n    return\n  fi\n  case "
      "$command in\n",
      listed(first_words(model)));
  for (const std::string& family : model.families) {
    out += fmt::format(
        "    {0})\n      if ((${{#words[@]}} < 2)); then\n        _tmsweep_words '{1} --help'\n        "
        "return\n"
        "      fi\n      command=\"{0} ${{words[1]}}\"\n      ;;\n",
        family, listed(second_words(model, family)));
  }
  return out + "  esac\n";
}

/// After an option that takes a value.
std::string option_values(const ShellModel& model) {
  std::string out = "  case \"$command $prev\" in\n";
  for (const auto& c : model.commands) {
    for (const Option& o : c->command.options()) {
      if (o.is_argument() || o.is_flag()) continue;
      const std::string what = statement(model, o);
      out += fmt::format("    '{} {}') {}return ;;\n", c->spec.name, o.long_name(),
                         what.empty() ? "" : what + "; ");
    }
  }
  return out + "  esac\n";
}

std::string option_names(const ShellModel& model) {
  std::string out = "  if [[ $cur == -* ]]; then\n    case $command in\n";
  for (const auto& c : model.commands) {
    std::string names;
    for (const Option& o : c->command.options()) {
      if (!o.is_argument()) names += fmt::format("{} ", o.long_name());
    }
    out += fmt::format("      '{}') _tmsweep_words '{}--help' ;;\n", c->spec.name, names);
  }
  return out + "    esac\n    return\n  fi\n";
}

std::string arguments(const ShellModel& model) {
  std::string out = "  case $command in\n";
  for (const auto& c : model.commands) {
    for (const Option& o : c->command.options()) {
      if (!o.is_argument()) continue;
      const std::string what = statement(model, o);
      if (what.empty()) continue;
      out += fmt::format("    '{}') {} ;;\n", c->spec.name, what);
      break;
    }
  }
  return out + "  esac\n";
}

}  // namespace

std::string bash_completions(const ShellModel& model) {
  return std::string(k_begin) + families(model) + option_values(model) + option_names(model) +
         arguments(model) + "}\n\ncomplete -F _tmsweep tmsweep\n";
}

}  // namespace tmsweep::app
