// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace tmsweep::image {

/// Key of a four-character phrase with the character at `open` left open (FNV-1a over the other three).
constexpr std::uint32_t idiom_hash(const std::array<std::uint32_t, 4>& chars, std::uint32_t open) {
  std::uint32_t h = 2166136261U ^ open;
  for (std::uint32_t i = 0; i < 4; ++i) {
    h = (h ^ (i == open ? 0U : chars[i])) * 16777619U;
  }
  return h;
}

}  // namespace tmsweep::image
