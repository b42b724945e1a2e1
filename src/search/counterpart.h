// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "image/image.h"
#include "search/sign.h"

namespace tmsweep::search {

/// Rows of the table of counterparts for a name or word.
std::span<const image::CounterpartRecord> counterparts(const image::Image& image, std::u32string_view text);

/// Whether `text` is a word of everyday language: one of the bilingual table, or an English word.
bool is_everyday(const image::Image& image, std::u32string_view text);

/// English renderings of a Chinese name, word for word: letters only, folded. At most eight.
struct Renderings {
  std::array<Run, 8> runs;
  std::size_t count = 0;
  [[nodiscard]] std::span<const Run> all() const { return {runs.data(), count}; }
};

/// A name is rendered when words of the bilingual table cover it whole (guidelines 5.1.6: the main meaning
/// that the public knows).
void english_of(const image::Image& image, std::u32string_view han, Renderings& out);

/// Whether `letters` are the pinyin of `han`, letter for letter, in readings that count.
bool is_pinyin_of(const image::Image& image, std::u32string_view letters, std::u32string_view han);

/// The spellings of a name of two to eight Han characters in pinyin without spaces, folded.
void pinyin_of(const image::Image& image, std::u32string_view han, Renderings& out);

}  // namespace tmsweep::search
