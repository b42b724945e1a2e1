// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/policy.h"

namespace tmsweep::output {

/// A baseline as JSON, an entry a line, in the order of name, rule and fingerprint, each entry once, so that
/// two of them can be compared line by line.
std::string baseline_json(Baseline baseline);

}  // namespace tmsweep::output
