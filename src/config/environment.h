// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "config/config.h"

namespace tmsweep::config {

/// $TMSWEEP_CONFIG, or empty.
std::string config_variable();

/// Reads the variables that name a key into `config`. An empty one says nothing. Variables of other programs
/// that begin alike are left alone; one that is nearly that of a key gives a warning.
std::optional<Error> read_environment(const Vocabulary& vocabulary, Config& config);

}  // namespace tmsweep::config
