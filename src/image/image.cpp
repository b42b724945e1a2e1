// SPDX-License-Identifier: Apache-2.0
#include "image/image.h"

#include <algorithm>
#include <cstring>

#include "model/worded.h"

namespace tmsweep::image {

void Image::damaged(const tmsweep::Text& what) {
  throw ImageError(worded({"数据库的映像已损坏：{}", "the database image is damaged: {}"}, what));
}

Image::Image(std::span<const std::byte> bytes) : bytes_(bytes) {
  Header header;
  if (bytes.size() < sizeof header) damaged({"太短", "it is too short"});
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != k_magic) damaged({"开头的标记不对", "it does not begin with the expected mark"});
  if (header.version != k_version) {
    throw ImageError(worded({"数据库映像的格式是 {}，本程序读格式 {}",
                             "the database image has format {}, this program reads format {}"},
                            header.version, k_version));
  }
  constexpr auto expected = static_cast<std::uint32_t>(Section::count_);
  if (header.sections != expected) damaged({"表的数目不对", "it has another number of tables"});
  if (bytes.size() < sizeof header + expected * sizeof(SectionEntry))
    damaged({"目录被截断", "its table of contents is cut off"});
  sections_ = {reinterpret_cast<const SectionEntry*>(bytes.data() + sizeof header), expected};
  for (const SectionEntry& e : sections_) {
    const std::uint64_t need = std::uint64_t{e.item_size} * e.count;
    if (e.offset % 8 != 0 || e.offset > bytes.size() || need > bytes.size() - e.offset) {
      damaged({"有表在文件之外", "a table lies outside the file"});
    }
  }
  pages_ = all<std::uint16_t>(Section::char_pages);
  infos_ = all<CharInfo>(Section::char_infos);
  word_roots_ = all<std::uint32_t>(Section::word_roots);
  sound_roots_ = all<std::uint32_t>(Section::sound_roots);
  glyph_roots_ = all<std::uint32_t>(Section::glyph_roots);
  words_ = Trie(all<TrieNode>(Section::words_trie));
  sounds_ = Trie(all<TrieNode>(Section::sound_trie));
  glyphs_ = Trie(all<TrieNode>(Section::glyph_trie));
  counterpart_set_ = HashSet(all<std::uint8_t>(Section::counterpart_set));
}

std::string_view Image::text(Text t) const {
  const auto pool = all<char>(Section::pool);
  if (t.offset > pool.size() || t.length > pool.size() - t.offset)
    damaged({"有文本在文本区之外", "a text lies outside the pool"});
  return {pool.data() + t.offset, t.length};
}

std::u32string_view Image::fold(const CharInfo& info) const {
  const auto pool = all<char32_t>(Section::fold_pool);
  const std::uint32_t length = (info.fold >> 24U) & 0x7FU;
  const std::uint32_t offset = info.fold & 0xFFFFFFU;
  if (offset > pool.size() || length > pool.size() - offset)
    damaged({"有折叠项在表外", "a fold lies outside its table"});
  return {pool.data() + offset, length};
}

std::span<const std::uint16_t> Image::readings(std::uint16_t set) const {
  if (set == 0) return {};
  return run<std::uint16_t>(Section::reading_ids, at<Range>(Section::reading_sets, set));
}

std::u32string_view Image::lookalikes(const CharInfo& info) const {
  if (info.lookalikes == 0) return {};
  const auto list = run<char32_t>(Section::lookalikes, at<Range>(Section::lookalike_lists, info.lookalikes));
  return {list.data(), list.size()};
}

std::u32string_view Image::much_alike(const CharInfo& info) const {
  if (info.lookalikes == 0) return {};
  return lookalikes(info).substr(0, at<std::uint16_t>(Section::lookalike_much, info.lookalikes));
}

std::string_view Image::meta(std::string_view key) const {
  for (const MetaRecord& m : all<MetaRecord>(Section::meta)) {
    if (text(m.key) == key) return text(m.value);
  }
  return {};
}

int Image::rule_number(std::string_view id) const {
  const auto rules = all<RuleRecord>(Section::rules);
  const auto it = std::ranges::lower_bound(rules, id, {}, [&](const RuleRecord& r) { return text(r.id); });
  return it != rules.end() && text(it->id) == id ? static_cast<int>(it - rules.begin()) : -1;
}

int Image::basis_number(std::string_view id) const {
  const auto bases = all<BasisRecord>(Section::bases);
  const auto it = std::ranges::lower_bound(bases, id, {}, [&](const BasisRecord& b) { return text(b.id); });
  return it != bases.end() && text(it->id) == id ? static_cast<int>(it - bases.begin()) : -1;
}

const ArticleRecord* Image::article(std::string_view edition, std::string_view number) const {
  for (const ArticleRecord& a : all<ArticleRecord>(Section::articles)) {
    if (text(a.edition) == edition && text(a.article) == number) return &a;
  }
  return nullptr;
}

}  // namespace tmsweep::image
