// SPDX-License-Identifier: Apache-2.0
#include "search/sound.h"

#include <algorithm>

namespace tmsweep::search {

namespace {

using image::Image;

/// Codes of characters without a reading lie above all sound classes. Rare characters may share a code: what
/// is found by it is compared character by character.
constexpr std::uint16_t k_other = 0x8000;

}  // namespace

Sounds::Sounds(const Image& image, std::u32string_view text) : text_(text) {
  size_ = std::min(text.size(), k_most_compared);
  std::size_t ways = 1;
  for (std::size_t i = 0; i < size_; ++i) {
    const auto readings =
        is_han(text[i]) ? image.readings(image.info(text[i]).readings) : std::span<const std::uint16_t>{};
    first_[i] = readings.data();
    count_[i] = static_cast<std::uint8_t>(readings.size());
    if (readings.size() <= 1) continue;
    if (ways * readings.size() > k_most_variants) {
      count_[i] = 1;
    } else {
      ways *= readings.size();
    }
  }
}

std::uint16_t Sounds::code(const Image& image, std::size_t i, std::size_t reading) const {
  if (count_[i] == 0)
    return static_cast<std::uint16_t>(k_other | (static_cast<std::uint32_t>(text_[i]) & 0x7FFFU));
  return image.sound_class(first_[i][reading]);
}

void Sounds::main_codes(const Image& image, std::array<std::uint16_t, k_most_compared>& codes) const {
  for (std::size_t i = 0; i < size_; ++i) codes[i] = code(image, i, 0);
}

bool looks_like(const Image& image, char32_t a, char32_t b) {
  return image.lookalikes(image.info(a)).find(b) != std::u32string_view::npos;
}

bool looks_much_like(const Image& image, char32_t a, char32_t b) {
  return image.much_alike(image.info(a)).find(b) != std::u32string_view::npos;
}

Close closeness(const Image& image, char32_t a, std::span<const std::uint16_t> a_readings, char32_t b,
                std::span<const std::uint16_t> b_readings) {
  if (a == b) return Close::equal;
  bool near = false;
  for (const std::uint16_t x : a_readings) {
    for (const std::uint16_t y : b_readings) {
      if (x == y) return Close::homophone;
      near = near || image.sound_class(x) == image.sound_class(y);
    }
  }
  if (near) return Close::near;
  return looks_like(image, a, b) ? Close::look : Close::other;
}

}  // namespace tmsweep::search
