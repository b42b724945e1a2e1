// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "image/image.h"
#include "model/mark.h"
#include "model/result.h"

namespace tmsweep::text {

inline constexpr std::size_t k_longest_name = 256;  ///< code points

enum class Trace : std::uint8_t { off, on };

/// Reads a name: admits the bytes, makes every form, segments and reads it.
/// Refuses invalid UTF-8, empty names, names of separators only in neither letter nor sign, and names of more
/// than `k_longest_name` code points. Spans of every form lie inside the typed name.
Result<Mark> make_mark(const image::Image& image, std::string_view bytes, Trace trace = Trace::off);

/// The key under which a list entry is stored and a name is looked up: the core form of `term`.
/// Separators are gone, Han simplified, letters folded. Empty when nothing is left.
std::u32string key_of(const image::Image& image, std::string_view term);

/// The core form and where its tokens begin, and nothing else: what a register keeps of a name. Refuses what
/// make_mark refuses; `text` is empty when the name has neither letter nor Han.
struct Core {
  std::u32string text;
  std::vector<std::uint8_t> token_edges;  ///< as in Mark
};
Result<Core> core_of(const image::Image& image, std::string_view bytes);

/// `core` with Chinese numerals replaced by Arabic digits.
std::u32string numeral_key(const image::Image& image, std::u32string_view core);

}  // namespace tmsweep::text
