// SPDX-License-Identifier: Apache-2.0
#include "compile/chars.h"

#include <algorithm>
#include <map>
#include <set>

#include "compile/table.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tmsweep::compile {

namespace {

using image::CharInfo;
using image::HanKind;
using image::Range;
using image::Section;

constexpr char32_t k_end = 0x110000;
constexpr std::size_t k_page = 128;
constexpr std::uint32_t k_folded = 0x80000000U;

char32_t only_char(const Table& table, const Row& row, std::size_t column) {
  const auto points = text::decode(row.fields[column]);
  if (!points || points.value().size() != 1)
    table.fail(row, "column " + std::to_string(column + 1) + " is not one character");
  return points.value().front();
}

std::uint32_t packed_letters(const Table& table, const Row& row, const std::string& letters) {
  if (letters.empty() || letters.size() > 3) table.fail(row, "a skeleton has one to three letters");
  std::uint32_t packed = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto c = static_cast<unsigned char>(letters[i]);
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
      table.fail(row, "a skeleton is of small ASCII letters");
    packed |= static_cast<std::uint32_t>(c) << (8U * i);
  }
  return packed;
}

HanKind han_kind(const Table& table, const Row& row) {
  const std::string& kind = row.fields[2];
  if (kind == "traditional") return HanKind::traditional;
  if (kind == "japanese") return HanKind::japanese;
  if (kind == "variant") return HanKind::variant;
  table.fail(row, "unknown kind of variant: " + kind);
}

class Chars {
 public:
  Chars() : infos_(k_end) {}

  void from_icu() {
    for (char32_t c = 0; c < k_end; ++c) {
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      CharInfo& info = infos_[c];
      info.script = static_cast<std::uint8_t>(text::icu::script_of(c));
      if (text::icu::is_default_ignorable(c)) info.flags |= image::k_invisible;
      if (text::icu::is_bidi_control(c)) info.flags |= image::k_bidi;
      if (text::icu::is_control(c)) info.flags |= image::k_control;
      if (text::icu::is_private_use(c)) info.flags |= image::k_private_use;
      if (text::icu::joins(c)) info.flags |= image::k_combining;
      const std::u32string folded = text::icu::nfkc_casefold(std::u32string_view(&c, 1));
      if (folded.size() != 1 || folded.front() != c) info.fold = pooled(folded);
      if (const char32_t base = text::icu::base_letter(c); base != 0 && c > 0x7F) info.skeleton = base;
    }
  }

  void variants(const Table& table) {
    table.require_unique({0});
    for (const Row& row : table.rows()) {
      CharInfo& info = infos_[only_char(table, row, 0)];
      info.simplified = only_char(table, row, 1);
      info.han_kind = static_cast<std::uint8_t>(han_kind(table, row));
    }
    // Chains (Japanese → traditional → simplified) are resolved here, so that one step suffices at run time.
    for (CharInfo& info : infos_) {
      for (int depth = 0; depth < 4 && info.simplified != 0 && infos_[info.simplified].simplified != 0;
           ++depth) {
        info.simplified = infos_[info.simplified].simplified;
      }
    }
  }

  void skeletons(const Table& table, bool first_of_list) {
    for (const Row& row : table.rows()) {
      const std::string letters = first_of_list ? split(row.fields[1], ',').front() : row.fields[1];
      CharInfo& info = infos_[only_char(table, row, 0)];
      info.skeleton = packed_letters(table, row, letters);
      if (first_of_list) info.flags |= image::k_imitates;
    }
  }

  void numerals(const Table& table) {
    for (const Row& row : table.rows()) {
      const std::string& value = row.fields[1];
      if (value.size() == 1 && value[0] >= '0' && value[0] <= '9') {
        infos_[only_char(table, row, 0)].numeral = static_cast<std::uint8_t>(1 + value[0] - '0');
      }
    }
  }

  void readings(const Table& table, const std::map<std::string, std::uint16_t>& ids) {
    std::map<std::vector<std::uint16_t>, std::uint16_t> known;
    for (const Row& row : table.rows()) {
      std::vector<std::uint16_t> set;
      for (const std::string& s : split(row.fields[1], ',')) {
        const auto it = ids.find(s);
        if (it == ids.end()) table.fail(row, "unknown syllable: " + s);
        set.push_back(it->second);
      }
      const auto [it, fresh] = known.try_emplace(set, static_cast<std::uint16_t>(reading_sets.size()));
      if (fresh) {
        reading_sets.push_back(
            {static_cast<std::uint32_t>(reading_ids.size()), static_cast<std::uint32_t>(set.size())});
        reading_ids.insert(reading_ids.end(), set.begin(), set.end());
      }
      CharInfo& info = infos_[only_char(table, row, 0)];
      info.readings = it->second;
    }
  }

  void standard_han(const Table& table) {
    for (const Row& row : table.rows()) infos_[only_char(table, row, 0)].flags |= image::k_standard_han;
  }

  void lookalikes(const Table& table) {
    // A character may have a row from each source; pairs typed by hand are the surest.
    std::map<char32_t, std::u32string> rows;
    for (const Row& row : table.rows()) {
      const auto list = text::decode(row.fields[1]);
      if (!list) table.fail(row, "is not valid UTF-8");
      std::u32string& known = rows[only_char(table, row, 0)];
      known.insert(row.fields[2] == "overrides" ? 0 : known.size(), list.value());
    }
    constexpr std::size_t k_much = 6;  // 师/帅, 傅/博, 未/末 stand among the first of each other
    std::map<char32_t, std::u32string> lists;
    std::map<char32_t, std::size_t> much;
    const auto link = [&](char32_t a, char32_t b) {
      if (a != b && lists[a].find(b) == std::u32string::npos) lists[a].push_back(b);
    };
    for (const bool first : {true, false}) {
      for (const auto& [c, list] : rows) {
        for (std::size_t i = first ? 0 : k_much; i < (first ? std::min(k_much, list.size()) : list.size());
             ++i) {
          link(c, list[i]);
          link(list[i], c);
        }
      }
      if (first) {
        for (const auto& [c, list] : lists) much[c] = list.size();
      }
    }
    for (const auto& [c, list] : lists) {
      infos_[c].lookalikes = static_cast<std::uint16_t>(lookalike_lists.size());
      lookalike_much.push_back(static_cast<std::uint16_t>(much[c]));
      lookalike_lists.push_back(
          {static_cast<std::uint32_t>(lookalike_chars.size()), static_cast<std::uint32_t>(list.size())});
      lookalike_chars.insert(lookalike_chars.end(), list.begin(), list.end());
    }
  }

  void put(image::Writer& writer) const {
    std::vector<std::uint16_t> pages;
    std::vector<CharInfo> infos;
    std::map<std::string, std::uint16_t> known;
    for (std::size_t first = 0; first < infos_.size(); first += k_page) {
      const std::string bytes(reinterpret_cast<const char*>(&infos_[first]), k_page * sizeof(CharInfo));
      const auto [it, fresh] = known.try_emplace(bytes, static_cast<std::uint16_t>(infos.size() / k_page));
      if (fresh)
        infos.insert(infos.end(), infos_.begin() + static_cast<std::ptrdiff_t>(first),
                     infos_.begin() + static_cast<std::ptrdiff_t>(first + k_page));
      pages.push_back(it->second);
    }
    writer.put(Section::char_pages, pages);
    writer.put(Section::char_infos, infos);
    writer.put(Section::fold_pool, fold_pool_);
    writer.put(Section::reading_sets, reading_sets);
    writer.put(Section::reading_ids, reading_ids);
    writer.put(Section::lookalike_lists, lookalike_lists);
    writer.put(Section::lookalikes, lookalike_chars);
    writer.put(Section::lookalike_much, lookalike_much);
  }

 private:
  std::uint32_t pooled(const std::u32string& run) {
    const auto offset = static_cast<std::uint32_t>(fold_pool_.size());
    fold_pool_.insert(fold_pool_.end(), run.begin(), run.end());
    return k_folded | (static_cast<std::uint32_t>(run.size()) << 24U) | offset;
  }

  std::vector<CharInfo> infos_;
  std::vector<char32_t> fold_pool_;
  // Index 0 of each list means "none".
  std::vector<Range> reading_sets{Range{}};
  std::vector<std::uint16_t> reading_ids;
  std::vector<Range> lookalike_lists{Range{}};
  std::vector<std::uint16_t> lookalike_much{0};
  std::vector<char32_t> lookalike_chars;
};

/// Syllables sorted by spelling, with the class of each; returns their numbers.
std::map<std::string, std::uint16_t> put_syllables(const Table& table, image::Writer& writer) {
  table.require_unique({0});
  std::map<std::string, std::uint16_t> ids;
  std::vector<image::Text> texts;
  for (const Row& row : table.rows()) {
    ids[row.fields[0]] = static_cast<std::uint16_t>(texts.size());
    texts.push_back(writer.text(row.fields[0]));
  }
  std::map<std::string, std::uint16_t> class_ids;
  std::vector<std::uint16_t> classes;
  for (const Row& row : table.rows()) {
    classes.push_back(
        class_ids.try_emplace(row.fields[1], static_cast<std::uint16_t>(class_ids.size())).first->second);
  }
  writer.put(Section::syllables, texts);
  writer.put(Section::syllable_classes, classes);
  return ids;
}

}  // namespace

void compile_chars(const std::filesystem::path& folder, image::Writer& writer) {
  Chars chars;
  chars.from_icu();
  chars.variants({folder / "han_variants.tsv", {"char", "simplified", "kind", "source"}});
  chars.skeletons({folder / "confusables.tsv", {"char", "skeleton", "source"}}, false);
  chars.skeletons({folder / "leet.tsv", {"char", "letter", "source"}}, true);
  chars.numerals({folder / "numerals.tsv", {"char", "value", "source"}});
  const auto ids = put_syllables({folder / "syllables.tsv", {"syllable", "fuzzy", "source"}}, writer);
  chars.readings({folder / "readings.tsv", {"char", "readings", "source"}}, ids);
  const Table lookalikes{folder / "lookalike.tsv", {"char", "lookalikes", "source"}};
  chars.standard_han({folder / "standard_han.tsv", {"char", "source"}});
  chars.lookalikes(lookalikes);
  chars.put(writer);
}

}  // namespace tmsweep::compile
