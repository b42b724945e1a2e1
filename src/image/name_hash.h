// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace tmsweep::image {

/// Finalizer of MurmurHash3 (Austin Appleby, public domain): spreads every bit of `x` over the whole word.
constexpr std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 33U;
  x *= 0xFF51AFD7ED558CCDULL;
  x ^= x >> 33U;
  x *= 0xC4CEB9FE1A85EC53ULL;
  return x ^ (x >> 33U);
}

/// Key of a name in the table of counterparts.
constexpr std::uint64_t name_hash(std::u32string_view text) {
  std::uint64_t h = text.size();
  for (const char32_t c : text) h = mixed(h ^ (static_cast<std::uint64_t>(c) + 0x9E3779B97F4A7C15ULL));
  return h;
}

}  // namespace tmsweep::image
