// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/rule_info.h"
#include "output/json_writer.h"

namespace tmsweep::output {

/// A text as a SARIF message: no placeholder ({0}) and no embedded link ([text](target)) comes out of it.
std::string sarif_message(std::string_view text);

/// "error", "warning" or "note".
std::string_view sarif_level(Risk risk);

/// The array of reportingDescriptors of the rules.
void write_sarif_rules(std::span<const RuleInfo> rules, Lang lang, JsonWriter& json);

}  // namespace tmsweep::output
