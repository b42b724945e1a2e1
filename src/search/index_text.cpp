// SPDX-License-Identifier: Apache-2.0
#include "search/index_text.h"

#include <algorithm>

namespace tmsweep::search {

namespace {

constexpr std::uint8_t k_has_views = 0x80;
constexpr std::uint8_t k_token = 0x01;
constexpr std::uint8_t k_plane = 0xF0;
constexpr std::uint8_t k_planes = 0xF1;
constexpr char32_t k_han_first = 0x4E00;
constexpr char32_t k_han_last = 0x9FFF;

// A view in two bytes: start and size − 1 in six bits each, the kind in three.
constexpr unsigned k_six = 6;
constexpr std::uint16_t k_mask = 0x3F;

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

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  [[nodiscard]] bool done() const { return at_ >= bytes_.size(); }
  std::uint32_t byte() { return at_ < bytes_.size() ? bytes_[at_++] : 0U; }
  char32_t point(std::uint32_t first) {
    if (first < 0x80) return first;
    if (first == k_plane) return wide(2);
    if (first == k_planes) return std::min<char32_t>(wide(3), 0x10FFFF);
    return k_han_first + ((first & 0x7FU) << 8U | byte());
  }

 private:
  char32_t wide(int bytes) {
    char32_t c = 0;
    while (bytes-- > 0) c = c << 8U | byte();
    return c;
  }
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

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
      const auto packed = static_cast<std::uint16_t>(v.start | (static_cast<unsigned>(v.size - 1) << k_six) |
                                                     (static_cast<unsigned>(v.kind) << (2 * k_six)));
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

std::size_t sign_size(std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) return 0;
  std::size_t size = 1U + (bytes[0] & 0x7FU);
  if ((bytes[0] & k_has_views) != 0) {
    if (bytes.size() < 2) return 0;
    size += 1U + std::size_t{2} * bytes[1];
  }
  return size <= bytes.size() ? size : 0;
}

Sign read_sign(std::span<const std::uint8_t> bytes, std::size_t& used) {
  Sign s;
  used = sign_size(bytes);
  if (used == 0) return s;
  const std::size_t text_size = bytes[0] & 0x7FU;
  Reader text(bytes.subspan(used - text_size, text_size));
  bool begins = true;
  while (!text.done()) {
    const std::uint32_t first = text.byte();
    if (first == k_token) {
      begins = true;
      continue;
    }
    const char32_t c = text.point(first);
    const bool han = is_han(c);
    if ((begins || han) && s.text.size() < k_most_compared) s.starts |= std::uint64_t{1} << s.text.size();
    s.han = static_cast<std::uint8_t>(s.han + (han ? 1 : 0));
    s.text.push(c);
    begins = false;
  }
  s.views[s.view_count++] = {0, static_cast<std::uint8_t>(s.text.size()), ViewKind::whole};
  const std::size_t views = (bytes[0] & k_has_views) != 0 ? bytes[1] : 0U;
  for (std::size_t i = 0; i < views && s.view_count < s.views.size(); ++i) {
    const auto packed = static_cast<std::uint16_t>(bytes[2 + 2 * i] | bytes[3 + 2 * i] << 8);
    const View v{static_cast<std::uint8_t>(packed & k_mask),
                 static_cast<std::uint8_t>((packed >> k_six & k_mask) + 1),
                 static_cast<ViewKind>(packed >> (2 * k_six) & 7U)};
    const bool inside = v.start + v.size <= s.text.size() && v.kind <= ViewKind::word;
    if (inside) s.views[s.view_count++] = v;
  }
  return s;
}

}  // namespace tmsweep::search
