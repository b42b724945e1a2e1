// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/goods.h"

namespace tmsweep {

/// What became of an application or registration, as far as its register says.
enum class MarkStatus : std::uint8_t { unknown, registered, pending, dead };

inline constexpr std::array<std::string_view, 4> k_mark_status_ids{"", "registered", "pending", "dead"};

inline std::string_view id_of(MarkStatus s) {
  return k_mark_status_ids[static_cast<std::size_t>(s)];
}

/// How well known an earlier mark is; the more famous, the further its protection reaches.
enum class Fame : std::uint8_t { none, known, time_honoured, well_known };

inline constexpr std::array<std::string_view, 4> k_fame_ids{"", "known", "time-honoured", "well-known"};

inline std::string_view id_of(Fame f) {
  return k_fame_ids[static_cast<std::size_t>(f)];
}

/// One application or registration as its register states it. Unknown fields are empty.
struct Registration {
  std::string name;       ///< as registered, valid UTF-8
  ClassMask classes = 0;  ///< 0: not known
  std::string groups;     ///< four-digit similar groups, joined by ','
  std::string owner;
  std::string number;
  std::string filed;  ///< YYYY-MM-DD
  MarkStatus status = MarkStatus::unknown;
  Fame fame = Fame::none;

  friend bool operator==(const Registration&, const Registration&) = default;
};

}  // namespace tmsweep
