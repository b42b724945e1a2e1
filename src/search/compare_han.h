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

}  // namespace tmsweep::search
