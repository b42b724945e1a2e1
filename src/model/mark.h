// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tmsweep {

/// A run of code points: `start` and `length` count code points of the text it belongs to.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t length = 0;

  [[nodiscard]] std::uint32_t end() const { return start + length; }
  [[nodiscard]] bool overlaps(const Span& o) const { return start < o.end() && o.start < end(); }
  [[nodiscard]] bool covers(const Span& o) const { return start <= o.start && o.end() <= end(); }
  friend bool operator==(const Span&, const Span&) = default;
};

enum class Script : std::uint8_t {
  other,
  han,
  latin,
  digit,
  kana,
  hangul,
  letter,
  symbol,
  space,
  emoji,
  control
};

/// One form of the name: its code points, and for each of them the typed code points it came from.
struct Form {
  std::u32string text;
  std::vector<Span> origin;  ///< same length as `text`; spans of typed code points

  /// The typed code points behind [start, start+length) of this form.
  [[nodiscard]] Span typed(Span part) const {
    if (part.length == 0 || part.end() > origin.size()) return {};
    std::uint32_t first = origin[part.start].start;
    std::uint32_t last = origin[part.start].end();
    for (std::uint32_t i = part.start; i < part.end(); ++i) {
      first = first < origin[i].start ? first : origin[i].start;
      last = last > origin[i].end() ? last : origin[i].end();
    }
    return {first, last - first};
  }
};

/// A word of the segmented name; `part` counts code points of Mark::core.
struct Word {
  Span part;
  bool known = false;  ///< in the word list (as opposed to a lone character)
};

/// What the trie of words and terms has for a part of Mark::core.
struct KnownPart {
  Span part;
  std::uint32_t entry = 0;  ///< of the image
};

/// One step of normalization that changed something, for `--trace`.
struct TraceStep {
  std::string step;    ///< stable id: nfkc, invisible, simplified …
  std::string before;  ///< UTF-8
  std::string after;   ///< UTF-8
};

/// What is peculiar about how the name was typed.
struct MarkOddities {
  std::vector<Span> invisible;   ///< zero-width and other default-ignorable characters
  std::vector<Span> bidi;        ///< direction overrides and isolates
  std::vector<Span> control;     ///< C0/C1 controls
  std::vector<Span> confusable;  ///< letters of another script standing for Latin ones
  std::vector<Span> rare_han;    ///< Han characters outside the table of general standard characters
  std::vector<Span> private_use;
  std::vector<Span> japanese;  ///< characters used in Japanese only
};

/// The sign under examination, read once.
struct Mark {
  std::string name;      ///< as typed, valid UTF-8
  std::u32string typed;  ///< its code points
  Form normalized;       ///< NFKC, case-folded, invisible characters removed
  Form core;             ///< letters, digits and Han only; simplified; confusable letters folded
  Form numerals;         ///< core with Chinese numerals as Arabic digits; empty when equal to core
  Form collapsed;        ///< core with runs of one repeated character reduced to one; empty when equal
  Form skeleton;         ///< core with digits and signs read as the letters they imitate; empty when equal

  std::vector<Script> scripts;            ///< of each code point of core
  std::vector<std::uint8_t> token_edges;  ///< bit 0: a token starts here; bit 1: a token ends here
  std::vector<std::uint16_t> readings;    ///< reading set of each code point of core (0: none)
  std::vector<KnownPart> known_parts;     ///< by start, then by length
  std::vector<Word> words;                ///< segmentation of core, in order, covering it
  std::vector<Word> plain_words;  ///< the same by the word list alone; empty when there is no difference
  std::string pinyin;             ///< spaced toneless main readings; Latin kept
  MarkOddities oddities;
  std::vector<TraceStep> trace;  ///< filled only when asked for

  [[nodiscard]] Span whole() const { return {0, static_cast<std::uint32_t>(core.text.size())}; }
};

inline constexpr std::uint8_t k_token_start = 1;
inline constexpr std::uint8_t k_token_end = 2;

}  // namespace tmsweep
