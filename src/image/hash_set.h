// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "image/prefetch.h"

namespace tmsweep::image {

/// Says at once of most hashes that are not in a table that they are not: a bit for each that is, the low
/// bits of the hash. The table itself takes two or three places that lie anywhere; a small set stays in the
/// cache.
class HashSet {
 public:
  HashSet() = default;
  /// `bits`: a power of two of bytes, or none for a set that holds everything.
  explicit HashSet(std::span<const std::uint8_t> bits) : bits_(bits) {}

  /// Bytes for so many hashes: 8 to 16 bits for each.
  static std::size_t size_for(std::size_t hashes) { return std::bit_ceil(hashes); }
  static void put(std::uint64_t hash, std::span<std::uint8_t> bits) {
    const std::size_t bit = hash & (bits.size() * 8 - 1);
    bits[bit / 8] = static_cast<std::uint8_t>(bits[bit / 8] | 1U << bit % 8);
  }

  [[nodiscard]] std::span<const std::uint8_t> bits() const { return bits_; }
  [[nodiscard]] bool may_have(std::uint64_t hash) const {
    if (bits_.empty()) return true;
    const std::size_t bit = hash & (bits_.size() * 8 - 1);
    return (static_cast<unsigned>(bits_[bit / 8]) >> bit % 8 & 1U) != 0;
  }
  void ask_for(std::span<const std::uint64_t> hashes) const {
    if (bits_.empty()) return;
    for (const std::uint64_t h : hashes) prefetch(&bits_[(h & (bits_.size() * 8 - 1)) / 8]);
  }
  /// Those of `hashes` that may be there.
  void select(std::span<const std::uint64_t> hashes, std::vector<std::uint64_t>& out) const {
    out.resize(hashes.size());
    std::size_t n = 0;
    // Without a branch: which of them are there nobody can foretell.
    for (const std::uint64_t h : hashes) {
      out[n] = h;
      n += may_have(h) ? 1U : 0U;
    }
    out.resize(n);
  }

 private:
  std::span<const std::uint8_t> bits_;
};

}  // namespace tmsweep::image
