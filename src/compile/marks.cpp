// SPDX-License-Identifier: Apache-2.0
#include "compile/marks.h"

#include <algorithm>
#include <array>
#include <set>

#include "compile/table.h"
#include "compile/terms.h"
#include "image/name_hash.h"
#include "search/builder.h"
#include "text/mark.h"

namespace tmsweep::compile {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 2> k_folders{"known", "listed"};
enum Column : std::uint8_t { k_name, k_latin, k_aliases, k_owner, k_classes, k_fame, k_source };

Table brands_of(const fs::path& file) {
  return Table{file, {"name", "latin", "aliases", "owner", "classes", "fame", "source"}};
}

Fame fame_of(const Table& table, const Row& row) {
  const auto it = std::ranges::find(k_fame_ids, row.fields[k_fame]);
  if (it == k_fame_ids.end() || row.fields[k_fame].empty())
    table.fail(row, "unknown fame: " + row.fields[k_fame]);
  return static_cast<Fame>(it - k_fame_ids.begin());
}

ClassMask classes_of_row(const Table& table, const Row& row) {
  try {
    return parse_classes(row.fields[k_classes]);
  } catch (const std::invalid_argument&) {
    table.fail(row, "is no list of Nice classes: " + row.fields[k_classes]);
  }
}

/// All names of a brand, the main one first.
std::vector<std::string> names_of(const Row& row) {
  std::vector<std::string> out;
  for (const std::uint8_t column : {k_name, k_latin}) {
    if (!row.fields[column].empty()) out.push_back(row.fields[column]);
  }
  for (const std::string& alias : split(row.fields[k_aliases], '|')) out.push_back(alias);
  return out;
}

}  // namespace

std::vector<std::u32string> common_starts(const fs::path& data, const image::Image& chars) {
  constexpr std::size_t k_many = 5;
  std::map<std::u32string, std::size_t> names;
  for (const char* folder : k_folders) {
    for (const fs::path& file : files_in(data / "marks" / folder, ".tsv")) {
      const Table table = brands_of(file);
      for (const Row& row : table.rows()) {
        const std::string& name = row.fields[row.fields[k_latin].empty() ? k_name : k_latin];
        const std::size_t end = name.find(' ');
        if (end != std::string::npos) ++names[text::key_of(chars, name.substr(0, end))];
      }
    }
  }
  std::vector<std::u32string> out;
  for (const auto& [word, count] : names) {
    if (count >= k_many && !word.empty()) out.push_back(word);
  }
  return out;
}

Marks::Marks(const fs::path& data, const image::Image& chars) : chars_(chars) {
  for (const char* folder : k_folders) add_brands(data / "marks" / folder);
  add_words(data / "text" / "bilingual.tsv");
}

void Marks::add_brands(const fs::path& folder) {
  for (const fs::path& file : files_in(folder, ".tsv")) {
    const Table table = brands_of(file);
    table.require_filled({k_fame, k_source});
    for (const Row& row : table.rows()) {
      const std::vector<std::string> names = names_of(row);
      if (names.empty()) table.fail(row, "names no mark");
      std::map<std::u32string, std::string> keys;  // YILI and Yili are one
      for (const std::string& name : names) {
        const std::u32string key = text::key_of(chars_, name);
        if (key.empty()) table.fail(row, "has a name without letters: " + name);
        keys.try_emplace(key, name);
      }
      add_brand(table, row, keys);
    }
  }
}

void Marks::add_brand(const Table& table, const Row& row, const std::map<std::u32string, std::string>& keys) {
  EarlierMark m;
  m.owner = row.fields[k_owner];
  m.classes = classes_of_row(table, row);
  m.source = row.fields[k_source];
  m.fame = fame_of(table, row);
  // A brand that stands in two tables is one brand; a list of names adds nothing to what is known already.
  std::uint32_t brand = 0;
  for (const auto& [key, name] : keys) {
    const auto it = brand_of_.find(key);
    if (it == brand_of_.end()) continue;
    if (m.fame == Fame::listed) return;
    if (brand == 0 && (it->second.classes & m.classes) != 0) brand = it->second.number;
  }
  if (brand == 0) brand = ++brands_;
  for (const auto& [key, name] : keys) {
    m.name = name;
    marks_.push_back(m);
    if (m.fame != Fame::listed) brand_of_.try_emplace(key, Brand{brand, m.classes});
    if (keys.size() > 1) counterparts_.push_back({image::name_hash(key), brand, {}});
  }
}

void Marks::add_words(const fs::path& file) {
  const Table table{file, {"zh", "en", "source"}};
  table.require_filled({0, 1, 2});
  for (const Row& row : table.rows()) {
    const std::u32string zh = text::key_of(chars_, row.fields[0]);
    std::string english;
    for (const char c : row.fields[1]) {
      if (c >= 'a' && c <= 'z') english.push_back(c);
    }
    if (zh.empty() || english.empty()) table.fail(row, "has a side without letters");
    counterparts_.push_back({image::name_hash(zh), 0, english});
  }
}

void Marks::put_counterparts(image::Writer& writer) {
  std::ranges::sort(counterparts_);
  counterparts_.erase(std::unique(counterparts_.begin(), counterparts_.end()), counterparts_.end());
  std::vector<image::CounterpartRecord> records;
  for (const Counterpart& c : counterparts_)
    records.push_back({c.hash, c.known_mark, writer.text(c.english), 0});
  writer.put(image::Section::counterparts, records);
  std::vector<std::uint32_t> starts;
  for (const image::CounterpartRecord& r : records) {
    while (starts.size() <= r.hash >> (64U - image::k_counterpart_bits))
      starts.push_back(static_cast<std::uint32_t>(&r - records.data()));
  }
  starts.resize((std::size_t{1} << image::k_counterpart_bits) + 1,
                static_cast<std::uint32_t>(records.size()));
  writer.put(image::Section::counterpart_starts, starts);
  std::vector<std::uint8_t> set(image::HashSet::size_for(records.size()));
  for (const image::CounterpartRecord& r : records) image::HashSet::put(r.hash, set);
  writer.put(image::Section::counterpart_set, set);
}

void Marks::put_index(const image::Image& image, std::string_view content, image::Writer& writer) const {
  search::IndexBuilder builder(image, content);
  for (const EarlierMark& m : marks_) builder.add(m);
  writer.put(image::Section::mark_index, builder.finish());
}

}  // namespace tmsweep::compile
