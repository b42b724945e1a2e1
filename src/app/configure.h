// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/cli.h"
#include "config/config.h"
#include "model/result.h"

namespace tmsweep::app {

/// The configuration of a command: files, environment, and the flags among `common`.
Result<config::Config> configuration(const Common& common);

/// Fills in what the command line did not say. A mistake in the configuration comes back as a Notice with
/// exit code 2; warnings go to standard error. Commands that no option applies to are left alone.
std::optional<Notice> configure(Request& request);

}  // namespace tmsweep::app
