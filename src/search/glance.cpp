// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "search/glance.h"
#include "search/letters.h"

namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;

// Of `Known::more`: bits of sounds_in in the lower half, then pairs that fold as well, VV, RN and 13, which
// the character may begin or end, then the kind of vowel it is.
constexpr unsigned k_begins = 32;
constexpr unsigned k_ends = 40;
constexpr unsigned k_vowel = 48;
constexpr std::uint64_t k_pairs = 7;

/// What is known of each ASCII character, looked up: every mark that is compared is glanced at.
struct Known {
  std::uint64_t bits = 0;  ///< its bit of letters_in, folded, and in the upper half that of its group
  std::uint64_t more = 0;
};
constexpr std::array<Known, k_ascii> k_known = [] {
  std::array<Known, k_ascii> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<char32_t>(i);
    const char32_t look = look_of(c);
    const char32_t group = group_of(look);
    const auto pairs = [&](char32_t of_rn, char32_t of_13) {
      return std::uint64_t{look == U'v'} | std::uint64_t{c == of_rn} << 1U | std::uint64_t{c == of_13} << 2U;
    };
    out[i].bits = letters_in(Chars(&look, 1)) | std::uint64_t{letters_in(Chars(&group, 1))} << 32U;
    out[i].more = sounds_in(Chars(&c, 1)) | pairs(U'r', U'1') << k_begins | pairs(U'n', U'3') << k_ends |
                  std::uint64_t{vowel_kind(c)} << k_vowel;
  }
  return out;
}();

constexpr char32_t looked_up(char32_t c) {
  return c < k_ascii ? k_looks[c] : look_of(c);
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
    if (ascii) glance.sounds |= static_cast<std::uint32_t>(k_known[own].more);
    if (c == U'v' || own == U'r' || own == U'1') {
      const char32_t next = i + 1 < letters.size() ? letters[i + 1] : U'\0';
      const char32_t before = c;
      if (c == U'v' && looked_up(next) == U'v') c = U'w';
      if (own == U'r' && next == U'n') c = U'm';
      if (own == U'1' && next == U'3') c = U'b';
      if (c != before) {
        ++i;
        if (next < k_ascii) glance.sounds |= static_cast<std::uint32_t>(k_known[next].more);
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
  std::uint64_t more = 0;
  std::uint64_t pairs = 0;
  std::uint64_t before = 0;
  std::uint64_t kinds = 0;
  unsigned vowels = 0;
  char32_t highest = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i];
    highest |= c;
    const Known& k = k_known[c & (k_ascii - 1)];
    bits |= k.bits;
    more |= k.more;
    pairs |= before >> k_begins & k.more >> k_ends;
    // The first of a run of vowels, without a branch: where they stand nobody can foretell.
    const std::uint64_t kind = k.more >> k_vowel;
    const bool starts = kind != 0 && before >> k_vowel == 0;
    kinds |= starts ? kind << 2 * vowels : 0;
    vowels += starts ? 1U : 0U;
    before = k.more;
  }
  if (highest >= k_ascii) return false;
  const bool silent =
      letters.size() > 2 && letters.back() == U'e' && vowel_kind(letters[letters.size() - 2]) == 0;
  if (silent) kinds &= ~(std::uint64_t{3} << 2 * --vowels);
  out.letters = static_cast<std::uint32_t>(bits);
  out.groups = static_cast<std::uint32_t>(bits >> 32U);
  out.sounds = static_cast<std::uint32_t>(more);
  out.size = static_cast<std::uint8_t>(letters.size());
  out.vowels = {kinds, vowels};
  return (pairs & k_pairs) == 0;
}

void fold(Chars letters, Run& out, Glance& glance) {
  if (!glance_at(letters, glance)) {
    fold_slowly(letters, out, glance);
    return;
  }
  fold_plainly(letters, out);
}

void fold_plainly(Chars letters, Run& out) {
  char32_t* points = out.points();
  for (const char32_t c : letters) *points++ = k_looks[c & (k_ascii - 1)];
  out.set_size(letters.size());
}

Run folded(Chars letters) {
  Run out;
  Glance glance;
  fold(letters, out, glance);
  return out;
}

}  // namespace tmsweep::search
