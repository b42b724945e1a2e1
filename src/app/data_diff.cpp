// SPDX-License-Identifier: Apache-2.0
#include "app/data_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "search/index.h"

namespace tmsweep::app {

namespace {

using image::Image;
using image::Section;

struct Row {
  std::string group;
  std::string name;
  std::string rest;
  auto operator<=>(const Row&) const = default;
};

bool same_thing(const Row& a, const Row& b) {
  return a.group == b.group && a.name == b.name;
}

/// One part of what is known of a row; empty ones are left out.
void say(std::string& out, std::string_view label, std::string_view value) {
  if (!value.empty()) out += fmt::format("{}{}={}", out.empty() ? "" : " ", label, value);
}

std::string class_list(ClassMask mask) {
  return fmt::format("{}", fmt::join(classes_of(mask), ","));
}

std::string_view text_of(const Image& image, const std::array<image::Text, 2>& both, std::size_t lang) {
  return image.text(both.at(lang));
}

/// Every word that a rule says, but for its terms.
std::string rule_text(const Image& image, const image::RuleRecord& r) {
  std::string out;
  for (std::size_t lang = 0; lang < 2; ++lang) {
    say(out, "title", text_of(image, r.title, lang));
    say(out, "meaning", text_of(image, r.meaning, lang));
    for (const image::Text& t : image.run<image::Text>(Section::texts, r.exceptions.at(lang)))
      say(out, "exception", image.text(t));
    for (const image::Text& t : image.run<image::Text>(Section::texts, r.fixes.at(lang)))
      say(out, "fix", image.text(t));
    for (const image::KindRecord& k : image.run<image::KindRecord>(Section::kinds, r.kinds))
      say(out, image.text(k.id), text_of(image, k.why, lang));
    for (const image::CaseRecord& c : image.run<image::CaseRecord>(Section::cases, r.cases)) {
      say(out, "case", image.text(c.name));
      say(out, "outcome", image.text(c.outcome));
      say(out, "note", text_of(image, c.note, lang));
    }
  }
  return out;
}

std::vector<Row> rules_of(const Image& image) {
  std::vector<Row> out;
  for (const image::RuleRecord& r : image.all<image::RuleRecord>(Section::rules))
    out.push_back({"", std::string(image.text(r.id)), rule_text(image, r)});
  return out;
}

constexpr std::array<std::string_view, 6> k_matches{"exact", "only", "prefix", "suffix", "word", "part"};
constexpr std::array<std::string_view, 9> k_labels{"none",     "goods",    "descriptive", "place",  "company",
                                                   "premises", "modifier", "surname",     "article"};

Row term_row(const Image& image, const image::TermRecord& t) {
  const bool own = t.rule < image.all<image::RuleRecord>(Section::rules).size();
  Row out;
  out.name = image.text(t.text);
  if (own) {
    out.group = image.text(image.at<image::RuleRecord>(Section::rules, t.rule).id);
    say(out.rest, "kind", image.text(image.at<image::KindRecord>(Section::kinds, t.kind).id));
    say(out.rest, "basis", image.text(image.at<image::BasisRecord>(Section::bases, t.basis).id));
  } else {
    // Goods and affixes, which belong to no rule.
    out.group = k_labels.at(t.label);
  }
  say(out.rest, "match", k_matches.at(t.match));
  say(out.rest, "risk", k_risk_ids.at(t.risk));
  say(out.rest, "classes", class_list(t.goods));
  say(out.rest, "groups", image.text(t.groups));
  say(out.rest, "flags", t.flags == 0 ? "" : fmt::format("{:#x}", t.flags));
  say(out.rest, "note", image.text(t.note_zh));
  say(out.rest, "note", image.text(t.note_en));
  say(out.rest, "source", image.text_of_source(t.source));
  return out;
}

std::vector<Row> terms_of(const Image& image) {
  std::vector<Row> out;
  for (const image::TermRecord& t : image.all<image::TermRecord>(Section::terms))
    out.push_back(term_row(image, t));
  return out;
}

std::vector<Row> marks_of(const Image& image) {
  std::vector<Row> out;
  const auto bytes = image.all<std::byte>(Section::mark_index);
  if (bytes.empty()) return out;
  const search::Index index(image, bytes);
  for (std::uint32_t mark = 0; mark < index.marks(); ++mark) {
    for (const search::RowRecord& record : index.rows(mark)) {
      const EarlierMark m = index.earlier_mark(record);
      Row row{m.source, m.name, ""};
      say(row.rest, "classes", class_list(m.classes));
      say(row.rest, "owner", m.owner);
      say(row.rest, "number", m.number);
      say(row.rest, "status", m.status);
      say(row.rest, "filed", m.filed);
      say(row.rest, "fame", k_fame_ids.at(static_cast<std::size_t>(m.fame)));
      out.push_back(std::move(row));
    }
  }
  return out;
}

std::vector<Row> without(const std::vector<Row>& rows, const std::vector<Row>& others) {
  std::vector<Row> out;
  std::ranges::set_difference(rows, others, std::back_inserter(out));
  return out;
}

std::vector<Difference> compare(std::vector<Row> before, std::vector<Row> after) {
  std::ranges::sort(before);
  std::ranges::sort(after);
  const std::vector<Row> gone = without(before, after);
  const std::vector<Row> come = without(after, before);
  std::vector<Difference> out;
  auto old = gone.begin();
  auto fresh = come.begin();
  const auto key = [](const Row& r) { return std::tie(r.group, r.name); };
  while (old != gone.end() || fresh != come.end()) {
    if (old != gone.end() && fresh != come.end() && same_thing(*old, *fresh)) {
      out.push_back({Change::changed, old->name, old->group, old->rest, fresh->rest});
      ++old;
      ++fresh;
    } else if (fresh == come.end() || (old != gone.end() && key(*old) < key(*fresh))) {
      out.push_back({Change::removed, old->name, old->group, old->rest, ""});
      ++old;
    } else {
      out.push_back({Change::added, fresh->name, fresh->group, "", fresh->rest});
      ++fresh;
    }
  }
  return out;
}

}  // namespace

std::size_t count(const std::vector<Difference>& list, Change change) {
  return static_cast<std::size_t>(std::ranges::count(list, change, &Difference::change));
}

DataDiff compare_data(const Image& before, const Image& after) {
  return {compare(rules_of(before), rules_of(after)), compare(terms_of(before), terms_of(after)),
          compare(marks_of(before), marks_of(after))};
}

}  // namespace tmsweep::app
