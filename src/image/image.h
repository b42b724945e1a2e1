// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "image/hash_set.h"
#include "image/layout.h"
#include "model/finding.h"
#include "model/mark.h"
#include "model/message.h"

namespace tmsweep::image {

/// The image is not one that this program can use; the message says why. Ends as exit code 3.
class ImageError : public Failure {
 public:
  using Failure::Failure;
};

/// A walk down one of the tries.
class Trie {
 public:
  Trie() = default;
  explicit Trie(std::span<const TrieNode> nodes) : nodes_(nodes) {}

  static constexpr std::uint32_t k_none = 0xFFFFFFFF;
  [[nodiscard]] std::uint32_t root() const { return nodes_.empty() ? k_none : 0; }
  /// The child of `node` under `label`, or k_none.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t label) const {
    const auto kids = children(node);
    const TrieNode* first = kids.data();
    // Without branches on what is compared: which half it is nobody can foretell.
    for (std::size_t n = kids.size(); n > 1;) {
      const std::size_t half = n / 2;
      first += first[half].label <= label ? half : 0;
      n -= half;
    }
    return !kids.empty() && first->label == label
               ? nodes_[node].first_child + static_cast<std::uint32_t>(first - kids.data())
               : k_none;
  }
  /// Index of the entry that ends at `node`, or k_none.
  [[nodiscard]] std::uint32_t entry(std::uint32_t node) const {
    return node < nodes_.size() && nodes_[node].entry != 0 ? nodes_[node].entry - 1 : k_none;
  }
  [[nodiscard]] std::span<const TrieNode> children(std::uint32_t node) const {
    if (node >= nodes_.size()) return {};
    const TrieNode& n = nodes_[node];
    if (n.first_child > nodes_.size() || n.child_count > nodes_.size() - n.first_child) return {};
    return nodes_.subspan(n.first_child, n.child_count);
  }
  [[nodiscard]] std::uint32_t first_child(std::uint32_t node) const { return nodes_[node].first_child; }

 private:
  std::span<const TrieNode> nodes_;
};

/// A read-only view of an image. The bytes must outlive it; nothing is copied.
class Image {
 public:
  Image() = default;
  /// Checks header, version and section bounds. Throws ImageError.
  explicit Image(std::span<const std::byte> bytes);

  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }

  [[nodiscard]] std::string_view text(Text t) const;
  [[nodiscard]] std::string_view text_at(std::uint32_t index) const {
    return text(at<Text>(Section::texts, index));
  }
  [[nodiscard]] std::string_view text_of_source(std::uint16_t number) const {
    return text(at<Text>(Section::sources, number));
  }

  [[nodiscard]] const CharInfo& info(char32_t c) const {
    constexpr char32_t k_last_code_point = 0x10FFFF;
    constexpr char32_t k_page = 128;
    if (c > k_last_code_point) c = 0xFFFD;
    const std::size_t page = c / k_page;
    const std::size_t at = page < pages_.size() ? pages_[page] * k_page + c % k_page : infos_.size();
    if (at >= infos_.size()) damaged({"有引用指到表外", "a reference points outside its table"});
    return infos_[at];
  }
  /// The code points a character folds to under NFKC_Casefold (empty when it is dropped); only when
  /// `info.fold` is set.
  [[nodiscard]] std::u32string_view fold(const CharInfo& info) const;

  /// Syllable ids of a reading set, most frequent first.
  [[nodiscard]] std::span<const std::uint16_t> readings(std::uint16_t set) const;
  [[nodiscard]] std::string_view syllable(std::uint16_t id) const {
    return text(at<Text>(Section::syllables, id));
  }
  /// Class of syllables that are near in sound (zh/z, n/l, in/ing …).
  [[nodiscard]] std::uint16_t sound_class(std::uint16_t syllable) const {
    return at<std::uint16_t>(Section::syllable_classes, syllable);
  }
  /// Characters that look like this one, those that are hard to tell apart from it first. Symmetric: each
  /// stands in the list of the other.
  [[nodiscard]] std::u32string_view lookalikes(const CharInfo& info) const;
  /// Those of them that are hard to tell apart. Symmetric too.
  [[nodiscard]] std::u32string_view much_alike(const CharInfo& info) const;

  [[nodiscard]] const Trie& words() const { return words_; }
  /// The node of the word trie that `first` leads to from the root, through a table: the root has some ten
  /// thousand children, and searching among them is what a scan would spend most of its time on.
  [[nodiscard]] std::uint32_t word_root(char32_t first) const { return root(words_, word_roots_, first); }
  [[nodiscard]] const Trie& sounds() const { return sounds_; }
  /// The same of the trie of sounds, for a sound class.
  [[nodiscard]] std::uint32_t sound_root(std::uint16_t first) const {
    return root(sounds_, sound_roots_, first);
  }
  [[nodiscard]] const Trie& glyphs() const { return glyphs_; }
  /// The same of the trie of shapes.
  [[nodiscard]] std::uint32_t glyph_root(char32_t first) const { return root(glyphs_, glyph_roots_, first); }
  [[nodiscard]] const TrieEntry& entry(std::uint32_t index) const {
    return at<TrieEntry>(Section::entries, index);
  }

  /// What may have counterparts, by image::name_hash.
  [[nodiscard]] const HashSet& counterpart_set() const { return counterpart_set_; }

  /// Record `index` of `section`. Throws ImageError when there is none.
  template <class T>
  [[nodiscard]] const T& at(Section section, std::uint32_t index) const {
    const auto items = all<T>(section);
    if (index >= items.size()) damaged({"有引用指到表外", "a reference points outside its table"});
    return items[index];
  }

  template <class T>
  [[nodiscard]] std::span<const T> all(Section section) const {
    const SectionEntry& e = sections_[static_cast<std::size_t>(section)];
    if (e.item_size != sizeof(T)) damaged({"有表的记录大小不对", "a table has records of another size"});
    return {reinterpret_cast<const T*>(bytes_.data() + e.offset), e.count};
  }

  template <class T>
  [[nodiscard]] std::span<const T> run(Section section, Range range) const {
    const auto items = all<T>(section);
    if (range.first > items.size() || range.count > items.size() - range.first) {
      damaged({"有区间指到表外", "a range points outside its table"});
    }
    return items.subspan(range.first, range.count);
  }

  /// Value of a meta key, empty when absent.
  [[nodiscard]] std::string_view meta(std::string_view key) const;
  /// Number of the rule with this id, or -1.
  [[nodiscard]] int rule_number(std::string_view id) const;
  /// Number of the basis with this id, or -1.
  [[nodiscard]] int basis_number(std::string_view id) const;
  /// The provision of an article, or nullptr.
  [[nodiscard]] const ArticleRecord* article(std::string_view edition, std::string_view number) const;

 private:
  [[noreturn]] static void damaged(const tmsweep::Text& what);
  static std::uint32_t root(const Trie& trie, std::span<const std::uint32_t> roots, std::uint32_t first) {
    if (first >= roots.size()) return trie.child(trie.root(), first);
    return roots[first] != 0 ? roots[first] : Trie::k_none;
  }

  std::span<const std::byte> bytes_;
  std::span<const SectionEntry> sections_;
  // Tables that every character of every name is looked up in.
  std::span<const std::uint16_t> pages_;
  std::span<const CharInfo> infos_;
  std::span<const std::uint32_t> word_roots_;
  std::span<const std::uint32_t> sound_roots_;
  std::span<const std::uint32_t> glyph_roots_;
  Trie words_;
  Trie sounds_;
  Trie glyphs_;
  HashSet counterpart_set_;
};

}  // namespace tmsweep::image
