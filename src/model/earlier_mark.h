// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/goods.h"

namespace tmsweep {

/// Whether an earlier mark still stands in the way.
enum class Standing : std::uint8_t { unknown, pending, registered, dead };
inline constexpr std::array<std::string_view, 4> k_standing_ids{"unknown", "pending", "registered", "dead"};

/// How widely an earlier mark is known, as far as its source says. `listed` is a name in a list of brands of
/// which nothing more is known; `well_known` is said only of marks that an office or a court recognised as
/// such (驰名商标).
enum class Fame : std::uint8_t { unknown, listed, known, time_honoured, well_known };
inline constexpr std::array<std::string_view, 5> k_fame_ids{"", "listed", "known", "time-honoured",
                                                            "well-known"};

/// One entry of a register or of a list of marks. Empty text: not known; no class: classes not known.
struct EarlierMark {
  std::string name;
  ClassMask classes = 0;
  std::string owner;
  std::string status;  ///< in the words of the register
  std::string number;
  std::string source;
  std::string filed;  ///< YYYY-MM-DD
  Standing standing = Standing::unknown;
  Fame fame = Fame::unknown;
};

}  // namespace tmsweep
