// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "image/image.h"

namespace tmsweep::app {

enum class Change : std::uint8_t { added, removed, changed };
inline constexpr std::array<std::string_view, 3> k_change_ids{"added", "removed", "changed"};

/// What two editions of one rule, term or mark differ in.
struct Difference {
  Change change = Change::added;
  std::string name;    ///< id of the rule, text of the term, name of the mark
  std::string group;   ///< rule of the term, source of the mark
  std::string before;  ///< everything else that is known of it; empty when added
  std::string after;   ///< empty when removed
};

/// Sorted by group and name.
struct DataDiff {
  std::vector<Difference> rules;
  std::vector<Difference> terms;
  std::vector<Difference> marks;
};

std::size_t count(const std::vector<Difference>& list, Change change);

/// Compares two images. Rows that are the same in both are left out; of those that share group and name the
/// rest is paired in its order.
DataDiff compare_data(const image::Image& before, const image::Image& after);

}  // namespace tmsweep::app
