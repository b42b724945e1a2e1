// SPDX-License-Identifier: Apache-2.0
#include "compile/goods_tables.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <string_view>

#include "compile/table.h"
#include "image/layout.h"
#include "model/goods.h"

namespace tmsweep::compile {

namespace {

using image::RelatedKind;
using image::Section;
using image::Writer;
namespace fs = std::filesystem;

using ClassOfGroup = std::map<std::string, int>;

/// The whole of `text` as a class number.
int class_number(const Table& table, const Row& row, const std::string& text) {
  int n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc{} || end != text.data() + text.size() || !is_nice_class(n))
    table.fail(row, "is no Nice class: " + text);
  return n;
}

bool is_code(const std::string& text) {
  return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

ClassOfGroup put_groups(const fs::path& file, Writer& w) {
  const Table table{file, {"group", "class", "label_zh", "label_en", "verified", "source"}};
  table.require_unique({0});
  table.require_filled({0, 1, 2, 3, 4, 5});
  ClassOfGroup known;
  std::vector<image::GroupRecord> records;
  for (const Row& row : table.rows()) {
    const auto& f = row.fields;
    if (!is_code(f[0])) table.fail(row, "a group is four digits: " + f[0]);
    const int nice_class = class_number(table, row, f[1]);
    if (std::stoi(f[0].substr(0, 2)) != nice_class)
      table.fail(row, "group " + f[0] + " is not of class " + f[1]);
    if (f[4] != "no" && f[4] != "copy") table.fail(row, "unknown value: " + f[4]);
    known[f[0]] = nice_class;
    records.push_back({w.text(f[0]),
                       {w.text(f[2]), w.text(f[3])},
                       static_cast<std::uint32_t>(nice_class),
                       f[4] == "copy" ? 1U : 0U});
  }
  w.put(Section::groups, records);
  return known;
}

void put_related(const fs::path& file, const ClassOfGroup& known, Writer& w) {
  const Table table{file, {"a", "b", "kind", "note_zh", "note_en", "source"}};
  table.require_unique({0, 1});
  table.require_filled({0, 1, 2, 3, 4, 5});
  std::vector<image::RelatedRecord> records;
  for (const Row& row : table.rows()) {
    const auto& f = row.fields;
    for (const std::string& group : {f[0], f[1]}) {
      if (!known.contains(group)) table.fail(row, "unknown group: " + group);
    }
    if (f[0] >= f[1]) table.fail(row, "the smaller group comes first: " + f[0] + ", " + f[1]);
    if (f[2] != "similar" && f[2] != "often-related") table.fail(row, "unknown kind: " + f[2]);
    records.push_back({w.text(f[0]),
                       w.text(f[1]),
                       {w.text(f[3]), w.text(f[4])},
                       f[2] == "similar" ? RelatedKind::cross_note : RelatedKind::often});
  }
  w.put(Section::related_groups, records);
}

void put_advice(const fs::path& file, Writer& w) {
  const Table table{file, {"class", "advice_class", "zh", "en", "source"}};
  table.require_unique({0, 1});
  table.require_filled({0, 1, 2, 3, 4});
  std::vector<image::AdviceRecord> records;
  for (const Row& row : table.rows()) {
    const auto& f = row.fields;
    const int nice_class = class_number(table, row, f[0]);
    const int advised = class_number(table, row, f[1]);
    if (nice_class == advised) table.fail(row, "a class does not advise itself: " + f[0]);
    records.push_back({static_cast<std::uint32_t>(nice_class),
                       static_cast<std::uint32_t>(advised),
                       {w.text(f[2]), w.text(f[3])}});
  }
  std::ranges::sort(records, {},
                    [](const image::AdviceRecord& r) { return std::pair(r.nice_class, r.advised); });
  w.put(Section::class_advice, records);
}

void check_goods(const fs::path& file, const ClassOfGroup& known) {
  const Table table{file, {"word", "class", "group", "en", "source"}};
  for (const Row& row : table.rows()) {
    const auto& f = row.fields;
    // A word may stand in two groups of one class, parted by a blank: 直播带货 is advertising and selling for
    // others.
    for (std::string_view rest = f[2]; !rest.empty();) {
      const std::string code{rest.substr(0, rest.find(' '))};
      rest.remove_prefix(std::min(code.size() + 1, rest.size()));
      const auto group = known.find(code);
      if (group == known.end()) table.fail(row, "unknown group: " + code);
      if (group->second != class_number(table, row, f[1]))
        table.fail(row, "group " + code + " is not of class " + f[1]);
    }
  }
}

}  // namespace

void compile_goods_tables(const fs::path& folder, Writer& w) {
  const ClassOfGroup known = put_groups(folder / "group.tsv", w);
  put_related(folder / "related.tsv", known, w);
  put_advice(folder / "advice.tsv", w);
  check_goods(folder / "goods.tsv", known);
}

}  // namespace tmsweep::compile
