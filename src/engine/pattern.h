// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/report.h"
#include "rules/rule.h"

namespace tmsweep::engine {

/// A sentence of a page with the places of a draft filled in: {matched}, {term}, {note}, {goods}. Where two
/// of them are the same word, it is said once.
std::string filled(std::string_view words, const Report& r, const rules::Draft& d,
                   const std::string& matched);

}  // namespace tmsweep::engine
