// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/completions.h"

namespace tmsweep::app {

namespace {

constexpr std::string_view k_begin = R"(# Made by 'tmsweep completions fish'.

# The command typed so far: one word, or two of a family.
function __tmsweep_command
    set -l typed (commandline -opc)
    set -e typed[1]
    if contains -- "$typed[1]" @FAMILIES@; and set -q typed[2]
        echo $typed[1] $typed[2]
    else
        echo "$typed[1]"
    end
end

function __tmsweep_is
    set -l typed (__tmsweep_command)
    test "$typed" = "$argv"
end

complete -c tmsweep -f
complete -c tmsweep -n '__tmsweep_is' -l version
complete -c tmsweep -s h -l help
)";

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

void words(std::string& out, const std::string& after,
           const std::vector<std::pair<std::string, std::string>>& list) {
  for (const auto& [word, about] : list)
    out += fmt::format("complete -c tmsweep -n '__tmsweep_is {}' -a {} -d {}\n", after, word, quoted(about));
}

/// How fish completes what `o` takes.
std::string taken(const ShellModel& model, const Option& o) {
  if (o.takes == Takes::file) return " -F";
  if (o.takes == Takes::folder) return " -a '(__fish_complete_directories)'";
  const std::vector<std::string> values = values_of(model, o);
  return values.empty() ? std::string() : fmt::format(" -a '{}'", fmt::join(values, " "));
}

std::string line(const ShellModel& model, const Option& o) {
  if (o.is_argument()) return taken(model, o);
  std::string out = fmt::format(" -l {}", o.long_name().substr(2));
  if (!o.short_name().empty()) out += fmt::format(" -s {}", o.short_name().substr(1));
  if (!o.is_flag()) out += (o.takes == Takes::file ? " -r" : " -x") + taken(model, o);
  return out + " -d " + quoted(described(model, o));
}

}  // namespace

std::string fish_completions(const ShellModel& model) {
  std::string out(k_begin);
  constexpr std::string_view k_mark = "@FAMILIES@";
  out.replace(out.find(k_mark), k_mark.size(), fmt::format("{}", fmt::join(model.families, " ")));
  words(out, "", first_words(model));
  for (const std::string& family : model.families) words(out, family, second_words(model, family));
  for (const auto& c : model.commands) {
    for (const Option& o : c->command.options()) {
      const std::string rest = line(model, o);
      if (!rest.empty())
        out += fmt::format("complete -c tmsweep -n '__tmsweep_is {}'{}\n", c->spec.name, rest);
    }
  }
  return out;
}

}  // namespace tmsweep::app
