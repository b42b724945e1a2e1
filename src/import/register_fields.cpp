// SPDX-License-Identifier: Apache-2.0
#include "import/register_fields.h"

#include <algorithm>
#include <cstring>

#include "model/goods.h"
#include "model/worded.h"

namespace tmsweep::import {

namespace {

using Headers = std::span<const std::string_view>;

constexpr auto k_name = std::to_array<std::string_view>(
    {"商标名称", "商标名", "商标文字", "名称", "商标", "name", "mark", "trademark", "wordmark", "word_mark",
     "mark_name", "mark_text", "trademark_name", "mark_identification"});
constexpr auto k_classes = std::to_array<std::string_view>(
    {"国际分类", "国际分类号", "类别", "类号", "分类号", "商标类别", "class", "classes", "nice_class",
     "nice_classes", "nice", "class_number", "international_class"});
constexpr auto k_owner = std::to_array<std::string_view>(
    {"申请人名称", "申请人", "申请人名称（中文）", "注册人", "权利人", "商标注册人", "owner", "owner_name",
     "holder", "applicant", "applicant_name", "registrant"});
constexpr auto k_status = std::to_array<std::string_view>(
    {"商标状态", "法律状态", "状态", "当前状态", "status", "legal_status", "mark_status", "status_code"});
constexpr auto k_number = std::to_array<std::string_view>(
    {"申请/注册号", "申请号/注册号", "申请号注册号", "申请号", "注册号", "商标注册号", "number",
     "application_number", "registration_number", "serial_number", "id"});
constexpr auto k_filed = std::to_array<std::string_view>(
    {"申请日期", "申请日", "filed", "filing_date", "application_date", "date"});
constexpr std::array<Headers, k_field_count> k_headers{k_name,   k_classes, k_owner,
                                                       k_status, k_number,  k_filed};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Takes up to `most` digits off the front; -1 when there is none.
int take_number(std::string_view& text, std::size_t most) {
  int value = -1;
  std::size_t used = 0;
  for (; used < text.size() && used < most && is_digit(text[used]); ++used) {
    value = std::max(value, 0) * 10 + (text[used] - '0');
  }
  text.remove_prefix(used);
  return value;
}

bool take(std::string_view& text, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return true;
  }
  return false;
}

bool is_day(int year, int month, int day) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1800 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

}  // namespace

std::span<const std::string_view> usual_headers(Field field) {
  return k_headers[static_cast<std::size_t>(field)];
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view wide = "\u3000";
  for (;;) {
    if (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (!text.empty() && is_blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.starts_with(wide)) {
      text.remove_prefix(wide.size());
    } else if (text.ends_with(wide)) {
      text.remove_suffix(wide.size());
    } else {
      return text;
    }
  }
}

std::string one_line(std::string_view text) {
  std::string out(trimmed(text));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out;
}

std::string header_key(std::string_view header) {
  std::string out(trimmed(header));
  for (char& c : out) c = c == ' ' || c == '-' ? '_' : small_letter(c);
  return out;
}

Result<ClassMask> parse_register_classes(std::string_view text) {
  const auto refused = [&] {
    return Error{worded({"“{}”不是尼斯类别", "'{}' is no list of Nice classes"}, text.substr(0, 80)),
                 worded({"类别是 1 到 45，如 29;30", "classes are 1 to 45, as in 29;30"}),
                 {}};
  };
  ClassMask mask = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    if (is_digit(rest.front())) {
      const int value = take_number(rest, 3);
      if (!is_nice_class(value) || (!rest.empty() && is_digit(rest.front()))) return refused();
      mask |= class_bit(value);
    } else if (is_blank(rest.front())) {
      rest.remove_prefix(1);
    } else if (!take(rest, {",", ";", "|", "/", "、", "，", "；", "第", "类", "\u3000"})) {
      return refused();
    }
  }
  return mask;
}

std::string parse_register_date(std::string_view text) {
  std::string_view rest = trimmed(text);
  const int year = take_number(rest, 4);
  const bool parted = take(rest, {"-", "/", ".", "年"});
  const int month = take_number(rest, 2);
  if (parted && !take(rest, {"-", "/", ".", "月"})) return {};
  const int day = take_number(rest, 2);
  take(rest, {"日"});
  // 2021-03-04T00:00:00, 2021-03-04+08:00, 2021-03-04 00:00:00
  const bool ended = rest.empty() || (parted && std::string_view("T +-Z").find(rest.front()) != rest.npos);
  if (!ended || !is_day(year, month, day)) return {};
  std::string out = "0000-00-00";
  const auto put = [&](std::size_t at, std::size_t digits, int value) {
    for (; digits > 0; --digits, value /= 10) out[at + digits - 1] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, year);
  put(5, 2, month);
  put(8, 2, day);
  return out;
}

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// What a lead byte asks for: how many bytes, and the bounds of the second, which keep out overlong forms,
/// surrogates and what lies above U+10FFFF.
struct Lead {
  unsigned first;
  unsigned last;
  std::size_t length;
  unsigned second_from;
  unsigned second_to;
};
constexpr auto k_leads = std::to_array<Lead>({{0x00, 0x7F, 1, 0, 0},
                                              {0xC2, 0xDF, 2, 0x80, 0xBF},
                                              {0xE0, 0xE0, 3, 0xA0, 0xBF},
                                              {0xE1, 0xEC, 3, 0x80, 0xBF},
                                              {0xED, 0xED, 3, 0x80, 0x9F},
                                              {0xEE, 0xEF, 3, 0x80, 0xBF},
                                              {0xF0, 0xF0, 4, 0x90, 0xBF},
                                              {0xF1, 0xF3, 4, 0x80, 0xBF},
                                              {0xF4, 0xF4, 4, 0x80, 0x8F}});

/// Length of the character at `at`; 0 when it is none.
std::size_t character_length(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  const auto* kind =
      std::ranges::find_if(k_leads, [&](const Lead& l) { return lead >= l.first && lead <= l.last; });
  if (kind == k_leads.end()) return 0;
  if (kind->length == 1) return 1;
  const unsigned second = byte_at(text, at + 1);
  if (second < kind->second_from || second > kind->second_to) return 0;
  for (std::size_t i = 2; i < kind->length; ++i) {
    if ((byte_at(text, at + i) & 0xC0U) != 0x80) return 0;
  }
  return kind->length;
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  for (std::size_t at = 0; at < text.size();) {
    std::uint64_t word = high_bits;
    if (at + sizeof word <= text.size()) std::memcpy(&word, text.data() + at, sizeof word);
    const std::size_t length = (word & high_bits) == 0 ? sizeof word : character_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

}  // namespace tmsweep::import
