// SPDX-License-Identifier: Apache-2.0
#include "app/cli.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "app/app.h"
#include "app/command_options.h"
#include "app/command_spec.h"
#include "app/help.h"
#include "app/suggest.h"
#include "model/worded.h"

namespace tmsweep::app {

namespace {

bool asks_for_help(std::string_view word) {
  return word == "-h" || word == "--help";
}

std::string nearest_command(const std::string& typed, std::string_view family) {
  std::vector<std::string> known;
  for (const CommandSpec* spec : commands::all()) {
    if (family.empty() ? spec->name.find(' ') == std::string_view::npos : spec->name.starts_with(family))
      known.emplace_back(spec->name.substr(family.size()));
  }
  return nearest(typed, known);
}

Notice unknown_command(const std::string& typed) {
  return mistake(worded({"没有命令“{}”{}；检查名称用 'tmsweep check 名称'",
                         "unknown command '{}'{}; to check a name: tmsweep check NAME"},
                        typed, did_you_mean(nearest_command(typed, ""))));
}

/// The command line of `tmsweep COMMAND`; argv[0] is the last word of its name.
Request parse_command(const CommandSpec& spec, int argc, const char* const* argv) {
  Request request;
  Command command(spec.name);
  spec.declare(command, request);
  const Command::Outcome outcome = command.parse(argc, argv);
  if (outcome == Command::Outcome::help) return page(help_of(spec, help_language(argc, argv)));
  if (outcome == Command::Outcome::wrong) return command.notice();
  if (spec.finish != nullptr) {
    if (std::optional<Notice> notice = spec.finish(request)) return std::move(*notice);
  }
  return request;
}

/// The command line of a family, as `tmsweep db ...`; argv[0] is its name.
Request parse_family(const CommandSpec& family, int argc, const char* const* argv) {
  const std::string typed = argc > 1 ? argv[1] : "";
  if (typed.empty()) return Notice{verbatim(help_of(family, help_language(argc, argv))), k_exit_usage, true};
  if (typed.starts_with('-') && std::any_of(argv + 1, argv + argc, asks_for_help))
    return page(help_of(family, help_language(argc, argv)));
  const CommandSpec* spec = command_named(fmt::format("{} {}", family.name, typed));
  if (spec != nullptr) return parse_command(*spec, argc - 1, argv + 1);
  const std::string near = nearest_command(typed, fmt::format("{} ", family.name));
  return mistake(worded(
      {"没有命令“{} {}”{}；用法见 'tmsweep {} --help'", "unknown command '{} {}'{}; see 'tmsweep {} --help'"},
      family.name, typed, did_you_mean(near), family.name));
}

}  // namespace

Request parse_command_line(int argc, const char* const* argv) {
  const std::string first = argc > 1 ? argv[1] : "";
  if (first == "--version") return page("tmsweep " TMSWEEP_VERSION "\n");
  if (first.empty()) return Notice{verbatim(overview(help_language(argc, argv))), k_exit_usage, true};
  if (first[0] == '-' && std::any_of(argv + 1, argv + argc, asks_for_help))
    return page(overview(help_language(argc, argv)));
  const CommandSpec* spec = command_named(first);
  if (spec == nullptr) return unknown_command(first);
  if (spec->declare == nullptr) return parse_family(*spec, argc - 1, argv + 1);
  return parse_command(*spec, argc - 1, argv + 1);
}

}  // namespace tmsweep::app
