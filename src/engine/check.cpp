// SPDX-License-Identifier: Apache-2.0
#include "engine/check.h"

#include <algorithm>
#include <charconv>

#include "engine/age.h"
#include "engine/merge.h"
#include "engine/phrase.h"
#include "engine/policy.h"
#include "engine/verdict.h"
#include "lexicon/goods.h"
#include "text/utf8.h"

namespace tmsweep::engine {

namespace {

using image::Section;

std::uint64_t number_of(std::string_view text) {
  std::uint64_t n = 0;
  std::from_chars(text.data(), text.data() + text.size(), n);
  return n;
}

Ground ground_of(std::string_view rule) {
  for (const rules::Rule* r : rules::all()) {
    if (r->id == rule) return r->ground;
  }
  return Ground::absolute;
}

}  // namespace

DatabaseInfo database_info(const image::Image& image, const Date& today) {
  DatabaseInfo out;
  out.edition = image.meta("edition");
  out.age_days = age_in_days(out.edition, today);
  out.terms = number_of(image.meta("terms"));
  out.sha256 = image.meta("content-sha256");
  return out;
}

Checker::Checker(const image::Image& image, const Settings& settings) : image_(image), settings_(settings) {
  for (const rules::Rule* rule : rules::all()) rules_.push_back({rule, image.rule_number(rule->id)});
  std::ranges::stable_sort(rules_, {}, &NumberedRule::number);
  database_ = database_info(image, settings.today);
  for (const MarkSource& m : settings.earlier.sources) database_.marks += m.index->marks();
}

Report Checker::empty_report(const Query& query) const {
  Report r;
  r.name = query.name;
  r.id = query.id;
  r.file = query.file;
  r.line = query.line;
  r.column = query.column;
  r.lang = settings_.lang;
  r.as_of = settings_.as_of;
  r.edition = edition_at(settings_.as_of);
  r.database = database_;
  return r;
}

Report Checker::failed(const Query& query, const Error& error) const {
  Report r = empty_report(query);
  r.error = error.line().in(settings_.lang);
  return r;
}

rules::Drafts Checker::run_rules(const Mark& mark, const GoodsSelection& goods,
                                 const std::vector<lexicon::Hit>& hits,
                                 const lexicon::Composition& composition) const {
  rules::Drafts drafts;
  const auto rule_of = [&](const lexicon::Hit& hit) {
    return int{image_.at<image::TermRecord>(Section::terms, hit.term).rule};
  };
  std::vector<lexicon::Hit> sorted = hits;
  std::ranges::stable_sort(sorted, {}, rule_of);
  std::vector<int> numbers(sorted.size());
  std::ranges::transform(sorted, numbers.begin(), rule_of);
  std::size_t last = 0;
  for (const NumberedRule& r : rules_) {
    // Both go up with the number of the rule.
    while (last < numbers.size() && numbers[last] < r.number) ++last;
    const std::size_t first = last;
    while (last < numbers.size() && numbers[last] == r.number) ++last;
    if (first == last && r.rule->runs == rules::Runs::on_hits) continue;
    const std::span<const lexicon::Hit> own(sorted.data() + first, last - first);
    r.rule->check({image_, mark, goods, own, hits, composition}, drafts);
  }
  return drafts;
}

void Checker::add_findings(const Mark& mark, rules::Drafts drafts, Report& r) const {
  rules::Drafts accepted;
  if (settings_.policy != nullptr) {
    settings_.policy->weigh(drafts);
    accepted = settings_.policy->take_accepted(r, drafts);
  }
  for (const Merged& m : merge(image_, mark, std::move(drafts))) {
    r.findings.push_back(phrase(image_, r, ground_of(m.draft.rule), m));
  }
  for (const Merged& m : merge(image_, mark, std::move(accepted))) {
    settings_.policy->accept(phrase(image_, r, ground_of(m.draft.rule), m), r);
  }
}

bool Checker::searches_marks() const {
  return !settings_.earlier.sources.empty() &&
         (settings_.policy == nullptr || !settings_.policy->is_off("earlier-mark"));
}

Result<Report> Checker::check(const Query& query, EarlierMarks& earlier, PhaseTimes* times) const {
  Lap lap(times);
  Result<Mark> read = text::make_mark(image_, query.name, settings_.trace);
  if (!read) return read.error();
  Result<GoodsSelection> goods = lexicon::read_goods(image_, query.goods, query.classes);
  if (!goods) return goods.error();
  Mark&& mark = std::move(read).value();
  Report r = empty_report(query);
  r.goods = std::move(goods).value();
  r.typed = mark.typed;
  const std::vector<lexicon::Hit> hits = lexicon::find_terms(image_, mark);
  const lexicon::Composition composition = lexicon::compose(image_, mark, hits, r.goods);
  r.forms = {text::encode(mark.normalized.text), text::encode(mark.core.text), mark.pinyin,
             text::encode(mark.skeleton.text.empty() ? mark.core.text : mark.skeleton.text),
             text::encode(lexicon::distinctive_part(mark, composition))};
  lap.is(&PhaseTimes::text);
  rules::Drafts drafts = run_rules(mark, r.goods, hits, composition);
  lap.is(&PhaseTimes::rules);
  add_findings(mark, std::move(drafts), r);
  Extent extent{.behind = settings_.earlier_behind, .process_facts = settings_.process_facts};
  if (searches_marks()) {
    lap.is(&PhaseTimes::wording);
    Conflicts conflicts = earlier.find(mark, r.goods);
    lap.is(&PhaseTimes::earlier);
    for (Conflict& c : conflicts.list) {
      r.findings.push_back(conflict_finding(image_, mark, r, std::move(c)));
    }
    std::ranges::stable_sort(r.findings, std::ranges::greater{}, &Finding::risk);
    for (const MarkSource& m : settings_.earlier.sources)
      extent.origins |= 1U << static_cast<unsigned>(m.origin);
    extent.more_marks = conflicts.more;
    extent.marks_not_compared = conflicts.not_compared;
  }
  if (settings_.policy != nullptr) settings_.policy->apply(mark, r);
  r.verdict = verdict(r.findings);
  complete(image_, extent, r);
  if (settings_.policy != nullptr) settings_.policy->cover(r);
  r.trace = std::move(mark.trace);
  lap.is(&PhaseTimes::wording);
  return r;
}

}  // namespace tmsweep::engine
