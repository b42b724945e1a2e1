// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "image/prefetch.h"
#include "search/keys.h"

namespace tmsweep::search {

/// Says at once of most keys that are not in an index that they are not: a bit for each that is. Of 91 keys
/// that a Latin name asks the bundle for 21 are there, of 36 of a Han name one, and looking for one takes two
/// or three places that lie anywhere; the set of a small index stays in the cache.
class KeySet {
 public:
  KeySet() = default;
  /// `bits`: a power of two of bytes, or none for a set that holds everything.
  explicit KeySet(std::span<const std::uint8_t> bits) : bits_(bits) {}

  /// Bytes for so many keys: 8 to 16 bits for each.
  static std::size_t size_for(std::size_t keys) { return std::bit_ceil(keys); }
  static void put(Key key, std::string& bits) {
    const std::size_t bit = key & (bits.size() * 8 - 1);
    bits[bit / 8] = static_cast<char>(static_cast<unsigned char>(bits[bit / 8]) | 1U << bit % 8);
  }

  [[nodiscard]] std::span<const std::uint8_t> bits() const { return bits_; }
  [[nodiscard]] bool may_have(Key key) const {
    if (bits_.empty()) return true;
    const std::size_t bit = key & (bits_.size() * 8 - 1);
    return (static_cast<unsigned>(bits_[bit / 8]) >> bit % 8 & 1U) != 0;
  }
  void ask_for(const std::vector<Key>& keys) const {
    if (bits_.empty()) return;
    for (const Key k : keys) image::prefetch(&bits_[(k & (bits_.size() * 8 - 1)) / 8]);
  }
  /// Those of `keys` that may be there.
  void select(const std::vector<Key>& keys, std::vector<Key>& out) const {
    out.resize(keys.size());
    std::size_t n = 0;
    // Without a branch: which of them are there nobody can foretell.
    for (const Key k : keys) {
      out[n] = k;
      n += may_have(k) ? 1U : 0U;
    }
    out.resize(n);
  }

 private:
  std::span<const std::uint8_t> bits_;
};

}  // namespace tmsweep::search
