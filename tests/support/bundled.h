// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/check.h"
#include "image/image.h"
#include "model/mark.h"
#include "model/report.h"

namespace tmsweep::support {

/// The law of this day is the 2019 edition; rule tables and most tests are judged by it.
inline constexpr Date k_day{2026, 11, 23};

/// The image carried by the test program.
const image::Image& bundled();
/// A checker over it: `k_day`, Chinese, no register.
const engine::Checker& checker();

/// The mark read from a valid name; a name that cannot be read throws.
Mark mark_of(const image::Image& image, std::string_view name);
Mark mark_of(std::string_view name);
/// The report on a valid name; a name or goods that cannot be read throw.
Report report_of(const std::string& name, const std::vector<std::string>& goods = {},
                 const std::vector<int>& classes = {});

std::string utf8(std::u32string_view points);
/// The typed text under a span.
std::string typed(const Mark& mark, Span span);

/// The finding of a rule, or nullptr.
const Finding* finding_of(const Report& report, std::string_view rule);

}  // namespace tmsweep::support
