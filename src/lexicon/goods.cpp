// SPDX-License-Identifier: Apache-2.0
#include "lexicon/goods.h"

#include <algorithm>
#include <utility>

#include "lexicon/groups.h"
#include "model/worded.h"
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

constexpr std::size_t k_longest = 64;  ///< of a goods word; keeps a pasted page from taking minutes

struct GoodsWord {
  ClassMask classes = 0;  ///< 0: no goods word
  std::string word;
  std::vector<std::string> groups;
};

void add_new(std::vector<std::string>& to, std::string_view item) {
  if (!item.empty() && std::ranges::find(to, item) == to.end()) to.emplace_back(item);
}

/// The groups of a list parted by blanks.
void add_groups(std::vector<std::string>& to, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    add_new(to, list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

/// The goods word that is exactly `key`, with the classes of every list that has it.
GoodsWord goods_word(const Image& image, std::u32string_view key) {
  const Trie trie = image.words();
  std::uint32_t node = key.empty() ? Trie::k_none : image.word_root(key.front());
  for (const char32_t c : key.substr(std::min<std::size_t>(1, key.size()))) {
    if (node == Trie::k_none) break;
    node = trie.child(node, c);
  }
  const std::uint32_t e = trie.entry(node);
  GoodsWord out;
  if (e == Trie::k_none) return out;
  for (const TermKey& k : image.run<TermKey>(Section::term_keys, image.entry(e).terms)) {
    const auto& term = image.at<TermRecord>(Section::terms, k.term);
    if (k.relation != 0 || term.label != static_cast<std::uint8_t>(image::Label::goods)) continue;
    out.classes |= term.goods;
    out.word = image.text(term.text);
    add_groups(out.groups, image.text(term.groups));
  }
  return out;
}

/// A typed text without what is no letter, and the places where a word may begin: anywhere in Chinese, but
/// not inside a Latin word, so that "oscar" is no car.
struct GoodsText {
  std::u32string key;
  std::vector<bool> begins;  ///< one more than `key`: words also end there

  [[nodiscard]] bool cut(std::size_t at) const { return begins[at]; }
};

bool is_latin(char32_t c) {
  return c < 0x250 && c > 0x20;
}

GoodsText goods_text(const Image& image, std::u32string_view typed) {
  GoodsText out;
  for (std::size_t at = 0; at < typed.size();) {
    std::size_t end = at + 1;
    if (is_latin(typed[at])) {
      while (end < typed.size() && is_latin(typed[end])) ++end;
    } else {
      while (end < typed.size() && !is_latin(typed[end]) && typed[end] != U' ') ++end;
    }
    const std::u32string part = text::key_of(image, text::encode(typed.substr(at, end - at)));
    for (std::size_t i = 0; i < part.size(); ++i)
      out.begins.push_back(i == 0 || !is_latin(part[i]) || !is_latin(part[i - 1]));
    out.key += part;
    at = end;
  }
  out.begins.push_back(true);
  return out;
}

/// The goods word at [first, last), also when a plural s ends it.
GoodsWord word_at(const Image& image, const GoodsText& t, std::size_t first, std::size_t last) {
  if (!t.cut(first) || !t.cut(last)) return {};
  const auto key = std::u32string_view(t.key).substr(first, last - first);
  GoodsWord word = goods_word(image, key);
  if (word.classes == 0 && key.size() > 3 && key.back() == U's')
    word = goods_word(image, key.substr(0, key.size() - 1));
  return word;
}

/// Chinese names of goods end in their head: the longest goods word at the end names the class, or else the
/// longest one anywhere.
std::pair<GoodsWord, std::size_t> head_of(const Image& image, const GoodsText& t) {
  const std::size_t size = t.key.size();
  for (std::size_t first = size - std::min(size, k_longest); first < size; ++first) {
    if (GoodsWord word = word_at(image, t, first, size); word.classes != 0) return {std::move(word), size};
  }
  for (std::size_t length = std::min(size, k_longest); length >= 2; --length) {
    for (std::size_t first = 0; first + length <= size; ++first) {
      if (GoodsWord word = word_at(image, t, first, first + length); word.classes != 0)
        return {std::move(word), first + length};
    }
  }
  return {};
}

/// A shop for goods is retail; one for food may also be a place to eat: 烧饼铺, 宠物食品店.
void add_shop(GoodsWord& word, std::u32string_view rest) {
  if (rest != U"店" && rest != U"铺" && rest != U"专卖店" && rest != U"旗舰店") return;
  constexpr ClassMask goods = class_bit(35) - 2;  // classes 1 to 34
  if ((word.classes & ~goods) != 0) return;
  if ((word.classes & (class_bit(29) | class_bit(30) | class_bit(32))) != 0) {
    word.classes |= class_bit(43);
    add_new(word.groups, "4301");
  }
  word.classes |= class_bit(35);
  add_new(word.groups, "3503");
}

void read_one(const Image& image, std::u32string_view typed, GoodsSelection& out) {
  const GoodsText t = goods_text(image, typed);
  if (t.key.empty()) return;
  auto [word, end] = head_of(image, t);
  if (word.classes == 0) {
    out.unresolved.push_back(text::encode(typed));
    return;
  }
  const bool head = end == t.key.size();
  if (!head) add_shop(word, std::u32string_view(t.key).substr(end));
  out.items.push_back(
      {text::encode(typed), std::move(word.word), word.classes, std::move(word.groups), head});
}

/// A group belongs to the class that its first two digits name.
bool in_classes(std::string_view group, ClassMask classes) {
  return group.size() == 4 && (classes & class_bit((group[0] - '0') * 10 + group[1] - '0')) != 0;
}

void place_in_groups(GoodsSelection& goods) {
  for (const GoodsItem& item : goods.items) {
    for (const std::string& group : item.groups) {
      if (in_classes(group, goods.classes)) add_new(goods.groups, group);
    }
  }
}

}  // namespace

namespace {

/// Classes of the groups that cross notes of the table link to those of the goods.
ClassMask neighbours_of(const Image& image, const GoodsSelection& goods) {
  ClassMask out = 0;
  for (const std::string& group : goods.groups) {
    for (const image::RelatedRecord* r : relations_of(image, group)) {
      if (r->kind != image::RelatedKind::cross_note) continue;
      const std::string_view other = image.text(r->a) == group ? image.text(r->b) : image.text(r->a);
      if (const image::GroupRecord* g = group_of_code(image, other))
        out |= class_bit(static_cast<int>(g->nice_class));
    }
  }
  return out & ~goods.classes;
}

}  // namespace

Result<GoodsSelection> read_goods(const Image& image, const std::vector<std::string>& goods,
                                  const std::vector<int>& classes) {
  GoodsSelection out;
  out.typed = goods;
  out.typed_classes = classes;
  for (const std::string& text : goods) {
    const Result<std::u32string> points = text::decode(text);
    if (!points) {
      return Error{worded({"商品：{}", "goods: {}"}, points.error().message), points.error().hint,
                   points.error().byte_offset};
    }
    std::u32string_view rest = points.value();
    while (!rest.empty()) {
      const auto end = static_cast<std::size_t>(std::ranges::find_if(rest, is_separator) - rest.begin());
      read_one(image, rest.substr(0, end), out);
      rest = end < rest.size() ? rest.substr(end + 1) : std::u32string_view{};
    }
  }
  for (const int c : classes) {
    if (!is_nice_class(c)) {
      return Error{worded({"没有第 {} 类", "class {} is no Nice class"}, c),
                   worded({"尼斯类别是 1 到 45", "classes are 1 to 45"}),
                   {}};
    }
    out.classes |= class_bit(c);
  }
  if (out.classes == 0) {
    for (const GoodsItem& item : out.items) out.classes |= item.classes;
  }
  place_in_groups(out);
  out.neighbours = neighbours_of(image, out);
  return out;
}

}  // namespace tmsweep::lexicon
