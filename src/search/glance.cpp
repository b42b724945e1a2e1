// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "search/letters.h"

namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;

/// What is known of each ASCII character, looked up: every mark that is compared is glanced at.
struct Known {
  std::uint32_t letter = 0;  ///< its bit of letters_in, folded
  std::uint32_t group = 0;   ///< the same of its group
  std::uint32_t sound = 0;   ///< its bit of sounds_in
  std::uint8_t look = 0;
  std::uint8_t vowel = 0;   ///< VowelKind, 0: none
  std::uint8_t first = 0;   ///< pairs that fold as well and begin with it, as bits: VV, RN, 13
  std::uint8_t second = 0;  ///< pairs that end with it
};
constexpr std::size_t k_ascii = 128;
constexpr std::array<Known, k_ascii> k_known = [] {
  std::array<Known, k_ascii> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<char32_t>(i);
    const char32_t look = look_of(c);
    const char32_t group = group_of(look);
    Known& k = out[i];
    k.letter = letters_in(Chars(&look, 1));
    k.group = letters_in(Chars(&group, 1));
    k.sound = sounds_in(Chars(&c, 1));
    k.look = static_cast<std::uint8_t>(look);
    k.vowel = static_cast<std::uint8_t>(vowel_kind(c));
    k.first = static_cast<std::uint8_t>((look == U'v' ? 1 : 0) | (c == U'r' ? 2 : 0) | (c == U'1' ? 4 : 0));
    k.second = static_cast<std::uint8_t>((look == U'v' ? 1 : 0) | (c == U'n' ? 2 : 0) | (c == U'3' ? 4 : 0));
  }
  return out;
}();

constexpr char32_t looked_up(char32_t c) {
  return c < k_ascii ? k_known[c].look : look_of(c);
}

/// Folds letter by letter, as kana and pairs of letters need it. The vowels are left as they are.
void fold_slowly(Chars letters, Run& out, Glance& glance) {
  out.clear();
  glance.letters = 0;
  glance.groups = 0;
  glance.sounds = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t own = letters[i];
    const bool ascii = own < k_ascii;
    if (!ascii && is_mute_kana(own)) continue;
    char32_t c = looked_up(own);
    if (ascii) glance.sounds |= k_known[own].sound;
    if (c == U'v' || own == U'r' || own == U'1') {
      const char32_t next = i + 1 < letters.size() ? letters[i + 1] : U'\0';
      const char32_t before = c;
      if (c == U'v' && looked_up(next) == U'v') c = U'w';
      if (own == U'r' && next == U'n') c = U'm';
      if (own == U'1' && next == U'3') c = U'b';
      if (c != before) {
        ++i;
        if (next < k_ascii) glance.sounds |= k_known[next].sound;
      }
    }
    out.push(c);
    glance.letters |= 1U << (c & 31U);
    glance.groups |= c < k_ascii ? k_known[c].group : 1U << (c & 31U);
  }
  glance.size = static_cast<std::uint8_t>(out.size());
}

}  // namespace

bool glance_at(Chars letters, Glance& out) {
  Glance g;
  if (letters.size() > k_most_compared) {
    out = g;
    return false;
  }
  unsigned before = 0;
  unsigned pairs = 0;
  bool vowel_before = false;
  bool ends_in_own_e = false;
  bool ascii = true;
  for (const char32_t c : letters) {
    const Known& k = k_known[c < k_ascii ? c : 0];
    ascii = ascii && c < k_ascii;
    g.letters |= k.letter;
    g.groups |= k.group;
    g.sounds |= k.sound;
    pairs |= before & k.second;
    before = k.first;
    const bool vowel = k.vowel != 0;
    ends_in_own_e = vowel && !vowel_before && c == U'e';
    if (vowel && !vowel_before) g.vowels.add(k.vowel);
    vowel_before = vowel;
  }
  if (ends_in_own_e && letters.size() > 2) g.vowels.drop();
  g.size = static_cast<std::uint8_t>(letters.size());
  out = g;
  return ascii && pairs == 0;
}

void fold(Chars letters, Run& out, Glance& glance) {
  if (!glance_at(letters, glance)) {
    fold_slowly(letters, out, glance);
    return;
  }
  char32_t* points = out.points();
  for (const char32_t c : letters) *points++ = k_known[c].look;
  out.set_size(letters.size());
}

Run folded(Chars letters) {
  Run out;
  Glance glance;
  fold(letters, out, glance);
  return out;
}

}  // namespace tmsweep::search
