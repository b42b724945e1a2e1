// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/command_spec.h"
#include "model/report.h"

namespace tmsweep::app {

/// The language of help: --lang among the words, else that of the locale.
Lang help_language(int argc, const char* const* argv);

/// All commands in a line each, with examples and exit codes.
std::string overview(Lang lang);

/// The page of a command or of a family of commands: usage, options by group, examples. At most 80 columns
/// wide, but for what cannot be broken.
std::string help_of(const CommandSpec& spec, Lang lang);

/// "NAME..." of an argument, "--file FILE..." or "-q, --quiet" of an option.
std::string shown_name(const Option& option);

/// "[NAME...]" and the like: what follows the options on the usage line.
std::string usage_arguments(const Command& command);

/// What an option is about, with its values and what is set when it is not given; code without backticks.
std::string explanation(const Option& option, Lang lang);

}  // namespace tmsweep::app
