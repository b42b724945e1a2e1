// SPDX-License-Identifier: Apache-2.0
#include "search/index_text.h"

#include <algorithm>

namespace tmsweep::search {

namespace {

constexpr std::uint8_t k_plane = 0xF0;
constexpr std::uint8_t k_planes = 0xF1;
constexpr char32_t k_han_first = 0x4E00;
constexpr char32_t k_han_last = 0x9FFF;

void put_point(char32_t c, std::string& out) {
  const auto byte = [&](std::uint32_t b) { out.push_back(static_cast<char>(b & 0xFFU)); };
  if (c >= 0x20 && c < 0x7F) {
    byte(c);
  } else if (c >= k_han_first && c <= k_han_last) {
    byte(0x80U | ((c - k_han_first) >> 8U));
    byte(c - k_han_first);
  } else if (c <= 0xFFFF) {
    byte(k_plane);
    byte(c >> 8U);
    byte(c);
  } else {
    byte(k_planes);
    byte(c >> 16U);
    byte(c >> 8U);
    byte(c);
  }
}

std::size_t point_size(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  if (c >= k_han_first && c <= k_han_last) return 2;
  return c <= 0xFFFF ? 3 : 4;
}

/// The code point that begins with `first`, which is none of ASCII; what is cut off counts as zero.
char32_t wide_point(std::uint32_t first, const std::uint8_t*& at, const std::uint8_t* end) {
  const auto wide = [&](int bytes) {
    char32_t c = 0;
    while (bytes-- > 0) c = c << 8U | (at != end ? *at++ : 0U);
    return c;
  };
  if (first == k_plane) return wide(2);
  if (first == k_planes) return std::min<char32_t>(wide(3), 0x10FFFF);
  return k_han_first + ((first & 0x7FU) << 8U | wide(1));
}

}  // namespace

std::size_t kept(std::u32string_view text) {
  std::size_t bytes = 0;
  std::size_t n = 0;
  // A token mark may stand before any of them.
  for (; n < text.size() && n < k_most_compared; ++n) {
    bytes += point_size(text[n]) + (is_han(text[n]) ? 0 : 1);
    if (bytes > k_most_bytes) break;
  }
  return n;
}

void put_sign(const Sign& sign, std::string& out) {
  const std::size_t head = out.size();
  out.push_back('\0');
  const bool views = sign.view_count > 1;
  if (views) {
    out.push_back(static_cast<char>(sign.view_count - 1));
    for (const View& v : sign.all_views().subspan(1)) {
      const auto packed =
          static_cast<std::uint16_t>(v.start | (static_cast<unsigned>(v.size - 1) << k_view_bits) |
                                     (static_cast<unsigned>(v.kind) << (2 * k_view_bits)));
      out.push_back(static_cast<char>(packed & 0xFFU));
      out.push_back(static_cast<char>(packed >> 8U));
    }
  }
  const std::size_t begin = out.size();
  for (std::size_t i = 0; i < sign.text.size(); ++i) {
    const char32_t c = sign.text[i];
    if (i > 0 && !is_han(c) && (sign.starts >> i & 1U) != 0) out.push_back(static_cast<char>(k_token));
    put_point(c, out);
  }
  out[head] = static_cast<char>((out.size() - begin) | (views ? k_has_views : 0U));
}

Sign read_sign(std::span<const std::uint8_t> bytes, std::size_t& used) {
  Sign s;
  used = sign_size(bytes);
  if (used == 0) return s;
  const std::size_t text_size = bytes[0] & 0x7FU;
  const std::uint8_t* at = bytes.data() + (used - text_size);
  const std::uint8_t* const end = at + text_size;
  char32_t* const points = s.text.points();
  std::size_t n = 0;
  std::uint64_t begins = 1;
  while (at != end && n < k_most_compared) {
    const std::uint32_t first = *at++;
    if (first == k_token) {
      begins = 1;
      continue;
    }
    char32_t c = first;
    if (first >= 0x80) {
      c = wide_point(first, at, end);
      const bool han = is_han(c);
      begins |= han ? 1U : 0U;
      s.han = static_cast<std::uint8_t>(s.han + (han ? 1 : 0));
    }
    points[n] = c;
    s.starts |= begins << n++;
    begins = 0;
  }
  s.text.set_size(n);
  s.views[s.view_count++] = {0, static_cast<std::uint8_t>(s.text.size()), ViewKind::whole};
  const std::size_t views = (bytes[0] & k_has_views) != 0 ? bytes[1] : 0U;
  for (std::size_t i = 0; i < views && s.view_count < s.views.size(); ++i) {
    const View v = unpacked_view(bytes.subspan(2 + 2 * i).first<2>());
    const bool inside = v.start + v.size <= s.text.size() && v.kind <= ViewKind::word;
    if (inside) s.views[s.view_count++] = v;
  }
  return s;
}

}  // namespace tmsweep::search
