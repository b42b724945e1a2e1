// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "search/sign.h"

namespace tmsweep::search {

/// Letters that are easily taken for one another in print, brought to one of them: VV/W, RN/M, I/L/1, O/0,
/// G/C, U/V, 5/S, 8/B, 13/B (guidelines 5.1.5: 13055 against BOSS; 5.1.9: DMG/DMC, PAL/PAI). Idempotent.
Run folded(std::u32string_view letters);

/// The same for one letter.
constexpr char32_t look_of(char32_t c) {
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

/// How a Latin name sounds: the Metaphone key of Lawrence Philips (Computer Language 7/12, 1990) and the kind
/// of each of its vowels, to which Metaphone itself is deaf: KRESSCO is CRESCO, but PRADA is not PARTY. Empty
/// for a name that is not all Latin letters.
Run metaphone(std::u32string_view letters);

/// Whether metaphone(letters) is `key`; most names are told apart by their vowels alone.
bool sounds_as(std::u32string_view letters, std::u32string_view key);

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
