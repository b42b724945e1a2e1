// SPDX-License-Identifier: Apache-2.0
#include "lexicon/idioms.h"

#include <algorithm>
#include <array>

#include "image/idiom_hash.h"
#include "text/segment.h"

namespace tmsweep::lexicon {

namespace {

using image::IdiomKey;
using image::IdiomRecord;
using image::Image;
using image::Section;
using image::TermKey;
using image::Trie;

constexpr std::uint32_t k_idiom_term = 0x80000000U;
constexpr std::uint32_t k_length = 4;

bool same_syllable(const Image& image, std::uint16_t a, std::uint16_t b) {
  for (const std::uint16_t x : image.readings(a)) {
    for (const std::uint16_t y : image.readings(b)) {
      if (x == y) return true;
    }
  }
  return false;
}

class Search {
 public:
  Search(const Image& image, const Mark& mark) : image_(image), mark_(mark) {}

  std::vector<NearIdiom> run() {
    const auto size = static_cast<std::uint32_t>(mark_.core.text.size());
    for (std::uint32_t i = 0; i + k_length <= size; ++i) {
      if (!candidate(i)) continue;
      const std::size_t before = found_.size();
      walk(image_.sounds(), Trie::k_none, i, 0);
      if (found_.size() == before && size == k_length) one_character(i);
    }
    return std::move(found_);
  }

 private:
  bool candidate(std::uint32_t start) const {
    for (std::uint32_t i = start; i < start + k_length; ++i) {
      if (mark_.readings[i] == 0) return false;
    }
    const Span part{start, k_length};
    const std::u32string_view typed = std::u32string_view(mark_.core.text).substr(start, k_length);
    return !text::is_ordinary_word(image_, typed) && text::word_around(mark_, part).length == 0;
  }

  void walk(const Trie& trie, std::uint32_t node, std::uint32_t start, std::uint32_t depth) {
    if (!found_.empty()) return;
    if (depth == k_length) {
      if (const std::uint32_t e = trie.entry(node); e != Trie::k_none) take_sound(e, start);
      return;
    }
    std::uint16_t previous = 0xFFFF;
    for (const std::uint16_t s : image_.readings(mark_.readings[start + depth])) {
      const std::uint16_t c = image_.sound_class(s);
      if (c == previous) continue;
      previous = c;
      const std::uint32_t next = depth == 0 ? image_.sound_root(c) : trie.child(node, c);
      if (next != Trie::k_none) walk(trie, next, start, depth + 1);
    }
  }

  void take_sound(std::uint32_t entry, std::uint32_t start) {
    const auto& e = image_.at<image::TrieEntry>(Section::sound_entries, entry);
    for (const TermKey& key : image_.run<TermKey>(Section::sound_keys, e.terms)) {
      if ((key.term & k_idiom_term) == 0) continue;
      const auto& idiom = image_.at<IdiomRecord>(Section::idioms, key.term & ~k_idiom_term);
      int changed = 0;
      bool near = false;
      for (std::uint32_t i = 0; i < k_length; ++i) {
        if (mark_.core.text[start + i] == idiom.chars[i]) continue;
        ++changed;
        near =
            near || !same_syllable(image_, mark_.readings[start + i], image_.info(idiom.chars[i]).readings);
      }
      // A phrase of which nothing is left, or one met by near sounds alone, is nobody's pun.
      if (changed == 0 || changed == 4 || (near && changed > 1)) continue;
      found_.push_back({std::string(image_.text(idiom.text)),
                        {start, k_length},
                        near ? Relation::near_homophone : Relation::homophone});
      return;
    }
  }

  void one_character(std::uint32_t start) {
    std::array<std::uint32_t, 4> chars{};
    for (std::uint32_t i = 0; i < k_length; ++i) chars[i] = mark_.core.text[start + i];
    const auto keys = image_.all<IdiomKey>(Section::idiom_keys);
    for (std::uint32_t open = 0; open < k_length; ++open) {
      const std::uint32_t hash = image::idiom_hash(chars, open);
      for (auto it = std::ranges::lower_bound(keys, hash, {}, &IdiomKey::hash);
           it != keys.end() && it->hash == hash; ++it) {
        const auto& idiom = image_.at<IdiomRecord>(Section::idioms, it->idiom);
        bool equal = true;
        for (std::uint32_t i = 0; i < k_length; ++i)
          equal = equal && (i == open || idiom.chars[i] == chars[i]);
        if (!equal) continue;
        found_.push_back({std::string(image_.text(idiom.text)), {start, k_length}, Relation::one_character});
        return;
      }
    }
  }

  const Image& image_;
  const Mark& mark_;
  std::vector<NearIdiom> found_;
};

}  // namespace

std::vector<NearIdiom> near_idioms(const Image& image, const Mark& mark) {
  return Search(image, mark).run();
}

}  // namespace tmsweep::lexicon
