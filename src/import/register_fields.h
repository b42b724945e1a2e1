// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/earlier_mark.h"
#include "model/result.h"

namespace tmsweep::import {

/// What is taken from a record of a register.
enum class Field : std::uint8_t { name, classes, owner, status, number, filed };
inline constexpr std::size_t k_field_count = 6;
inline constexpr std::array<std::string_view, k_field_count> k_field_ids{"name",   "class",  "owner",
                                                                         "status", "number", "filed"};

/// The fields of one record as they are written in the register.
struct RawMark {
  std::array<std::string_view, k_field_count> text;

  std::string_view& operator[](Field field) { return text[static_cast<std::size_t>(field)]; }
  std::string_view operator[](Field field) const { return text[static_cast<std::size_t>(field)]; }
};

/// Usual headers of a field, those that say most first, in the form of `header_key`.
std::span<const std::string_view> usual_headers(Field field);

/// A header as it is compared: trimmed, small Latin letters, `_` for blanks and hyphens.
std::string header_key(std::string_view header);

/// Without blanks at both ends, among them the wide blank of Chinese text.
std::string_view trimmed(std::string_view text);

/// A text in one line: trimmed, control characters are blanks.
std::string one_line(std::string_view text);

/// "9", "第9类", "9;25", "9、25" → classes; nothing → 0. Refuses what is no Nice class.
Result<ClassMask> parse_register_classes(std::string_view text);

/// 2021-03-04, 20210304, 2021/3/4, 2021年3月4日, with or without a time behind → YYYY-MM-DD; else empty.
std::string parse_register_date(std::string_view text);

/// Standing by the words of a status, in Chinese or English.
Standing standing_of_words(std::string_view status);

/// Standing by a numeric status code of the USPTO.
Standing standing_of_uspto_code(std::string_view code);

/// Byte offset of the first byte that is not part of well-formed UTF-8.
std::optional<std::size_t> first_bad_utf8(std::string_view text);

}  // namespace tmsweep::import
