// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/command_spec.h"
#include "app/topic.h"
#include "model/report.h"

namespace tmsweep::app {

/// The language of help: --lang among the words, else that of the locale.
Lang help_language(int argc, const char* const* argv);

/// All commands in a line each, with examples and exit codes.
std::string overview(Lang lang);

/// The page of a command or of a family of commands: usage, options by group, examples. At most 80 columns
/// wide, but for what cannot be broken.
std::string help_of(const CommandSpec& spec, Lang lang);

/// The page of a topic.
std::string help_of(const Topic& topic, Lang lang);

inline constexpr std::size_t k_groups = 8;
std::string_view group_title(Group group, Lang lang);

/// The examples of the overview.
std::span<const Example> overview_examples();

/// "NAME..." of an argument, "--file FILE..." or "-q, --quiet" of an option.
std::string shown_name(const Option& option);

/// "[NAME...]" and the like: what follows the options on the usage line.
std::string usage_arguments(const Command& command);

/// What an option is about, with its values and what is set when it is not given; code without backticks.
std::string explanation(const Option& option, Lang lang);

}  // namespace tmsweep::app
