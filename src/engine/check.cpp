// SPDX-License-Identifier: Apache-2.0
#include "engine/check.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "engine/merge.h"
#include "engine/phrase.h"
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

/// The relation as it stands in this name: a mark among weak words only is met as such (guidelines 5.1.12 to
/// 5.1.14), and two names that share weak words only stand in none.
Relation relation_in(const Mark& mark, const lexicon::Composition& composition,
                     const search::Likeness& likeness) {
  const bool rest_is_weak = likeness.part.length != 0 && composition.rest_is_weak(mark, likeness.part);
  if (likeness.relation == Relation::containment && rest_is_weak) return Relation::affix;
  if (likeness.relation == Relation::one_character && rest_is_weak) return Relation::none;
  return likeness.relation;
}

/// `high` is a conflict on its face, `medium` one that depends on the whole, `low` advice: other goods, or a
/// shared part that is weak in itself.
Risk weight(const Mark& mark, const lexicon::Composition& composition, Relation relation,
            const search::Likeness& likeness) {
  switch (relation) {
    case Relation::identical:
    case Relation::script:
    case Relation::numeral:
    case Relation::affix:
      return Risk::high;
    case Relation::homophone:
      return mark.whole().length >= 3 && likeness.changed == 1 ? Risk::high : Risk::medium;
    case Relation::containment:
      return composition.is_weak(likeness.part.length != 0 ? likeness.part : mark.whole()) ? Risk::low
                                                                                           : Risk::medium;
    default:
      return Risk::medium;
  }
}

bool same_goods(const EarlierMark& earlier, const GoodsSelection& goods) {
  return earlier.classes == 0 || !goods.known() || (earlier.classes & goods.classes) != 0;
}

/// The earlier mark found, in the words of the earlier-mark page.
Finding earlier_mark_finding(const image::Image& image, const Report& report, const EarlierMark& earlier,
                             Relation relation, Risk risk) {
  Merged merged;
  merged.draft.rule = "earlier-mark";
  merged.draft.basis = "CN-30";
  merged.draft.relation = relation;
  merged.draft.kind = id_of(relation);
  merged.draft.risk = risk;
  merged.draft.typed = {0, static_cast<std::uint32_t>(report.typed.size())};
  merged.draft.term = earlier.name;
  merged.draft.source = earlier.source;
  Finding f = phrase(image, report, Ground::relative, merged);
  f.earlier_mark = earlier;
  return f;
}

/// At most so many earlier marks are reported of one name, the closest first.
constexpr std::size_t k_most_earlier_marks = 20;

void add_earlier_marks(const image::Image& image, const search::MarkRegister& marks, const Mark& mark,
                       const lexicon::Composition& composition, Report& report) {
  struct Weighed {
    Risk risk;
    Relation relation;
    search::Related related;
  };
  std::vector<Weighed> found;
  for (const search::Related& r : marks.related(mark)) {
    const Relation relation = relation_in(mark, composition, r.likeness);
    if (relation == Relation::none) continue;
    const bool same = same_goods(*r.mark, report.goods);
    found.push_back({same ? weight(mark, composition, relation, r.likeness) : Risk::low, relation, r});
  }
  // Relations are listed from the closest to the loosest.
  std::ranges::stable_sort(found, {}, [](const Weighed& w) {
    return std::tuple(-static_cast<int>(w.risk), w.relation, w.related.likeness.changed);
  });
  if (found.size() > k_most_earlier_marks) found.resize(k_most_earlier_marks);
  for (const Weighed& w : found) {
    report.findings.push_back(earlier_mark_finding(image, report, *w.related.mark, w.relation, w.risk));
  }
}

}  // namespace

Checker::Checker(const image::Image& image, const Settings& settings) : image_(image), settings_(settings) {
  for (const rules::Rule* rule : rules::all()) rules_.push_back({rule, image.rule_number(rule->id)});
  database_.edition = image.meta("edition");
  database_.terms = number_of(image.meta("terms"));
  database_.marks = settings.marks == nullptr ? 0 : settings.marks->size();
  database_.sha256 = image.meta("content-sha256");
}

Report Checker::empty_report(const Query& query) const {
  Report r;
  r.name = query.name;
  r.line = query.line;
  r.lang = settings_.lang;
  r.as_of = settings_.as_of;
  r.edition = edition_at(settings_.as_of);
  r.database = database_;
  return r;
}

Report Checker::failed(const Query& query, const Error& error) const {
  Report r = empty_report(query);
  r.error = error.message + (error.hint.empty() ? "" : "; " + error.hint);
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
  for (const NumberedRule& r : rules_) {
    const auto first = std::ranges::lower_bound(sorted, r.number, {}, rule_of);
    const auto last = std::ranges::upper_bound(sorted, r.number, {}, rule_of);
    if (first == last && r.rule->runs == rules::Runs::on_hits) continue;
    r.rule->check({image_, mark, goods, {first, last}, hits, composition}, drafts);
  }
  return drafts;
}

Result<Report> Checker::check(const Query& query) const {
  Result<Mark> read = text::make_mark(image_, query.name, settings_.trace);
  if (!read) return read.error();
  Result<GoodsSelection> goods = lexicon::read_goods(image_, query.goods, query.classes);
  if (!goods) return goods.error();
  Mark mark = std::move(read).value();
  Report r = empty_report(query);
  r.goods = std::move(goods).value();
  r.typed = mark.typed;
  const std::vector<lexicon::Hit> hits = lexicon::find_terms(image_, mark);
  const lexicon::Composition composition = lexicon::compose(image_, mark, hits, r.goods);
  r.forms = {text::encode(mark.normalized.text), text::encode(mark.core.text), mark.pinyin,
             text::encode(mark.skeleton.text.empty() ? mark.core.text : mark.skeleton.text),
             text::encode(lexicon::distinctive_part(mark, composition))};
  for (const Merged& m : merge(image_, mark, run_rules(mark, r.goods, hits, composition))) {
    r.findings.push_back(phrase(image_, r, ground_of(m.draft.rule), m));
  }
  if (settings_.marks != nullptr) {
    add_earlier_marks(image_, *settings_.marks, mark, composition, r);
    std::ranges::stable_sort(r.findings, std::ranges::greater{}, &Finding::risk);
  }
  r.verdict = verdict(r.findings);
  complete(image_, {settings_.marks != nullptr, settings_.process_facts}, r);
  r.trace = std::move(mark.trace);
  return r;
}

}  // namespace tmsweep::engine
