// SPDX-License-Identifier: Apache-2.0
#include "lexicon/goods.h"

#include <algorithm>

#include "text/mark.h"
#include "text/utf8.h"

namespace tmsweep::lexicon {

namespace {

using image::Image;
using image::Section;
using image::TermKey;
using image::TermRecord;
using image::Trie;

bool is_separator(char32_t c) {
  static constexpr std::u32string_view separators = U",;，；、/|\n";
  return separators.find(c) != std::u32string_view::npos;
}

struct GoodsWord {
  ClassMask classes = 0;  ///< 0: no goods word
  std::string word;
  std::string group;
};

/// The goods word that is exactly `key`, with the classes of every list that has it.
GoodsWord goods_word(const Image& image, std::u32string_view key) {
  const Trie trie = image.words();
  std::uint32_t node = trie.root();
  for (const char32_t c : key) node = node == Trie::k_none ? node : trie.child(node, c);
  const std::uint32_t e = trie.entry(node);
  GoodsWord out;
  if (e == Trie::k_none) return out;
  for (const TermKey& k : image.run<TermKey>(Section::term_keys, image.entry(e).terms)) {
    const auto& term = image.at<TermRecord>(Section::terms, k.term);
    if (k.relation != 0 || term.label != static_cast<std::uint8_t>(image::Label::goods)) continue;
    out.classes |= term.goods;
    out.word = image.text(term.text);
    if (out.group.empty()) out.group = image.text(term.group);
  }
  return out;
}

/// Chinese names of goods end in their head: the longest goods word at the end names the class, or else the
/// longest one anywhere.
GoodsWord head_of(const Image& image, std::u32string_view key) {
  for (std::size_t start = 0; start < key.size(); ++start) {
    if (GoodsWord word = goods_word(image, key.substr(start)); word.classes != 0) return word;
  }
  for (std::size_t length = key.size(); length >= 2; --length) {
    for (std::size_t start = 0; start + length <= key.size(); ++start) {
      if (GoodsWord word = goods_word(image, key.substr(start, length)); word.classes != 0) return word;
    }
  }
  return {};
}

void read_one(const Image& image, std::u32string_view text, GoodsSelection& out) {
  const std::string utf8 = text::encode(text);
  const std::u32string key = text::key_of(image, utf8);
  if (key.empty()) return;
  if (GoodsWord word = head_of(image, key); word.classes != 0) {
    out.items.push_back({std::move(word.word), word.classes, std::move(word.group)});
  } else {
    out.unresolved.push_back(utf8);
  }
}

}  // namespace

Result<GoodsSelection> read_goods(const Image& image, const std::vector<std::string>& goods,
                                  const std::vector<int>& classes) {
  GoodsSelection out;
  out.typed = goods;
  out.typed_classes = classes;
  for (const std::string& text : goods) {
    const Result<std::u32string> points = text::decode(text);
    if (!points)
      return Error{"goods: " + points.error().message, points.error().hint, points.error().byte_offset};
    std::u32string_view rest = points.value();
    while (!rest.empty()) {
      const auto end = static_cast<std::size_t>(std::ranges::find_if(rest, is_separator) - rest.begin());
      read_one(image, rest.substr(0, end), out);
      rest = end < rest.size() ? rest.substr(end + 1) : std::u32string_view{};
    }
  }
  for (const int c : classes) {
    if (!is_nice_class(c))
      return Error{"class " + std::to_string(c) + " is no Nice class", "classes are 1 to 45", {}};
    out.classes |= class_bit(c);
  }
  if (out.classes == 0) {
    for (const GoodsItem& item : out.items) out.classes |= item.classes;
  }
  return out;
}

}  // namespace tmsweep::lexicon
