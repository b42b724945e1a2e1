// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "app/cli.h"
#include "app/command_options.h"

namespace tmsweep::app {

/// Options of `check` that say where names come from, also of whatever else checks names.
void check_input(Command& c, CheckRequest& r);
/// Those that say what is checked.
void check_options(Command& c, CheckRequest& r);
/// Those that say what counts for the exit code.
void check_limits(Command& c, CheckRequest& r);
/// What is wrong with the names that a command is to check, or with how they shall be read.
std::optional<Notice> check_mistake(const CheckRequest& r, std::string_view command);

/// `baseline create` and `baseline update`.
void declare_baseline(Command& c, Request& request, BaselineRequest::Action action);

}  // namespace tmsweep::app
