// SPDX-License-Identifier: Apache-2.0
#include "search/compare.h"

#include <algorithm>
#include <array>
#include <numeric>

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
Close closeness(const Image& image, const Sign& a, const Sign& b, std::size_t i) {
  if (a.text[i] == b.text[i]) return Close::equal;
  bool near = false;
  for (const std::uint16_t x : image.readings(a.readings[i])) {
    for (const std::uint16_t y : image.readings(b.readings[i])) {
      if (x == y) return Close::homophone;
      near = near || image.sound_class(x) == image.sound_class(y);
    }
  }
  if (near) return Close::near;
  return looks_like(image, a.text[i], b.text[i]) ? Close::look : Close::other;
}

Likeness compare_places(const Image& image, const Sign& a, const Sign& b) {
  const std::size_t n = a.text.size();
  std::array<int, 5> count{};
  std::uint32_t last_changed = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const Close close = closeness(image, a, b, i);
    ++count[static_cast<std::size_t>(close)];
    if (close != Close::equal) last_changed = static_cast<std::uint32_t>(i);
  }
  const auto of = [&](Close c) { return count[static_cast<std::size_t>(c)]; };
  const int changed = static_cast<int>(n) - of(Close::equal);
  if (n >= 2 && of(Close::other) == 0) {
    if (of(Close::look) == 0)
      return {of(Close::near) > 0 ? Relation::near_homophone : Relation::homophone, changed, {}};
    // Two short names of which every character is another are two names.
    if (changed == 1 || n >= 3) return {Relation::glyph, changed, {}};
  }
  if (n >= 3 && changed == 1) return {Relation::one_character, 1, {last_changed, 1}};
  return {};
}

/// One name wholly in the other; neither may be shorter than `least`.
Likeness containment(Chars later, Chars earlier, std::size_t least) {
  if (std::min(later.size(), earlier.size()) < least) return {};
  if (const std::size_t at = later.find(earlier); at != Chars::npos) {
    return {Relation::containment,
            static_cast<int>(later.size() - earlier.size()),
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(earlier.size())}};
  }
  if (earlier.find(later) == Chars::npos) return {};
  return {Relation::containment, static_cast<int>(earlier.size() - later.size()), {}};
}

std::u32string sorted(std::u32string s) {
  std::ranges::sort(s);
  return s;
}

Likeness compare_characters(const Image& image, const Sign& later, const Sign& earlier) {
  if (later.text.size() == earlier.text.size()) {
    if (const Likeness l = compare_places(image, later, earlier); l.relation != Relation::none) return l;
    if (later.text.size() >= 3 && sorted(later.text) == sorted(earlier.text))
      return {Relation::order, static_cast<int>(later.text.size()), {}};
  } else if (later.collapsed == earlier.collapsed) {
    return {Relation::repetition, 1, {}};
  }
  return containment(later.text, earlier.text, 2);
}

/// Letters that are easily taken for one another in print, brought to one of them.
std::u32string shapes(Chars s) {
  std::u32string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char32_t next = i + 1 < s.size() ? s[i + 1] : U'\0';
    if ((s[i] == U'v' && next == U'v') || (s[i] == U'r' && next == U'n')) {
      out.push_back(s[i] == U'v' ? U'w' : U'm');
      ++i;
    } else {
      out.push_back(s[i] == U'i' ? U'l' : s[i] == U'g' ? U'c' : s[i] == U'u' ? U'v' : s[i]);
    }
  }
  return out;
}

/// Optimal string alignment distance (insertion, deletion, substitution, exchange of neighbours).
int distance(Chars a, Chars b) {
  std::vector<int> before(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  std::iota(last.begin(), last.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last.back();
}

/// How a Latin name sounds: consonants by their sound, `a` for each run of vowels. KRESSCO and CRESCO are
/// one.
std::u32string sound_key(Chars s) {
  static constexpr Chars k_vowels = U"aeiouy";
  std::u32string out;
  const auto put = [&](char32_t c) {
    if (out.empty() || out.back() != c) out.push_back(c);
  };
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char32_t next = i + 1 < s.size() ? s[i + 1] : U'\0';
    if (k_vowels.find(s[i]) != Chars::npos) {
      put(U'a');
      continue;
    }
    switch (s[i]) {
      case U'h':
      case U'w':
        break;
      case U'p':
        put(next == U'h' ? U'f' : U'p');
        break;
      case U'c':
        put(next == U'e' || next == U'i' || next == U'y' ? U's' : U'k');
        break;
      case U'q':
        put(U'k');
        break;
      case U'v':
        put(U'f');
        break;
      case U'z':
        put(U's');
        break;
      case U'x':
        if (i > 0) put(U'k');
        put(U's');
        break;
      default:
        put(s[i]);
    }
  }
  return out;
}

Likeness compare_letters(const Sign& later, const Sign& earlier) {
  constexpr std::size_t k_least_shapes = 3;
  constexpr std::size_t k_least_letters = 4;
  constexpr std::size_t k_least_for_two = 6;  ///< letters of the shorter name before two may differ
  constexpr std::size_t k_most_longer = 2;
  const std::size_t least = std::min(later.text.size(), earlier.text.size());
  const std::size_t most = std::max(later.text.size(), earlier.text.size());
  if (least >= k_least_shapes && shapes(later.letters) == shapes(earlier.letters))
    return {Relation::confusable, distance(later.text, earlier.text), {}};
  if (least < k_least_letters) return {};
  if (most - least <= k_most_longer) {
    const int d = distance(later.text, earlier.text);
    if (d <= 1 || (d == 2 && least >= k_least_for_two)) return {Relation::edit, d, {}};
    const std::u32string sound = sound_key(later.text);
    if (sound.size() >= k_least_letters && sound == sound_key(earlier.text))
      return {Relation::phonetic, d, {}};
  }
  return containment(later.text, earlier.text, k_least_letters);
}

/// The code points of the normalized name that became the core.
std::u32string written(const Mark& mark) {
  std::u32string out;
  for (std::size_t i = 0; i < mark.normalized.text.size(); ++i) {
    if (std::ranges::find(mark.core.origin, mark.normalized.origin[i]) != mark.core.origin.end())
      out.push_back(mark.normalized.text[i]);
  }
  return out;
}

}  // namespace

Sign make_sign(const Mark& mark) {
  const auto form = [&](const Form& f) { return f.text.empty() ? mark.core.text : f.text; };
  Sign s{mark.core.text,
         written(mark),
         form(mark.numerals),
         form(mark.collapsed),
         form(mark.skeleton),
         mark.readings,
         {},
         0};
  s.han = static_cast<std::size_t>(std::ranges::count(mark.scripts, Script::han));
  if (s.han == s.text.size() && s.han >= 2) {
    for (const char c : mark.pinyin) {
      if (c != ' ') s.spelled.push_back(static_cast<unsigned char>(c));
    }
  }
  return s;
}

Likeness compare(const Image& image, const Sign& later, const Sign& earlier) {
  if (later.text.empty() || earlier.text.empty()) return {};
  if (later.text == earlier.text)
    return {later.written == earlier.written ? Relation::identical : Relation::script, 0, {}};
  if (later.digits == earlier.digits && later.digits.size() >= 2) return {Relation::numeral, 1, {}};
  if (later.spelled == earlier.text || earlier.spelled == later.text) return {Relation::pinyin, 0, {}};
  const bool letters = later.han == 0 && earlier.han == 0;
  return letters ? compare_letters(later, earlier) : compare_characters(image, later, earlier);
}

}  // namespace tmsweep::search
