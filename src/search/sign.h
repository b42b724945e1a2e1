// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "image/image.h"
#include "model/mark.h"

namespace tmsweep::search {

/// Code points of a name that are compared; a longer name is compared by its beginning.
inline constexpr std::size_t k_most_compared = 64;

/// A run of code points of bounded length, kept in place: comparing allocates nothing.
class Run {
 public:
  Run() = default;
  explicit Run(std::u32string_view text) {
    for (const char32_t c : text.substr(0, k_most_compared)) push(c);
  }
  void push(char32_t c) {
    if (size_ < k_most_compared) points_[size_++] = c;
  }
  /// For `count` code points or fewer that are written one by one, k_most_compared at most.
  char32_t* points() { return points_.data(); }
  void set_size(std::size_t count) { size_ = static_cast<std::uint8_t>(count); }
  void pop() { --size_; }
  void clear() { size_ = 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::u32string_view view() const { return {points_.data(), size_}; }
  [[nodiscard]] char32_t operator[](std::size_t i) const { return points_[i]; }
  char32_t& operator[](std::size_t i) { return points_[i]; }

 private:
  std::array<char32_t, k_most_compared> points_;  // left unset: only the first size_ are read
  std::uint8_t size_ = 0;
};

/// What of a name is compared on its own (examination guidelines, part 2, chapter 5, 5.1.12 to 5.1.17).
enum class ViewKind : std::uint8_t {
  whole,
  distinctive,  ///< without the goods, company, place and similar words at its ends: 历蜀记[火锅店]
  kernel,       ///< without the weak characters left then: [老]庆福, 牛[牌]
  part,         ///< the Han or the Latin part of a name that has both
  word          ///< one word of several in Latin letters
};

struct View {
  std::uint8_t start = 0;
  std::uint8_t size = 0;
  ViewKind kind = ViewKind::whole;
};

/// A name as the search keeps it. Everything here follows from `text`, `starts` and the image, so that an
/// index stores no more than these.
struct Sign {
  Run text;                  ///< Mark::core
  std::uint64_t starts = 0;  ///< bit i: a token begins at code point i
  std::uint8_t han = 0;      ///< how many code points are Han
  std::array<View, 8> views{};
  std::uint8_t view_count = 0;  ///< the first view is the whole name

  [[nodiscard]] std::span<const View> all_views() const { return {views.data(), view_count}; }
  [[nodiscard]] std::u32string_view of(const View& v) const { return text.view().substr(v.start, v.size); }
};

/// Whether the search treats `c` as a Han character.
constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || c == 0x3005 || c == 0x3007;
}
constexpr bool is_letter(char32_t c) {
  return c >= U'a' && c <= U'z';
}
constexpr bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
inline std::size_t han_in(std::u32string_view text) {
  std::size_t n = 0;
  for (const char32_t c : text) n += is_han(c) ? 1U : 0U;
  return n;
}

/// The word in letters that the name begins with, weak words set aside; empty when it begins otherwise.
View first_word(const Sign& sign);

Sign make_sign(const image::Image& image, std::u32string_view core,
               std::span<const std::uint8_t> token_edges);
/// The same where the known parts of the core, as in Mark, have been found.
Sign make_sign(const image::Image& image, std::u32string_view core, std::span<const std::uint8_t> token_edges,
               std::span<const KnownPart> known);
inline Sign make_sign(const image::Image& image, const Mark& mark) {
  return make_sign(image, mark.core.text, mark.token_edges, mark.known_parts);
}

/// Whether a list calls all of `text` weak: names of goods, descriptions, places, forms of companies and
/// premises, modifiers, articles, particles.
bool is_weak(const image::Image& image, std::u32string_view text);
/// Whether many brands begin with this word, so that two names may share it: ROYAL, FIRST.
bool is_common_start(const image::Image& image, std::u32string_view text);
/// Whether `text` is a word of the Chinese or English word list; these hold brand names, too.
bool is_word(const image::Image& image, std::u32string_view text);

}  // namespace tmsweep::search
