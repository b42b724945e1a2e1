// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compile/rules.h"
#include "compile/table.h"
#include "image/image.h"
#include "image/writer.h"

namespace tmsweep::compile {

/// The word list, the set phrases and every list of terms, under all their keys.
class Terms {
 public:
  /// `chars` is an image with the character sections only; `writer` receives the finished sections.
  Terms(std::vector<std::byte> chars, image::Writer& writer);

  void add_words(const std::filesystem::path& text_folder);
  void add_rule_lists(const std::filesystem::path& folder, const RuleNumbers& numbers);
  void add_goods(const std::filesystem::path& file, const RuleNumbers& numbers);
  /// Notes that many names of brands begin with `word`.
  void add_common_start(const std::u32string& word) { entry(word).common = true; }
  void add_affixes(const std::filesystem::path& file);
  void put();

  [[nodiscard]] const image::Image& chars() const { return image_; }
  [[nodiscard]] std::size_t count() const { return records_.size(); }

 private:
  struct Entry {
    std::vector<image::TermKey> keys;
    double frequency = 0;  ///< of the word list
    bool listed = false;
    bool idiom = false;
    bool common = false;  ///< many names of brands begin with it
    bool spoken = false;  ///< a term that may stand inside a name
    std::string reading;
  };
  struct KeyedTrie {
    image::TrieBuilder trie;
    std::vector<std::vector<image::TermKey>> keys;
    void add(const std::u32string& key, image::TermKey term);
  };

  Entry& entry(const std::u32string& key);
  std::uint16_t source(const std::string& id);
  void add_term(const Table& table, const Row& row, image::TermRecord record, std::string_view text);
  void add_rule_row(const Table& table, const Row& row, const std::string& rule, const RuleNumbers& numbers);
  void add_sound_keys(std::u32string_view key, std::uint32_t term);
  void add_pinyin_keys(std::u32string_view key, std::uint32_t term);
  void add_idiom(std::u32string_view key);
  void put_words();
  struct KeyedSections {
    image::Section nodes;
    image::Section roots;
    image::Section entries;
    image::Section keys;
  };
  void put_keyed(const KeyedTrie& trie, const KeyedSections& sections);

  std::vector<std::byte> chars_;
  image::Image image_;
  image::Writer& writer_;
  image::TrieBuilder trie_;
  std::vector<Entry> entries_;
  KeyedTrie sounds_;
  KeyedTrie glyphs_;
  std::vector<std::uint32_t> edit_terms_;
  std::vector<image::TermRecord> records_;
  std::map<std::string, std::uint16_t> source_ids_;
  std::vector<image::Text> sources_;
  std::vector<image::IdiomKey> idiom_keys_;
  std::vector<image::IdiomRecord> idioms_;
};

/// A term key of the sound trie with this bit set is a set phrase, not a term.
inline constexpr std::uint32_t k_idiom_term = 0x80000000U;

/// `5,29-33`, `!33` or nothing → classes; nothing → 0 (any). Throws std::invalid_argument.
ClassMask parse_classes(std::string_view text);

}  // namespace tmsweep::compile
