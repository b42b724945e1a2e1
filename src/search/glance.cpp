// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <bit>

#include "search/letters.h"

namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;

/// What is known of each ASCII character, looked up: every mark that is compared is glanced at.
struct Known {
  std::uint64_t bits = 0;   ///< its bit of letters_in, folded, and in the upper half that of its group
  std::uint32_t sound = 0;  ///< its bit of sounds_in
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
    k.bits = letters_in(Chars(&look, 1)) | std::uint64_t{letters_in(Chars(&group, 1))} << 32U;
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

/// The vowels of letters of which these are vowels.
Vowels vowels_at(Chars letters, std::uint64_t vowels) {
  Vowels out;
  if (letters.size() > 2 && letters.back() == U'e') vowels &= ~(std::uint64_t{1} << (letters.size() - 1));
  for (std::uint64_t starts = vowels & ~(vowels << 1U); starts != 0; starts &= starts - 1)
    out.add(k_known[letters[static_cast<std::size_t>(std::countr_zero(starts))]].vowel);
  return out;
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
    glance.groups |= 1U << (group_of(c) & 31U);
  }
  glance.size = static_cast<std::uint8_t>(out.size());
}

}  // namespace

bool glance_at(Chars letters, Glance& out) {
  out = Glance{};
  if (letters.size() > k_most_compared) return false;
  std::uint64_t bits = 0;
  std::uint64_t vowels = 0;  // bit i: the letter i is one
  std::uint32_t sounds = 0;
  std::uint32_t pairs = 0;
  std::uint32_t before = 0;
  char32_t highest = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i];
    highest |= c;
    const Known& k = k_known[c & (k_ascii - 1)];
    bits |= k.bits;
    sounds |= k.sound;
    pairs |= before & k.second;
    before = k.first;
    vowels |= std::uint64_t{k.vowel != 0} << i;
  }
  if (highest >= k_ascii) return false;
  out.letters = static_cast<std::uint32_t>(bits);
  out.groups = static_cast<std::uint32_t>(bits >> 32U);
  out.sounds = sounds;
  out.size = static_cast<std::uint8_t>(letters.size());
  out.vowels = vowels_at(letters, vowels);
  return pairs == 0;
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
