// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.h"

#include <cstdint>

#include "model/worded.h"

namespace tmsweep::text {

namespace {

struct Lead {
  int length;        ///< of the sequence; 0: not a lead byte
  char32_t bits;     ///< payload of the lead byte
  char32_t minimum;  ///< smallest value this length may carry
};

Lead lead_of(unsigned char b) {
  if (b < 0x80) return {1, b, 0};
  if (b >= 0xC2 && b <= 0xDF) return {2, b & 0x1FU, 0x80};
  if (b >= 0xE0 && b <= 0xEF) return {3, b & 0x0FU, 0x800};
  if (b >= 0xF0 && b <= 0xF4) return {4, b & 0x07U, 0x10000};
  return {0, 0, 0};
}

/// The code point that starts at `at`, or -1.
std::int64_t code_point(std::string_view bytes, std::size_t at, const Lead& lead) {
  if (lead.length == 0 || at + static_cast<std::size_t>(lead.length) > bytes.size()) return -1;
  char32_t c = lead.bits;
  for (int i = 1; i < lead.length; ++i) {
    const auto b = static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    if ((b & 0xC0U) != 0x80U) return -1;
    c = (c << 6U) | (b & 0x3FU);
  }
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  return c < lead.minimum || surrogate || c > 0x10FFFF ? -1 : static_cast<std::int64_t>(c);
}

}  // namespace

Result<std::u32string> decode(std::string_view bytes) {
  std::u32string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Lead lead = lead_of(static_cast<unsigned char>(bytes[at]));
    const std::int64_t c = code_point(bytes, at, lead);
    if (c < 0) {
      return Error{worded({"第 {} 个字节不是有效的 UTF-8", "invalid UTF-8 at byte {}"}, at + 1),
                   worded({"把文本存成 UTF-8 再试", "save the text as UTF-8 and try again"}), at};
    }
    out.push_back(static_cast<char32_t>(c));
    at += static_cast<std::size_t>(lead.length);
  }
  return out;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

std::string encode(std::u32string_view points) {
  std::string out;
  out.reserve(points.size() * 3);
  for (const char32_t c : points) append(out, c);
  return out;
}

std::string with_visible_controls(std::string_view utf8) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
      out += c;
    } else {
      out += "‹U+00";
      out += k_digits[byte >> 4U];
      out += k_digits[byte & 0xFU];
      out += "›";
    }
  }
  return out;
}

}  // namespace tmsweep::text
