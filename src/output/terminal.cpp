// SPDX-License-Identifier: Apache-2.0
#include "output/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>
#include "text/utf8.h"

namespace tmsweep::output {

namespace {

using Block = std::pair<char32_t, char32_t>;

/// Wide and full-width blocks of UAX #11 that brand names and our own texts use.
constexpr std::array<Block, 14> k_wide{{{0x1100, 0x115F},
                                        {0x2E80, 0x303E},
                                        {0x3041, 0x33FF},
                                        {0x3400, 0x4DBF},
                                        {0x4E00, 0x9FFF},
                                        {0xA000, 0xA4CF},
                                        {0xAC00, 0xD7A3},
                                        {0xF900, 0xFAFF},
                                        {0xFE30, 0xFE6F},
                                        {0xFF00, 0xFF60},
                                        {0xFFE0, 0xFFE6},
                                        {0x1F300, 0x1F64F},
                                        {0x1F900, 0x1F9FF},
                                        {0x20000, 0x3FFFD}}};
constexpr std::array<Block, 5> k_zero{
    {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}}};
constexpr std::array<Block, 12> k_acting{{{0x00, 0x1F},
                                          {0x7F, 0x9F},
                                          {0x61C, 0x61C},
                                          {0x180E, 0x180E},
                                          {0x200B, 0x200F},
                                          {0x2028, 0x202E},
                                          {0x2060, 0x206F},
                                          {0xFDD0, 0xFDEF},
                                          {0xFEFF, 0xFEFF},
                                          {0xFFF9, 0xFFFB},
                                          {0xFFFE, 0xFFFF},
                                          {0xE0000, 0xE007F}}};

template <class Blocks>
bool in(const Blocks& blocks, char32_t c) {
  return std::ranges::any_of(blocks, [&](const Block& b) { return c >= b.first && c <= b.second; });
}

/// The code point at the head of a text and its bytes; U+FFFD of one byte when that is broken.
std::pair<char32_t, std::size_t> first(std::string_view s) {
  constexpr std::pair<char32_t, std::size_t> k_broken{U'\uFFFD', 1};
  const auto b = static_cast<unsigned char>(s[0]);
  if (b < 0x80) return {b, 1};
  const std::size_t n = b < 0xC2 || b > 0xF4 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
  if (n == 0 || n > s.size()) return k_broken;
  char32_t c = b & (0xFFU >> (n + 1));
  for (std::size_t i = 1; i < n; ++i) {
    const auto next = static_cast<unsigned char>(s[i]);
    if ((next & 0xC0U) != 0x80U) return k_broken;
    c = (c << 6U) | (next & 0x3FU);
  }
  constexpr std::array<char32_t, 5> k_least{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  if (c < k_least[n] || surrogate || c > 0x10FFFF) return k_broken;
  return {c, n};
}

/// Code points of a text; a byte that belongs to none stands as U+FFFD.
std::vector<std::pair<char32_t, std::string_view>> points(std::string_view s) {
  std::vector<std::pair<char32_t, std::string_view>> out;
  while (!s.empty()) {
    const auto [c, n] = first(s);
    const bool broken = n == 1 && c == U'\uFFFD';
    out.emplace_back(c, broken ? std::string_view("\xEF\xBF\xBD") : s.substr(0, n));
    s.remove_prefix(n);
  }
  return out;
}

/// Closing punctuation may not begin a line.
bool clings(char32_t c) {
  static constexpr std::u32string_view closing = U"，。、；：？！”’）》」』】,.;:?!)]}";
  return closing.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string printable(std::string_view s, bool keep_lines) {
  std::string out;
  for (const auto& [c, bytes] : points(s)) {
    if (c == '\n' && keep_lines) {
      out += '\n';
    } else if (in(k_acting, c)) {
      out += fmt::format("‹U+{:04X}›", static_cast<std::uint32_t>(c));
    } else {
      out += bytes;
    }
  }
  return out;
}

int columns(char32_t c) {
  return in(k_zero, c) ? 0 : in(k_wide, c) ? 2 : 1;
}

int columns(std::string_view utf8) {
  int n = 0;
  for (const auto& [c, bytes] : points(utf8)) n += columns(c);
  return n;
}

std::string readable(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    const Result<std::u32string> points = text::decode(bytes);
    if (points) return out + std::string(bytes);
    const std::size_t bad = points.error().byte_offset.value_or(0);
    out += bytes.substr(0, bad);
    if (!out.ends_with("\xEF\xBF\xBD")) out += "\xEF\xBF\xBD";
    bytes.remove_prefix(std::min(bad + 1, bytes.size()));
  }
  return out;
}

std::string wrapped(std::string_view s, int width, int indent) {
  std::string out;
  std::string line;
  int used = 0;
  std::size_t break_at = 0;  // bytes of `line` after which it may be broken; 0: nowhere
  const auto flush = [&](std::size_t bytes) {
    const std::size_t end = line.find_last_not_of(' ', bytes - 1);
    out += line.substr(0, end + 1) + "\n" + std::string(static_cast<std::size_t>(indent), ' ');
    line.erase(0, bytes);
    used = indent + columns(line);
    break_at = 0;
  };
  used = indent;
  for (const auto& [c, bytes] : points(s)) {
    if (c == U'\n') {  // a paragraph ends
      out += line + "\n" + std::string(static_cast<std::size_t>(indent), ' ');
      line.clear();
      used = indent;
      break_at = 0;
      continue;
    }
    const bool wide = columns(c) == 2;
    if (wide && !line.empty() && !clings(c)) break_at = line.size();
    if (used + columns(c) > width && break_at > 0 && c != ' ') flush(break_at);
    if (c == ' ' && line.empty() && !out.empty()) continue;
    line += bytes;
    used += columns(c);
    if (c == ' ' || (wide && !clings(c))) break_at = c == ' ' ? line.size() : break_at;
  }
  return out + line;
}

}  // namespace tmsweep::output
