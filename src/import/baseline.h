// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "model/policy.h"
#include "model/result.h"

namespace tmsweep::import {

/// Reads a baseline out of JSON of the schema tmsweep.baseline/1. Whatever else is refused as a whole, with
/// the number of the entry at fault: half a baseline is none.
Result<Baseline> read_baseline(std::string_view json);

}  // namespace tmsweep::import
