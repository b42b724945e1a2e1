// SPDX-License-Identifier: Apache-2.0
#include "compile/rules.h"

#include <algorithm>
#include <set>

#include "compile/table.h"
#include "model/finding.h"

namespace tmsweep::compile {

namespace {

using image::Range;
using image::Section;
using image::Text;
using image::Writer;
namespace fs = std::filesystem;

std::uint32_t effect_of(const Table& table, const Row& row, const std::string& id) {
  const auto it = std::ranges::find(k_effect_ids, id);
  if (it == k_effect_ids.end()) table.fail(row, "unknown effect: " + id);
  return static_cast<std::uint32_t>(it - k_effect_ids.begin());
}

void put_bases(const fs::path& data, Writer& w, RuleNumbers& numbers) {
  const Table table{data / "legal_basis.tsv",
                    {"basis", "rule", "title_zh", "title_en", "article_2019", "article_2026", "effect",
                     "guideline", "verified"}};
  table.require_unique({0});
  table.require_filled({0, 1, 2, 3, 6, 8});
  std::vector<image::BasisRecord> records;
  for (const Row& row : table.rows()) {
    const auto& f = row.fields;
    const auto rule = numbers.rules.find(f[1]);
    if (f[1] != "-" && rule == numbers.rules.end()) table.fail(row, "no page docs/rules/" + f[1] + ".md");
    numbers.bases[f[0]] = static_cast<std::uint16_t>(records.size());
    numbers.rule_of_basis[f[0]] = f[1];
    image::BasisRecord r;
    r.id = w.text(f[0]);
    r.title = {w.text(f[2]), w.text(f[3])};
    r.article = {w.text(f[4]), w.text(f[5])};
    r.effect = effect_of(table, row, f[6]);
    r.guideline = w.text(f[7]);
    r.verified = w.text(f[8]);
    r.rule = rule == numbers.rules.end() ? 0xFFFFU : rule->second;
    records.push_back(r);
  }
  w.put(Section::bases, records);
}

std::map<std::string, std::vector<image::CaseRecord>> read_cases(const fs::path& folder, Writer& w) {
  static const std::set<std::string> outcomes{"refused", "accepted", "invalidated"};
  std::map<std::string, std::vector<image::CaseRecord>> by_rule;
  for (const fs::path& file : files_in(folder, ".tsv")) {
    const Table table{
        file, {"name", "goods", "outcome", "year", "rule", "kind", "basis", "note_zh", "note_en", "source"}};
    table.require_filled({0, 2, 4, 7, 8, 9});
    for (const Row& row : table.rows()) {
      const auto& f = row.fields;
      if (!outcomes.contains(f[2])) table.fail(row, "unknown outcome: " + f[2]);
      image::CaseRecord c;
      c.name = w.text(f[0]);
      c.goods = w.text(f[1] == "-" ? "" : f[1]);
      c.outcome = w.text(f[2]);
      c.year = f[3].empty() ? 0U : static_cast<std::uint32_t>(std::stoul(f[3].substr(0, 4)));
      c.kind = w.text(f[5]);
      c.basis = w.text(f[6]);
      c.note = {w.text(f[7]), w.text(f[8])};
      c.source = w.text(f[9]);
      by_rule[f[4]].push_back(c);
    }
  }
  return by_rule;
}

Range put_kinds(const RulePage& page, Writer& w, std::vector<image::KindRecord>& kinds,
                RuleNumbers& numbers) {
  const Range range{static_cast<std::uint32_t>(kinds.size()),
                    static_cast<std::uint32_t>(page.text[0].why.size())};
  for (std::size_t i = 0; i < page.text[0].why.size(); ++i) {
    const auto& [id, zh] = page.text[0].why[i];
    const std::string& en = page.text[1].why[i].second;
    const bool uses_note = zh.find("{note}") != std::string::npos || en.find("{note}") != std::string::npos;
    numbers.kinds[page.rule][id] = {static_cast<std::uint16_t>(kinds.size()), uses_note};
    kinds.push_back({w.text(id), {w.text(zh), w.text(en)}});
  }
  return range;
}

void put_pages(const std::vector<RulePage>& pages, const fs::path& data, Writer& w, RuleNumbers& numbers) {
  std::vector<image::RuleRecord> records;
  std::vector<image::KindRecord> kinds;
  std::vector<image::CaseRecord> cases;
  auto by_rule = read_cases(data / "cases", w);
  for (const RulePage& page : pages) {
    numbers.rules[page.rule] = static_cast<std::uint16_t>(records.size());
    image::RuleRecord r;
    r.id = w.text(page.rule);
    for (std::size_t lang = 0; lang < 2; ++lang) {
      r.title[lang] = w.text(page.text[lang].title);
      r.meaning[lang] = w.text(page.text[lang].meaning);
      r.exceptions[lang] = w.texts(page.text[lang].exceptions);
      r.fixes[lang] = w.texts(page.text[lang].fixes);
    }
    r.kinds = put_kinds(page, w, kinds, numbers);
    const auto& own = by_rule[page.rule];
    r.cases = {static_cast<std::uint32_t>(cases.size()), static_cast<std::uint32_t>(own.size())};
    cases.insert(cases.end(), own.begin(), own.end());
    records.push_back(r);
  }
  for (const auto& [rule, list] : by_rule) {
    if (!numbers.rules.contains(rule))
      throw DataError(data / "cases", 0, "a case names the unknown rule " + rule);
  }
  w.put(Section::rules, records);
  w.put(Section::kinds, kinds);
  w.put(Section::cases, cases);
}

/// Each part of a quotation, cut at its ellipses, must stand in the statute word for word.
void require_quoted(const Table& table, const Row& row, const std::string& statute) {
  std::string_view rest = row.fields[2];
  while (!rest.empty()) {
    const std::size_t end = rest.find("……");
    const std::string_view part = rest.substr(0, end);
    if (!part.empty() && statute.find(part) == std::string::npos) {
      table.fail(row, "is not in the statute: " + std::string(part));
    }
    if (end == std::string_view::npos) return;
    rest = rest.substr(end + std::string_view("……").size());
  }
}

void put_statutes(const fs::path& law, Writer& w) {
  const Table table{law / "articles.tsv", {"edition", "article", "quote_zh", "summary_en"}};
  table.require_unique({0, 1});
  table.require_filled({0, 1, 2, 3});
  const std::map<std::string, std::string> statutes{{"2019", slurp(law / "2019.zh.md")},
                                                    {"2026", slurp(law / "2026.zh.md")}};
  std::vector<image::ArticleRecord> articles;
  for (const Row& row : table.rows()) {
    const auto& f = row.fields;
    if (const auto it = statutes.find(f[0]); it != statutes.end()) require_quoted(table, row, it->second);
    articles.push_back({w.text(f[0]), w.text(f[1]), w.text(f[2]), w.text(f[3])});
  }
  w.put(Section::articles, articles);

  const Table laws{law / "laws.tsv", {"id", "name_zh", "name_en", "edition_note"}};
  laws.require_filled({0, 1, 2});
  std::vector<image::LawRecord> records;
  for (const Row& row : laws.rows()) {
    records.push_back({w.text(row.fields[0]), {w.text(row.fields[1]), w.text(row.fields[2])}});
  }
  w.put(Section::laws, records);
}

void put_facts(const fs::path& data, Writer& w) {
  const Table changes{data / "law/changes.tsv", {"article_2019", "article_2026", "zh", "en"}};
  changes.require_filled({2, 3});
  std::vector<image::ChangeRecord> change_records;
  for (const Row& row : changes.rows()) {
    const auto& f = row.fields;
    change_records.push_back({{w.text(f[0]), w.text(f[1])}, {w.text(f[2]), w.text(f[3])}});
  }
  w.put(Section::changes, change_records);

  const Table process{data / "law/process.tsv",
                      {"id", "edition", "zh", "en", "article_2019", "article_2026", "source"}};
  process.require_filled({0, 1, 2, 3, 6});
  std::vector<image::ProcessRecord> process_records;
  for (const Row& row : process.rows()) {
    const auto& f = row.fields;
    process_records.push_back(
        {w.text(f[0]), w.text(f[1]), {w.text(f[2]), w.text(f[3])}, {w.text(f[4]), w.text(f[5])}});
  }
  w.put(Section::process, process_records);

  const Table classes{data / "goods/class.tsv", {"class", "heading_zh", "heading_en"}};
  std::vector<image::ClassRecord> class_records;
  for (const Row& row : classes.rows()) {
    const auto& f = row.fields;
    class_records.push_back({static_cast<std::uint32_t>(std::stoul(f[0])), {w.text(f[1]), w.text(f[2])}});
  }
  std::ranges::sort(class_records, {}, &image::ClassRecord::number);
  w.put(Section::classes, class_records);
}

}  // namespace

RuleNumbers compile_rules(const fs::path& data, const fs::path& pages_folder, Writer& w) {
  std::vector<RulePage> pages;
  for (const fs::path& file : files_in(pages_folder, ".md")) pages.push_back(read_page(file));
  std::ranges::sort(pages, {}, &RulePage::rule);
  RuleNumbers numbers;
  put_pages(pages, data, w, numbers);
  put_bases(data, w, numbers);
  put_statutes(data / "law", w);
  put_facts(data, w);
  return numbers;
}

}  // namespace tmsweep::compile
