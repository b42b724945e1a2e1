// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"

namespace tmsweep::text {

/// Code points of `bytes`. Refuses overlong forms, surrogates and values above U+10FFFF, naming the offset of
/// the first bad byte.
Result<std::u32string> decode(std::string_view bytes);

/// UTF-8 of `points`, which must be valid scalar values.
std::string encode(std::u32string_view points);
void append(std::string& out, char32_t point);

/// The text with its ASCII control characters shown as ‹U+000A›, so that it can stand in a sentence.
std::string with_visible_controls(std::string_view utf8);

}  // namespace tmsweep::text
