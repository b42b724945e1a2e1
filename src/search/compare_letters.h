// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "search/compare.h"

namespace tmsweep::search {

/// The same letters as they look, or in another order of words; `none` when it is neither.
Relation same_letters(const Prepared::Form& a, Compared& earlier, std::size_t view);

/// Whether a glance at the two does not yet tell that close_letters finds nothing.
bool may_be_close(const Prepared::Form& a, Compared& earlier, std::size_t view);
/// One or two letters apart, or the same sound.
std::optional<Likeness> close_letters(const image::Image& image, const Prepared::Form& a, Compared& earlier,
                                      std::size_t view);

/// Names that begin and end with the same letters, two thirds of each or more: ONCASE, ONCONASE.
std::optional<Likeness> has_same_frame(const Prepared& later, const Sign& earlier);

/// First words that begin with the same letters, doubled ones counted once, one of them alone: COSIMO,
/// COSIFLOR. Names of one word that end with the same letters: NOMAFOAM, ARMAFOAM.
std::optional<Likeness> shares_edge(const Prepared& later, const Sign& earlier);

}  // namespace tmsweep::search
