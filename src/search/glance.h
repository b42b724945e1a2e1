// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "search/compare.h"
#include "search/letters.h"

/// What a glance at two names in letters tells of the relations of the second tier. All of it only rejects.
namespace tmsweep::search {

inline constexpr std::size_t k_ascii = 128;
/// What each ASCII character looks like, looked up.
inline constexpr std::array<std::uint8_t, k_ascii> k_looks = [] {
  std::array<std::uint8_t, k_ascii> out{};
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<std::uint8_t>(look_of(static_cast<char32_t>(i)));
  return out;
}();

inline constexpr unsigned k_one_edit = 1;
inline constexpr unsigned k_two_edits = 2;

/// Which edits the letters and the length of the two allow: one changes at most two letters.
inline unsigned may_be_edited(const Glance& a, const Glance& b) {
  const std::size_t least = std::min(a.size, b.size);
  const std::size_t longer = std::max(a.size, b.size) - least;
  const std::uint32_t apart = a.letters ^ b.letters;
  unsigned out = 0;
  if (least >= k_least_close_letters && longer <= 1 && has_at_most(apart, 2)) out |= k_one_edit;
  if (edits_of(b.size) == 2 && least >= k_least_segments && longer <= 2 && has_at_most(apart, 4))
    out |= k_two_edits;
  return out;
}

/// One edit changes at most two letters, and what is alike in sound or look stays in its group.
inline bool may_have_like_letters(const Glance& a, const Glance& b) {
  const std::size_t least = std::min(b.size, a.size);
  const std::size_t most = std::max(b.size, a.size);
  // Of a shorter name no letter may be another, but one may be added: OREO, BORIO.
  const bool added = least >= k_least_close_letters && most == least + 1;
  return (least >= k_least_like || added) && edits_of(b.size) == 1 && most - least <= 1 &&
         has_at_most(a.groups ^ b.groups, 2);
}

inline bool may_have_sounds(const Glance& a, const Glance& b) {
  return has_at_most(a.sounds ^ b.sounds, k_most_sounds_apart);
}

}  // namespace tmsweep::search
