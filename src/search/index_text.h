// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "search/sign.h"

namespace tmsweep::search {

/// A mark as an index keeps it:
/// - one byte: the number of bytes of its text, and k_has_views;
/// - with k_has_views: one byte, the number of views beyond the whole name, and two bytes a view;
/// - its text: a byte for an ASCII letter or digit; two for a Han character of the basic block, the first
/// from
///   0x80 on; k_plane and two bytes, or k_planes and three, for others; k_token before a letter that begins
///   a token.
void put_sign(const Sign& sign, std::string& out);

inline constexpr std::uint8_t k_has_views = 0x80;
inline constexpr std::uint8_t k_token = 0x01;

/// A view in two bytes: start and size − 1 in six bits each, the kind in three.
inline constexpr unsigned k_view_bits = 6;
constexpr View unpacked_view(std::span<const std::uint8_t, 2> bytes) {
  constexpr unsigned k_mask = 0x3F;
  const unsigned packed = bytes[0] | static_cast<unsigned>(bytes[1]) << 8U;
  return {static_cast<std::uint8_t>(packed & k_mask),
          static_cast<std::uint8_t>((packed >> k_view_bits & k_mask) + 1),
          static_cast<ViewKind>(packed >> (2 * k_view_bits) & 7U)};
}

/// Longest text in bytes.
inline constexpr std::size_t k_most_bytes = 127;
/// How many code points of `text` an index can keep.
std::size_t kept(std::u32string_view text);

/// Reads the mark at the start of `bytes`, whatever these are; `used` is set to the bytes it takes, and to 0
/// when they are cut off.
Sign read_sign(std::span<const std::uint8_t> bytes, std::size_t& used);
/// Bytes of the mark at the start of `bytes`; 0 when they are cut off.
inline std::size_t sign_size(std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) return 0;
  std::size_t size = 1U + (bytes[0] & 0x7FU);
  if ((bytes[0] & k_has_views) != 0) {
    if (bytes.size() < 2) return 0;
    size += 1U + std::size_t{2} * bytes[1];
  }
  return size <= bytes.size() ? size : 0;
}

}  // namespace tmsweep::search
