// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "image/image.h"
#include "image/prefetch.h"
#include "model/mark.h"

namespace tmsweep::text {

/// Has the children of a node of a trie come into the cache: all of those that a search among them looks at
/// first. Asked for all characters of a name before the first is looked up, they come at the same time.
inline void ask_for_children(const image::Trie& trie, std::uint32_t node) {
  const auto kids = trie.children(node);
  for (std::size_t eighth = 1; eighth < 8; ++eighth)
    image::prefetch(kids.data() + kids.size() * eighth / 8);
}

/// Splits the core form into its most probable words (unigram model over the word list, Viterbi); runs of
/// letters or digits are one word each.
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
