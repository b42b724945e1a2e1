// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "search/compare.h"

namespace tmsweep::search {

/// Homophone, near-homophone or another order; `none` when it is none of them.
Relation same_han(const image::Image& image, const Prepared::Form& a, std::u32string_view b);

/// Look-alikes, one character apart, one character more or less inside.
std::optional<Likeness> close_han(const image::Image& image, const Prepared::Form& a, std::u32string_view b);

/// A mark of three or more characters that stands in the name written otherwise and read the same.
std::optional<Likeness> contained_by_sound(const Prepared& later, const Sign& earlier);

/// Places at which two texts differ; of different length: by how much.
int different(std::u32string_view a, std::u32string_view b);

/// Names of five or more that begin and end with the same characters, two thirds of each or more, three of
/// them at one end: 勇士与地下城, 勇者地下城 (guidelines 5.1.7).
std::optional<Likeness> few_apart(const Prepared& later, const Sign& earlier);

/// A name of eight characters or fewer that begins with the first character of a mark of three or four and
/// has the others in their order, with characters between: 六风必味居酱, 六必居.
std::optional<Likeness> spreads(const Prepared& later, const Sign& earlier);

}  // namespace tmsweep::search
