// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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

/// Whether metaphone(letters) has the consonants of `key`, in order. Most names are told apart by the first
/// of them, and no more of the name is read.
bool has_consonants_of(std::u32string_view letters, std::u32string_view key);
/// The same of ASCII letters, `consonants` being those of a key.
bool has_consonants(std::span<const std::uint8_t> letters, std::span<const std::uint8_t> consonants);

/// A vowel as Metaphone keys of ours have it: 1 front, 2 open, 3 back; 0: none.
constexpr std::uint8_t vowel_kind(char32_t c) {
  switch (c) {
    case U'e':
    case U'i':
    case U'y':
      return 1;
    case U'a':
      return 2;
    case U'o':
    case U'u':
      return 3;
    default:
      return 0;
  }
}

/// The kinds of the vowels of a name, in order: the first of each run of vowels, without a silent E at the
/// end.
struct Vowels {
  std::uint64_t kinds = 0;  ///< two bits each
  std::uint32_t count = 0;

  void add(std::uint8_t kind) { kinds |= std::uint64_t{kind} << (2 * count++); }
  /// Whether there are as many, and at most one of another kind; between so many consonants that the same
  /// ones say much, two: PREZAL and PRAZOL.
  [[nodiscard]] bool is_near(const Vowels& o, std::size_t consonants) const {
    constexpr std::size_t k_telling = 4;
    constexpr std::uint64_t k_low = 0x5555555555555555ULL;
    const std::uint64_t apart = kinds ^ o.kinds;
    std::uint64_t places = (apart | apart >> 1U) & k_low;
    if (consonants >= k_telling) places &= places - 1;
    return count == o.count && (places & (places - 1)) == 0;
  }
};
/// Those at the end of a Metaphone key.
Vowels vowels_of(std::u32string_view key);

/// What can be told of a name at a glance: two names differ in little of this when they are close.
struct Glance {
  std::uint32_t letters = 0;  ///< letters_in(folded)
  std::uint32_t groups = 0;   ///< letters_in(grouped(folded))
  std::uint32_t sounds = 0;   ///< sounds_in of the name as it is written
  std::uint8_t size = 0;      ///< of the folded name
  Vowels vowels;
};
/// False when the name must be folded for it: it has kana, or letters that fold together.
bool glance_at(std::u32string_view letters, Glance& out);
/// Folds a name and glances at it.
void fold(std::u32string_view letters, Run& out, Glance& glance);
/// Folds a name of which glance_at said that it need not be folded for a glance, or any part of it.
void fold_plainly(std::u32string_view letters, Run& out);

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

/// The text of a name in letters with each word that sounds like the name of a letter or digit as that one:
/// SEE MORE is CMORE, READY TO GO is READY2GO. Empty when it has no such word.
Run with_letter_names(const Sign& sign);

}  // namespace tmsweep::search
