// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "image/image.h"
#include "search/sign.h"

namespace tmsweep::search {

/// How a name is read. Every character has its readings, the main one first; when the readings of all
/// characters together would make more than `k_most_variants` ways to read the name, the characters at its
/// end count with their main reading only.
class Sounds {
 public:
  static constexpr std::size_t k_most_variants = 4;

  Sounds() = default;
  Sounds(const image::Image& image, std::u32string_view text);

  void clear() { size_ = 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Syllables of character `i`; empty for one that is no Han character with a reading.
  [[nodiscard]] std::span<const std::uint16_t> at(std::size_t i) const {
    return i < size_ ? std::span<const std::uint16_t>(first_[i], count_[i])
                     : std::span<const std::uint16_t>{};
  }

  /// Calls `use(span of codes)` once for each way to read the name: the sound class of each Han character, a
  /// code of its own for any other.
  template <class Use>
  void each_variant(const image::Image& image, const Use& use) const {
    std::array<std::uint16_t, k_most_compared> codes{};
    vary(image, 0, codes, use);
  }
  /// The codes of the main readings.
  void main_codes(const image::Image& image, std::array<std::uint16_t, k_most_compared>& codes) const;

 private:
  [[nodiscard]] std::uint16_t code(const image::Image& image, std::size_t i, std::size_t reading) const;

  template <class Use>
  void vary(const image::Image& image, std::size_t i, std::array<std::uint16_t, k_most_compared>& codes,
            const Use& use) const {
    if (i == size_) {
      use(std::span<const std::uint16_t>(codes.data(), size_));
      return;
    }
    const std::size_t ways = count_[i] == 0 ? 1 : count_[i];
    for (std::size_t r = 0; r < ways; ++r) {
      codes[i] = code(image, i, r);
      vary(image, i + 1, codes, use);
    }
  }

  // Left unset beyond size_: every comparison makes one of these.
  std::array<const std::uint16_t*, k_most_compared> first_;
  std::array<std::uint8_t, k_most_compared> count_;
  std::u32string_view text_;
  std::size_t size_ = 0;
};

/// How two characters at the same place stand to each other.
enum class Close : std::uint8_t { equal, homophone, near, look, other };

/// By any reading of `a` and `b` that counts; `look` when they only look alike.
Close closeness(const image::Image& image, char32_t a, std::span<const std::uint16_t> a_readings, char32_t b,
                std::span<const std::uint16_t> b_readings);

/// Whether the table of look-alikes has the two, and whether as hard to tell apart.
bool looks_like(const image::Image& image, char32_t a, char32_t b);
bool looks_much_like(const image::Image& image, char32_t a, char32_t b);

}  // namespace tmsweep::search
