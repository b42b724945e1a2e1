// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "model/report.h"

namespace tmsweep::engine {

/// From this age on a report says that its data are old.
inline constexpr int k_old_days = 365;

/// Days from an edition (YYYY-MM-DD) to `today`; 0 when the clock stands before it. nullopt when one of the
/// two is no date.
std::optional<int> age_in_days(std::string_view edition, const Date& today);
/// Whether `today` lies before the edition: the clock is wrong.
bool is_before(const Date& today, std::string_view edition);

/// Says in the coverage that the data are old, when they are.
void cover_age(Report& report);

}  // namespace tmsweep::engine
