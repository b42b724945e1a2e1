// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tmsweep::output {

/// Bytes that may be no valid UTF-8, made valid: what is broken becomes U+FFFD.
std::string readable(std::string_view bytes);

/// `s` with everything a terminal could act on or hide made visible: controls, bidi and zero-width characters
/// and line separators become ‹U+XXXX›. Line feeds are kept only when `keep_lines`.
std::string printable(std::string_view s, bool keep_lines = false);

/// Columns that one code point takes (UAX #11: wide and full-width take two, combining marks none).
int columns(char32_t c);
/// Columns of a text of printable characters.
int columns(std::string_view utf8);

/// `s` broken into lines of at most `width` columns, each but the first behind `indent` blanks; breaks at
/// blanks and between Han characters.
std::string wrapped(std::string_view s, int width, int indent);

}  // namespace tmsweep::output
