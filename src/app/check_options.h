// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli.h"
#include "app/command_options.h"

namespace tmsweep::app {

/// Options of `check` that say where names come from, also of whatever else checks names.
void check_input(Command& c, CheckRequest& r);
/// Those that say what is checked, and what counts.
void check_options(Command& c, CheckRequest& r);

}  // namespace tmsweep::app
