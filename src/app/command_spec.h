// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/cli.h"
#include "app/command_options.h"
#include "app/option.h"

namespace tmsweep::app {

/// Where a command stands on the overview.
enum class Part : std::uint8_t { names, knowledge, own_marks, database, program };
inline constexpr std::size_t k_parts = 5;

struct Example {
  std::string_view line;  ///< as typed, without "tmsweep "
  Text what;
};

/// A command: one file of commands/, found there by the build.
struct CommandSpec {
  std::string_view name;  ///< as typed: "check", "db import"
  Part part;
  int order;     ///< among those of its part
  Text summary;  ///< one line
  Text about;    ///< paragraphs, parted by "\n\n"; may be empty
  std::span<const Example> examples;
  /// Makes the request and declares what fills it. Null: a family, as "db" of "db import".
  void (*declare)(Command&, Request&);
  /// Looks at the filled request; what it returns is shown instead of running it. May be null.
  std::optional<Notice> (*finish)(Request&);
};

/// A command with its options, and the request they would fill. Options point into it: it stays where it is.
struct Declared {
  explicit Declared(const CommandSpec& of) : spec(of), command(of.name) {
    if (of.declare != nullptr) of.declare(command, request);
  }
  Declared(const Declared&) = delete;
  Declared& operator=(const Declared&) = delete;

  const CommandSpec& spec;
  Request request;
  Command command;
};

namespace commands {

/// All commands, in the order of their file names.
std::span<const CommandSpec* const> all();

}  // namespace commands

/// nullptr when there is none of this name.
const CommandSpec* command_named(std::string_view name);

/// The commands of a part of the overview in their order, without families.
std::vector<const CommandSpec*> commands_of(Part part);

/// All but families, part by part.
std::vector<const CommandSpec*> commands_in_order();

}  // namespace tmsweep::app
