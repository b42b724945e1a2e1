// SPDX-License-Identifier: Apache-2.0
#include "text/segment.h"

#include <algorithm>
#include <array>
#include <limits>

#include "text/mark.h"
#include "text/utf8.h"

namespace tmsweep::text {

namespace {

using image::Image;
using image::Trie;

/// Cost of a lone character, in the unit of TrieEntry::cost: e^-10, the probability of a middling character.
constexpr std::uint32_t k_lone_character = 10 * 256;
/// Particles stand alone far more often: 妈妈|的|味道, not 妈|妈的|味道.
constexpr std::u32string_view k_particles = U"的了是在和与也就都着过把被";
constexpr std::uint32_t k_particle = 5 * 256;
constexpr std::uint32_t k_unreached = std::numeric_limits<std::uint32_t>::max();

struct Step {
  std::uint32_t cost = k_unreached;
  std::uint32_t from = 0;
  bool known = false;
};

void relax(Step& step, std::uint32_t cost, std::uint32_t from, bool known) {
  if (cost < step.cost) step = {cost, from, known};
}

/// Whether terms that are no ordinary words may be words of the segmentation.
enum class Vocabulary : std::uint8_t { words_and_terms, words };

std::uint32_t lone_cost(char32_t c) {
  return k_particles.find(c) != std::u32string_view::npos ? k_particle : k_lone_character;
}

/// Best path over one run of Han characters, [first, last).
void segment_run(const Image& image, const Mark& m, Span run, Vocabulary vocabulary,
                 std::vector<Word>& words) {
  const std::uint32_t first = run.start;
  const std::uint32_t last = run.end();
  // A compatibility character can fold to several letters, so the core may be longer than the longest name.
  std::vector<Step> best(last - first + 1);
  best[0].cost = 0;
  auto known =
      std::ranges::lower_bound(m.known_parts, first, {}, [](const KnownPart& k) { return k.part.start; });
  for (std::uint32_t i = first; i < last; ++i) {
    const std::uint32_t base = best[i - first].cost;
    relax(best[i - first + 1], base + lone_cost(m.core.text[i]), i, false);
    for (; known != m.known_parts.end() && known->part.start == i; ++known) {
      if (known->part.length < 2 || known->part.end() > last) continue;
      const image::TrieEntry& entry = image.entry(known->entry);
      if (vocabulary == Vocabulary::words && entry.listed == 0) continue;
      if (entry.cost != 0) relax(best[known->part.end() - first], base + entry.cost, i, entry.listed != 0);
    }
  }
  const auto at = static_cast<std::ptrdiff_t>(words.size());
  for (std::uint32_t end = last; end > first;) {
    const Step& s = best[end - first];
    words.push_back({{s.from, end - s.from}, s.known});
    end = s.from;
  }
  std::reverse(words.begin() + at, words.end());
}

/// Reading of a word that is not the sum of its characters' main readings (重庆), or nothing.
std::string_view word_reading(const Image& image, const Mark& m, Span part) {
  const auto known = std::ranges::find(m.known_parts, part, &KnownPart::part);
  return known == m.known_parts.end() ? std::string_view{} : image.text(image.entry(known->entry).reading);
}

void append_readings(const Image& image, Mark& m, const Word& w) {
  const auto space = [&] {
    if (!m.pinyin.empty() && m.pinyin.back() != ' ') m.pinyin += ' ';
  };
  space();
  if (const std::string_view whole = word_reading(image, m, w.part); !whole.empty()) {
    m.pinyin += whole;
    return;
  }
  for (std::uint32_t i = w.part.start; i < w.part.end(); ++i) {
    const auto set = image.readings(m.readings[i]);
    if (m.scripts[i] == Script::han) space();
    if (set.empty()) {
      append(m.pinyin, m.core.text[i]);
    } else {
      m.pinyin += image.syllable(set.front());
    }
  }
}

}  // namespace

namespace {

std::vector<Word> segmented(const Image& image, const Mark& m, Vocabulary vocabulary) {
  const auto size = static_cast<std::uint32_t>(m.core.text.size());
  std::vector<Word> words;
  words.reserve(size);
  for (std::uint32_t i = 0; i < size;) {
    std::uint32_t end = i + 1;
    if (m.scripts[i] == Script::han) {
      while (end < size && m.scripts[end] == Script::han) ++end;
      segment_run(image, m, {i, end - i}, vocabulary, words);
    } else {
      while (end < size && (m.token_edges[end] & k_token_start) == 0) ++end;
      words.push_back({{i, end - i}, false});
    }
    i = end;
  }
  return words;
}

bool is_long_term(const Word& w) {
  return !w.known && w.part.length > 2;
}

bool cuts(const std::vector<Word>& words, Span part) {
  return std::ranges::any_of(words, [&](const Word& w) {
    const bool before = w.part.start < part.start && w.part.end() > part.start && w.part.end() < part.end();
    const bool after = w.part.start > part.start && w.part.start < part.end() && w.part.end() > part.end();
    return before || after;
  });
}

}  // namespace

void segment(const Image& image, Mark& m) {
  m.words = segmented(image, m, Vocabulary::words_and_terms);
  m.plain_words.clear();
  if (std::ranges::any_of(m.words, is_long_term)) m.plain_words = segmented(image, m, Vocabulary::words);
}

void read(const Image& image, Mark& m) {
  m.readings.assign(m.core.text.size(), 0);
  for (std::size_t i = 0; i < m.core.text.size(); ++i) {
    if (m.scripts[i] == Script::han) m.readings[i] = image.info(m.core.text[i]).readings;
  }
  m.pinyin.clear();
  for (const Word& w : m.words) append_readings(image, m, w);
}

bool cuts_word(const Mark& m, Span part) {
  // Inside a long term of some list (妈妈的味道) its own words decide, not the term.
  const bool inside_term = std::ranges::any_of(m.words, [&](const Word& w) {
    return is_long_term(w) && w.part.covers(part) && w.part.length > part.length;
  });
  return cuts(inside_term ? m.plain_words : m.words, part);
}

Span word_around(const Mark& m, Span part) {
  for (const Word& w : m.words) {
    // Only an ordinary word takes a term in; a longer term of another list leaves it standing.
    if (w.known && w.part.covers(part) && w.part.length > part.length) return w.part;
  }
  return {};
}

namespace {

/// Where a walk along `text` ends in the trie of words; k_none: no word begins so.
std::uint32_t word_node(const Image& image, std::u32string_view text) {
  if (text.empty()) return Trie::k_none;
  const Trie& trie = image.words();
  std::uint32_t node = image.word_root(text.front());
  for (const char32_t c : text.substr(1)) {
    if (node == Trie::k_none) break;
    node = trie.child(node, c);
  }
  return node;
}

}  // namespace

bool is_ordinary_word(const Image& image, std::u32string_view text) {
  const std::uint32_t node = word_node(image, text);
  if (node == Trie::k_none) return false;
  const std::uint32_t e = image.words().entry(node);
  return e != Trie::k_none && image.entry(e).listed != 0;
}

bool begins_word(const Image& image, std::u32string_view text) {
  const std::uint32_t node = word_node(image, text);
  return node != Trie::k_none && !image.words().children(node).empty();
}

bool is_pinyin(const Image& image, std::u32string_view letters) {
  constexpr std::size_t k_longest_syllable = 6;
  std::vector<bool> reached(letters.size() + 1);
  reached[0] = true;
  const auto syllables = image.all<image::Text>(image::Section::syllables);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (!reached[i]) continue;
    for (std::size_t n = 1; n <= k_longest_syllable && i + n <= letters.size(); ++n) {
      const std::string s = encode(letters.substr(i, n));
      const auto it = std::ranges::lower_bound(syllables, std::string_view(s), {},
                                               [&](const image::Text& t) { return image.text(t); });
      if (it != syllables.end() && image.text(*it) == s) reached[i + n] = true;
    }
  }
  return reached[letters.size()];
}

}  // namespace tmsweep::text
