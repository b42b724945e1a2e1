// SPDX-License-Identifier: Apache-2.0
#include "image/writer.h"

#include <deque>

namespace tmsweep::image {

namespace {

/// Size of the records of sections that were never put, so that the reader accepts them as empty.
constexpr std::array<std::uint32_t, static_cast<std::size_t>(Section::count_)> k_item_size = [] {
  std::array<std::uint32_t, static_cast<std::size_t>(Section::count_)> s{};
  const auto set = [&](Section section, std::size_t size) {
    s[static_cast<std::size_t>(section)] = static_cast<std::uint32_t>(size);
  };
  set(Section::pool, 1);
  set(Section::texts, sizeof(Text));
  set(Section::char_pages, sizeof(std::uint16_t));
  set(Section::char_infos, sizeof(CharInfo));
  set(Section::fold_pool, sizeof(char32_t));
  set(Section::reading_sets, sizeof(Range));
  set(Section::reading_ids, sizeof(std::uint16_t));
  set(Section::syllables, sizeof(Text));
  set(Section::syllable_classes, sizeof(std::uint16_t));
  set(Section::lookalike_lists, sizeof(Range));
  set(Section::lookalikes, sizeof(char32_t));
  set(Section::lookalike_much, sizeof(std::uint16_t));
  for (const Section t : {Section::words_trie, Section::sound_trie, Section::glyph_trie})
    set(t, sizeof(TrieNode));
  for (const Section t : {Section::entries, Section::sound_entries, Section::glyph_entries})
    set(t, sizeof(TrieEntry));
  for (const Section t : {Section::term_keys, Section::sound_keys, Section::glyph_keys})
    set(t, sizeof(TermKey));
  set(Section::terms, sizeof(TermRecord));
  for (const Section t : {Section::word_roots, Section::sound_roots, Section::glyph_roots})
    set(t, sizeof(std::uint32_t));
  set(Section::edit_terms, sizeof(std::uint32_t));
  set(Section::rules, sizeof(RuleRecord));
  set(Section::kinds, sizeof(KindRecord));
  set(Section::bases, sizeof(BasisRecord));
  set(Section::sources, sizeof(Text));
  set(Section::cases, sizeof(CaseRecord));
  set(Section::articles, sizeof(ArticleRecord));
  set(Section::laws, sizeof(LawRecord));
  set(Section::changes, sizeof(ChangeRecord));
  set(Section::process, sizeof(ProcessRecord));
  set(Section::classes, sizeof(ClassRecord));
  set(Section::idiom_keys, sizeof(IdiomKey));
  set(Section::idioms, sizeof(IdiomRecord));
  set(Section::meta, sizeof(MetaRecord));
  set(Section::counterparts, sizeof(CounterpartRecord));
  set(Section::counterpart_starts, sizeof(std::uint32_t));
  set(Section::counterpart_set, 1);
  set(Section::mark_index, 1);
  return s;
}();

}  // namespace

Text Writer::text(std::string_view s) {
  if (s.empty()) return {};
  const auto [it, fresh] = known_.try_emplace(std::string(s));
  if (fresh) {
    it->second = {static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(s.size())};
    pool_ += s;
  }
  return it->second;
}

Range Writer::texts(const std::vector<std::string>& list) {
  const Range range{static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(list.size())};
  for (const std::string& s : list) texts_.push_back(text(s));
  return range;
}

std::vector<std::byte> Writer::finish() {
  put(Section::texts, texts_);
  put(Section::pool, std::vector<char>(pool_.begin(), pool_.end()));
  std::vector<SectionEntry> contents(parts_.size());
  std::uint64_t offset = sizeof(Header) + contents.size() * sizeof(SectionEntry);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    offset = (offset + 7) / 8 * 8;
    contents[i] = {offset, parts_[i].item_size != 0 ? parts_[i].item_size : k_item_size[i], parts_[i].count};
    offset += parts_[i].bytes.size();
  }
  std::vector<std::byte> out(offset);
  const Header header{k_magic, k_version, static_cast<std::uint32_t>(parts_.size())};
  std::memcpy(out.data(), &header, sizeof header);
  std::memcpy(out.data() + sizeof header, contents.data(), contents.size() * sizeof(SectionEntry));
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (!parts_[i].bytes.empty()) {
      std::memcpy(out.data() + contents[i].offset, parts_[i].bytes.data(), parts_[i].bytes.size());
    }
  }
  return out;
}

std::vector<std::uint32_t> roots_of(const std::vector<TrieNode>& nodes) {
  constexpr std::size_t k_most = 0x10000;
  std::vector<std::uint32_t> roots;
  for (std::uint32_t i = nodes[0].first_child; i < nodes[0].first_child + nodes[0].child_count; ++i) {
    if (nodes[i].label >= k_most) break;
    roots.resize(nodes[i].label + std::size_t{1});
    roots.back() = i;
  }
  return roots;
}

std::uint32_t TrieBuilder::entry(const std::u32string& key) {
  return entries_.try_emplace(key, static_cast<std::uint32_t>(entries_.size())).first->second;
}

std::vector<TrieNode> TrieBuilder::nodes() const {
  using Iterator = std::map<std::u32string, std::uint32_t>::const_iterator;
  struct Pending {  // the keys in [first, last) share their first `depth` labels, which lead to `node`
    Iterator first;
    Iterator last;
    std::size_t depth;
    std::uint32_t node;
  };
  std::vector<TrieNode> nodes(1);
  std::deque<Pending> queue{{entries_.begin(), entries_.end(), 0, 0}};
  while (!queue.empty()) {
    const Pending p = queue.front();
    queue.pop_front();
    Iterator it = p.first;
    if (it != p.last && it->first.size() == p.depth) {
      nodes[p.node].entry = it->second + 1;
      ++it;
    }
    nodes[p.node].first_child = static_cast<std::uint32_t>(nodes.size());
    while (it != p.last) {
      const char32_t label = it->first[p.depth];
      Iterator end = it;
      while (end != p.last && end->first[p.depth] == label) ++end;
      queue.push_back({it, end, p.depth + 1, static_cast<std::uint32_t>(nodes.size())});
      nodes.push_back({static_cast<std::uint32_t>(label), 0, 0, 0});
      it = end;
    }
    nodes[p.node].child_count = static_cast<std::uint32_t>(nodes.size()) - nodes[p.node].first_child;
  }
  return nodes;
}

}  // namespace tmsweep::image
