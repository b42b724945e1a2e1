// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "image/image.h"
#include "image/prefetch.h"
#include "model/mark.h"

namespace tmsweep::text {

/// Has the children of a node of a trie come into the cache: all of those that a search among them looks at
/// first. Asked for all characters of a name before the first is looked up, they come at the same time.
inline void ask_for_children(const image::Trie& trie, std::uint32_t node) {
  const auto kids = trie.children(node);
  for (std::size_t eighth = 1; eighth < 8; ++eighth) image::prefetch(kids.data() + kids.size() * eighth / 8);
}

/// Calls `use(part, entry)` for the parts of a core form that the trie of words and terms has, by start, then
/// by length.
template <class Use>
void each_known_part(const image::Image& image, std::u32string_view text, const Use& use) {
  const image::Trie& trie = image.words();
  for (const char32_t c : text) ask_for_children(trie, image.word_root(c));
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    std::uint32_t node = image.word_root(text[i]);
    for (std::uint32_t end = i + 1; node != image::Trie::k_none; ++end) {
      if (const std::uint32_t e = trie.entry(node); e != image::Trie::k_none) use(Span{i, end - i}, e);
      if (end == size) break;
      node = trie.child(node, text[end]);
    }
  }
}

/// Splits the core form, whose known parts must have been found, into its most probable words (unigram model
/// over the word list, Viterbi); runs of letters or digits are one word each.
void segment(const image::Image& image, Mark& mark);

/// Fills in the reading set of each Han character and the pinyin line of the whole name.
void read(const image::Image& image, Mark& mark);

/// Whether a term at `part` of the core would cut a word of the segmentation in two.
bool cuts_word(const Mark& mark, Span part);

/// The ordinary word that strictly contains `part`, or an empty span.
Span word_around(const Mark& mark, Span part);

/// Whether `part` of the core is an ordinary word of the list by itself.
bool is_ordinary_word(const image::Image& image, std::u32string_view text);

/// Whether a longer word of the list begins with `text`: 青梅 begins 青梅酒.
bool begins_word(const image::Image& image, std::u32string_view text);

/// End positions reachable from `from` by whole toneless pinyin syllables inside one Latin token: whether
/// [from, to) is a sequence of complete syllables.
bool is_pinyin(const image::Image& image, std::u32string_view letters);

}  // namespace tmsweep::text
