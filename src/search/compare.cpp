// SPDX-License-Identifier: Apache-2.0
#include "search/compare.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "text/utf8.h"

namespace tmsweep::search {

namespace {

using image::Image;
using Chars = std::u32string_view;

enum class Close : std::uint8_t { equal, homophone, near, look, other };

bool looks_like(const Image& image, char32_t a, char32_t b) {
  return image.lookalikes(image.info(a)).find(b) != Chars::npos ||
         image.lookalikes(image.info(b)).find(a) != Chars::npos;
}

/// How two characters at the same place stand to each other; every reading of a heteronym counts.
Close closeness(const Image& image, const Sign& a, std::size_t i, const Sign& b, std::size_t j) {
  if (a.text[i] == b.text[j]) return Close::equal;
  bool near = false;
  for (const std::uint16_t x : image.readings(a.readings[i])) {
    for (const std::uint16_t y : image.readings(b.readings[j])) {
      if (x == y) return Close::homophone;
      near = near || image.sound_class(x) == image.sound_class(y);
    }
  }
  if (near) return Close::near;
  return looks_like(image, a.text[i], b.text[j]) ? Close::look : Close::other;
}

Likeness compare_places(const Image& image, const Sign& a, const Sign& b) {
  const std::size_t n = a.text.size();
  std::array<int, 5> count{};
  for (std::size_t i = 0; i < n; ++i) ++count[static_cast<std::size_t>(closeness(image, a, i, b, i))];
  const int homophone = count[1];
  const int near = count[2];
  const int look = count[3];
  const int other = count[4];
  const int changed = homophone + near + look + other;
  if (n >= 2 && other == 0) {
    if (look == 0) return {near > 0 ? Relation::near_homophone : Relation::homophone, changed, {}};
    // Two short names of which every character is another are two names.
    if (changed == 1 || n >= 3) return {Relation::glyph, changed, {}};
  }
  if (n >= 3 && changed == 1) return {Relation::one_character, 1, {}};
  return {};
}

std::u32string sorted(std::u32string s) {
  std::ranges::sort(s);
  return s;
}

std::u32string collapsed(Chars s) {
  std::u32string out(s);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

bool mostly_han(const Sign& s) {
  return s.han > 0;
}

/// Letters that are easily taken for one another in print.
char32_t shape_of(char32_t c) {
  switch (c) {
    case U'0':
    case U'q':
    case U'c':
    case U'g':
      return U'o';
    case U'1':
    case U'i':
      return U'l';
    case U'5':
      return U's';
    case U'8':
      return U'b';
    case U'u':
      return U'v';
    case U'h':
    case U'm':
    case U'w':
      return U'n';
    default:
      return c;
  }
}

std::u32string shapes(Chars s) {
  std::u32string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const bool double_v = s[i] == U'v' && i + 1 < s.size() && s[i + 1] == U'v';
    out.push_back(shape_of(double_v ? U'w' : s[i]));
    if (double_v) ++i;
  }
  return out;
}

/// Optimal string alignment distance (insertion, deletion, substitution, exchange of neighbours).
int distance(Chars a, Chars b) {
  std::vector<int> before(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::iota(last.begin(), last.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<int> row(b.size() + 1);
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before = std::move(last);
    last = std::move(row);
  }
  return last.back();
}

/// Consonants as they sound, vowels dropped but for the first: KRESSCO and CRESCO are one.
std::u32string sound_key(Chars s) {
  static constexpr Chars k_vowels = U"aeiouyhw";
  std::u32string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    char32_t c = s[i];
    const char32_t next = i + 1 < s.size() ? s[i + 1] : 0;
    const bool soft = next == U'e' || next == U'i' || next == U'y';
    if (c == U'p' && next == U'h') c = U'f';
    if (c == U'c') c = soft ? U's' : U'k';
    if (c == U'q') c = U'k';
    if (c == U'z') c = U's';
    if (c == U'v') c = U'f';
    if (c == U'x') {
      if (i > 0) out.push_back(U'k');
      c = U's';
    }
    if (k_vowels.find(c) != Chars::npos) {
      if (out.empty()) out.push_back(U'a');
      continue;
    }
    if (out.empty() || out.back() != c) out.push_back(c);
  }
  return out;
}

Likeness compare_letters(const Sign& later, const Sign& earlier) {
  const Chars a = later.text;
  const Chars b = earlier.text;
  const std::size_t least = std::min(a.size(), b.size());
  const std::size_t most = std::max(a.size(), b.size());
  if (least >= 3 && shapes(a) == shapes(b)) return {Relation::confusable, distance(a, b), {}};
  if (most - least <= 2 && least >= 4) {
    const int d = distance(a, b);
    if (d <= 1 || (d == 2 && least >= 6)) return {Relation::edit, d, {}};
  }
  const std::u32string sound = sound_key(a);
  if (sound.size() >= 3 && sound == sound_key(b)) return {Relation::phonetic, distance(a, b), {}};
  if (least >= 4) {
    const std::size_t at = a.find(b);
    if (at != Chars::npos) {
      return {Relation::containment,
              static_cast<int>(a.size() - b.size()),
              {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(b.size())}};
    }
    if (b.find(a) != Chars::npos) return {Relation::containment, static_cast<int>(b.size() - a.size()), {}};
  }
  return {};
}

Likeness compare_characters(const Image& image, const Sign& later, const Sign& earlier) {
  const Chars a = later.text;
  const Chars b = earlier.text;
  if (a.size() == b.size()) {
    if (const Likeness places = compare_places(image, later, earlier); places.relation != Relation::none)
      return places;
  }
  if (a.size() >= 3 && a.size() == b.size() && sorted(later.text) == sorted(earlier.text))
    return {Relation::order, static_cast<int>(a.size()), {}};
  if (a.size() >= 2 && b.size() >= 2 && collapsed(a) == collapsed(b)) return {Relation::repetition, 1, {}};
  if (b.size() >= 2 && a.size() > b.size()) {
    if (const std::size_t at = a.find(b); at != Chars::npos) {
      return {Relation::containment,
              static_cast<int>(a.size() - b.size()),
              {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(b.size())}};
    }
  }
  if (a.size() >= 2 && b.find(a) != Chars::npos)
    return {Relation::containment, static_cast<int>(b.size() - a.size()), {}};
  return {};
}

}  // namespace

Sign make_sign(const Mark& mark) {
  Sign s{
      mark.core.text, mark.numerals.text.empty() ? mark.core.text : mark.numerals.text, mark.readings, {}, 0};
  for (const Script script : mark.scripts) s.han += script == Script::han ? 1U : 0U;
  if (s.han == s.text.size() && s.han >= 2) {
    for (const char c : mark.pinyin) {
      if (c != ' ') s.spelled.push_back(static_cast<unsigned char>(c));
    }
  }
  return s;
}

Likeness compare(const Image& image, const Sign& later, const Sign& earlier) {
  if (later.text.empty() || earlier.text.empty()) return {};
  if (later.text == earlier.text) return {Relation::identical, 0, {}};
  if (later.digits == earlier.digits && later.digits.size() >= 2) return {Relation::numeral, 1, {}};
  if ((!later.spelled.empty() && later.spelled == earlier.text) ||
      (!earlier.spelled.empty() && earlier.spelled == later.text)) {
    return {Relation::pinyin, 0, {}};
  }
  if (!mostly_han(later) && !mostly_han(earlier)) return compare_letters(later, earlier);
  return compare_characters(image, later, earlier);
}

}  // namespace tmsweep::search
