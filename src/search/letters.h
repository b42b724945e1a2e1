// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "search/sign.h"

namespace tmsweep::search {

/// Letters that are easily taken for one another in print, brought to one of them: VV/W, RN/M, I/L/1, O/0,
/// G/C, U/V, 5/S, 8/B, 13/B (guidelines 5.1.5: 13055 against BOSS; 5.1.9: DMG/DMC, PAL/PAI). Of kana, which
/// are compared by sound: Hiragana as Katakana, small ones as large ones, without the signs that make a sound
/// longer or harder (ー, ッ). Idempotent.
Run folded(std::u32string_view letters);

constexpr bool is_kana(char32_t c) {
  return c >= 0x3041 && c <= 0x30FF;
}
/// Whether folding leaves this kana out.
constexpr bool is_mute_kana(char32_t c) {
  return c == 0x30FC || c == 0x30C3 || c == 0x3063;
}
constexpr char32_t large_katakana(char32_t c) {
  if (c < 0x3097) c += 0x60;
  switch (c) {
    case 0x30A1:
    case 0x30A3:
    case 0x30A5:
    case 0x30A7:
    case 0x30A9:
    case 0x30E3:
    case 0x30E5:
    case 0x30E7:
    case 0x30EE:
      return c + 1;
    default:
      return c;
  }
}
/// How much a name says, in letters: one kana stands for a consonant and a vowel.
constexpr std::size_t letters_worth(std::u32string_view text) {
  std::size_t n = text.size();
  for (const char32_t c : text) n += is_kana(c) ? 1U : 0U;
  return n;
}

/// The same for one letter or kana.
constexpr char32_t look_of(char32_t c) {
  if (is_kana(c)) return large_katakana(c);
  switch (c) {
    case U'i':
    case U'1':
    case U'|':
      return U'l';
    case U'g':
      return U'c';
    case U'u':
      return U'v';
    case U'0':
      return U'o';
    case U'5':
      return U's';
    case U'8':
      return U'b';
    default:
      return c;
  }
}

/// Which letters a folded name has, as bits: one edit changes at most two of them.
constexpr std::uint32_t letters_in(std::u32string_view folded) {
  std::uint32_t mask = 0;
  for (const char32_t c : folded) mask |= 1U << (c & 31U);
  return mask;
}
/// Which sounds the consonants of a name stand for, roughly: names of one Metaphone key differ in few.
constexpr std::uint32_t sounds_in(std::u32string_view letters) {
  // Letters of one sound share a bit; vowels, H, W and Y have none.
  constexpr std::u32string_view k_bits = U".bkt.fk..jklmn.pkrst.f.k.s";
  std::uint32_t mask = 0;
  for (const char32_t c : letters) {
    const char32_t sound = c >= U'a' && c <= U'z' ? k_bits[c - U'a'] : U'.';
    if (sound != U'.') mask |= 1U << (sound & 31U);
  }
  return mask;
}

/// Folded letters of like sound brought to one of them: E/I/Y, O/U, C/G/K/Q, S/Z, B/P, D/T, M/N. Folding has
/// brought I and L, U and V together before, so these go with E and O as well.
constexpr char32_t group_of(char32_t folded) {
  switch (folded) {
    case U'e':
    case U'y':
      return U'l';
    case U'v':
      return U'o';
    case U'k':
    case U'q':
      return U'c';
    case U'z':
      return U's';
    case U'p':
      return U'b';
    case U'd':
      return U't';
    case U'n':
      return U'm';
    default:
      return folded;
  }
}
Run grouped(std::u32string_view folded);
/// How a Latin name sounds: the Metaphone key of Lawrence Philips (Computer Language 7/12, 1990) and the kind
/// of each of its vowels, to which Metaphone itself is deaf: KRESSCO is CRESCO, but PRADA is not PARTY. Empty
/// for a name that is not all Latin letters.
Run metaphone(std::u32string_view letters);

/// How many vowels of metaphone(letters) are of another kind than those of `key`; nothing when more than
/// `most` are, or another consonant, or there are more or fewer of them. Most names are told apart by their
/// vowels alone.
std::optional<int> vowels_apart(std::u32string_view letters, std::u32string_view key, int most);

/// A folded name and what can be told of it at a glance: two names differ in few of these bits when they are
/// close.
struct Folded {
  Run run;
  std::uint32_t letters;  ///< letters_in(run)
  std::uint32_t groups;   ///< letters_in(grouped(run))
  std::uint32_t sounds;   ///< sounds_in of the name as it is written
};
void fold(std::u32string_view letters, Folded& out);

/// How many of a Metaphone key are vowels; they stand at its end.
constexpr std::size_t vowels_in(std::u32string_view key) {
  std::size_t n = 0;
  while (n < key.size() && key[key.size() - 1 - n] >= U'1' && key[key.size() - 1 - n] <= U'3') ++n;
  return n;
}

/// Optimal string alignment distance (insertion, deletion, substitution, exchange of neighbours), exact up to
/// `most`; more than `most` is said as `most` + 1.
int distance(std::u32string_view a, std::u32string_view b, int most);

/// Levenshtein distance (no exchange), exact up to `most`.
int plain_distance(std::u32string_view a, std::u32string_view b, int most);

/// `text` with runs of one repeated code point reduced to one.
Run collapsed(std::u32string_view text);

/// The digits a run of English number words spells (onetwothree: 123); empty when it spells none.
Run spelled_digits(std::u32string_view letters);

}  // namespace tmsweep::search
