// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "image/name_hash.h"
#include "search/compare.h"
#include "search/keys.h"
#include "search/letters.h"

/// How keys are made: shared by the keys of marks and the probes of names, which must agree.
namespace tmsweep::search {

using Chars = std::u32string_view;
using Codes = std::span<const std::uint16_t>;

/// Letters of the shortest name that is compared with one turned round (compare_letters.cpp).
inline constexpr std::size_t k_least_turned = 6;

enum class Family : std::uint64_t {
  sound = 1,     ///< sound classes, in any order from three on
  sound_less,    ///< sound classes in order, one left out, and which
  letters,       ///< folded letters, as a ring from six on
  letters_less,  ///< groups of like letters in order, all of five or more or one left out
  four_groups,   ///< groups of like letters of a name of four
  few_letters,   ///< folded letters in order of a name of four or five, one left out, and which
  segment,       ///< a half or a third of eight or more letters
  latin_sound,   ///< consonants of Metaphone and how many vowels stand between them
  spelled,       ///< pinyin of Han, in order
  meaning,       ///< English rendering of Han, in order
  known,         ///< number of a known mark
  digits,        ///< with numerals as digits
  collapsed,     ///< without repetitions, of names that have some
  pair,          ///< two neighbouring characters, one of them Han
  four,          ///< four neighbouring characters, none of them Han
  exact,         ///< the characters of a short name with Han, in order
  start,         ///< the letters that the first word begins with
  view_sound,    ///< as sound, of a view that is not the whole name
  view_letters,  ///< as letters, of such a view
  end,           ///< the last letters of a name of one word, and how many it has
  frame,         ///< the first letter of a name and its last ones
};

/// What of a mark a key is of: what is contained in a name is the whole of a mark, which need not be looked
/// for among the parts of others.
enum class Of : std::uint8_t { whole, view };

class Hasher {
 public:
  explicit Hasher(Family family) : h_(static_cast<std::uint64_t>(family) * 0x9E3779B97F4A7C15ULL) {}
  void add(std::uint64_t x) {
    h_ = (h_ ^ x) * 0xFF51AFD7ED558CCDULL;
    h_ ^= h_ >> 29U;
  }
  [[nodiscard]] Key key() const { return image::mixed(h_); }

 private:
  std::uint64_t h_;
};

template <class Items>
inline Key ordered(Family family, const Items& items) {
  Hasher h(family);
  for (const auto c : items) h.add(c);
  return h.key();
}

/// Hashes of what may stand in any order are sums, so that parts of a name cost a subtraction.
inline std::uint64_t weight_of(std::uint64_t item) {
  return image::mixed(item * 0x9E3779B97F4A7C15ULL + 1);
}
inline Key key_of_sum(Family family, std::uint64_t sum) {
  return image::mixed(sum ^ (static_cast<std::uint64_t>(family) * 0xD6E8FEB86659FD93ULL));
}

/// Two characters in another order are another name.
inline Key sound_key(Codes codes, Of of) {
  const Family family = of == Of::whole ? Family::sound : Family::view_sound;
  if (codes.size() < k_least_close_han) return ordered(family, codes);
  std::uint64_t sum = 0;
  for (const std::uint16_t c : codes) sum += weight_of(c);
  return key_of_sum(family, sum);
}
/// The sounds of a name of `size` without the one at `skipped`.
inline Key sound_less_key(std::size_t size, std::size_t skipped, Codes rest) {
  Hasher h(Family::sound_less);
  h.add(size << 8U | skipped);
  for (const std::uint16_t c : rest) h.add(c);
  return h.key();
}

/// Neighbours in a run of folded letters; zero stands before the first and after the last of them.
inline std::uint64_t neighbours(char32_t a, char32_t b) {
  return weight_of(std::uint64_t{a} << 32U | b);
}
/// The key of a run of `size` folded letters from the sum of its neighbours. One that is long enough to be
/// turned round, FASHIONTV and TVFASHION, is a ring without ends.
inline Key letters_key_of_sum(std::uint64_t sum, std::size_t size, char32_t first, char32_t last, Of of) {
  sum += size >= k_least_turned ? neighbours(last, first) : neighbours(0, first) + neighbours(last, 0);
  return key_of_sum(of == Of::whole ? Family::letters : Family::view_letters, sum);
}
inline Key letters_key(Chars letters, Of of) {
  if (letters.empty()) return key_of_sum(Family::letters, 0);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) sum += neighbours(letters[i], letters[i + 1]);
  return letters_key_of_sum(sum, letters.size(), letters.front(), letters.back(), of);
}

/// A character at its place.
inline std::uint64_t placed(char32_t c, std::size_t at) {
  return weight_of(static_cast<std::uint64_t>(c) << 8U | at);
}
inline std::uint64_t placed_sum(Chars text) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) sum += placed(text[i], i);
  return sum;
}
inline Key exact_key(std::uint64_t sum) {
  return key_of_sum(Family::exact, sum);
}

/// Letters folded one by one; where pairs fold as well (VV, RN) the folded name is a key of its own.
template <class Use>
void each_letters_key(Chars raw, Chars merged, Of of, const Use& use) {
  Run looks;
  for (const char32_t c : raw) looks.push(look_of(c));
  use(letters_key(looks.view(), of));
  if (merged.size() != raw.size()) use(letters_key(merged, of));
}

/// Of names of four and five letters that are equally long one letter may be another, but no two may be
/// alike: groups of so few letters would propose a mark in a thousand.
constexpr bool has_few_letters(std::size_t size) {
  return size >= k_least_close_letters && size < k_least_like;
}
/// The letters of a name of `size` without the one at `skipped`.
inline Key few_letters_key(std::size_t size, std::size_t skipped, Chars rest) {
  Hasher h(Family::few_letters);
  h.add(size << 8U | skipped);
  for (const char32_t c : rest) h.add(c);
  return h.key();
}

/// Calls `use(rest, skipped)` for each way to leave one item out.
template <class Item, class Use>
void each_shorter(std::span<const Item> items, const Use& use) {
  std::array<Item, k_most_compared> rest;
  for (std::size_t skip = 0; skip < items.size(); ++skip) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i != skip) rest[n++] = items[i];
    }
    use(std::span<const Item>(rest.data(), n), skip);
  }
}

template <class Use>
void each_shorter_run(Chars letters, const Use& use) {
  each_shorter(std::span<const char32_t>(letters.data(), letters.size()),
               [&](std::span<const char32_t> rest, std::size_t skipped) {
                 use(Chars(rest.data(), rest.size()), skipped);
               });
}
/// All groups of a name. Those of four are apart, since as many are left of five.
inline Key groups_key(Chars groups) {
  return ordered(groups.size() == k_least_close_letters ? Family::four_groups : Family::letters_less, groups);
}
/// Calls `use(rest)` for the groups of a name with each of them left out.
template <class Use>
void each_less(Chars groups, const Use& use) {
  each_shorter_run(groups, [&](Chars rest, std::size_t skipped) {
    const bool again = skipped > 0 && groups[skipped] == groups[skipped - 1];
    if (!again) use(rest);
  });
}

inline Key latin_sound_key(Chars metaphone) {
  const std::size_t vowels = vowels_in(metaphone);
  Hasher h(Family::latin_sound);
  for (const char32_t c : metaphone.substr(0, metaphone.size() - vowels)) h.add(c);
  h.add(vowels);
  return h.key();
}

/// Calls `use(key)` for what the first word of a name begins with, as it is and without doubled letters.
template <class Use>
void each_start_key(Chars word, const Use& use) {
  if (word.size() < k_least_start) return;
  const Chars own = word.substr(0, k_least_start);
  use(ordered(Family::start, own));
  const Run single = collapsed(word);
  if (single.size() >= k_least_start && single.view().substr(0, k_least_start) != own)
    use(ordered(Family::start, single.view().substr(0, k_least_start)));
}

/// Calls `use(key)` for how a name of one word ends and how any name in letters begins and ends.
template <class Use>
void each_frame_key(const Sign& sign, const Use& use) {
  if (const View word = start_word(sign);
      word.kind == ViewKind::whole && word.size <= k_most_same_end && word.size > k_least_same_end + 1) {
    const Chars text = sign.of(word);
    Hasher h(Family::end);
    h.add(text.size());
    for (const char32_t c : text.substr(text.size() - k_least_same_end)) h.add(c);
    use(h.key());
  }
  if (const Chars text = sign.text.view(); sign.han == 0 && text.size() >= k_least_frame) {
    Hasher h(Family::frame);
    h.add(text.front());
    for (const char32_t c : text.substr(text.size() - k_least_frame_end)) h.add(c);
    use(h.key());
  }
}

/// Pieces are of groups of letters where one edit is, of letters where two are.
inline Run pieced(Chars letters, std::size_t size) {
  return edits_of(size) == 1 ? grouped(letters) : Run(letters);
}

/// Piece `part` of a run of `size`: there is one more piece than edits, so one stays whole (pigeonhole).
struct Piece {
  std::size_t start = 0;
  std::size_t size = 0;
};
inline Piece piece(std::size_t size, std::size_t part) {
  const std::size_t pieces = edits_of(size) + 1;
  const std::size_t start = size * part / pieces;
  return {start, size * (part + 1) / pieces - start};
}
inline Key segment_key(std::size_t size, std::size_t part, Chars letters) {
  Hasher h(Family::segment);
  h.add(size * 4 + part);
  for (const char32_t c : letters) h.add(c);
  return h.key();
}

/// Pairs and fours of neighbours: what a name holds that holds another.
template <class Use>
void each_gram(Chars text, const Use& use) {
  if (text.size() >= 3) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (is_han(text[i]) || is_han(text[i + 1])) use(ordered(Family::pair, text.substr(i, 2)));
    }
  }
  for (std::size_t i = 0; text.size() > 4 && i + 4 <= text.size(); ++i) {
    const Chars four = text.substr(i, 4);
    if (han_in(four) == 0) use(ordered(Family::four, four));
  }
}

}  // namespace tmsweep::search
