// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>

#include "rules/rule.h"

/// What most rules share: turning a met term into a draft.
namespace tmsweep::rules {

inline const image::TermRecord& term_of(const RuleContext& c, const lexicon::Hit& hit) {
  return c.image.at<image::TermRecord>(image::Section::terms, hit.term);
}

/// The row's risk; damaged data may hold a number that is none.
inline Risk risk_of(const image::TermRecord& term) {
  return static_cast<Risk>(std::min<std::size_t>(term.risk, k_risk_ids.size() - 1));
}

inline Risk at_most(Risk risk, Risk limit) {
  return std::min(risk, limit);
}

/// The row's risk, lowered where the hit is weaker evidence than the row supposes.
inline Risk graded_risk(const image::TermRecord& term, const lexicon::Hit& hit, lexicon::GoodsFit fit) {
  Risk risk = risk_of(term);
  if ((term.flags & (image::k_unsure | image::k_other_meaning)) != 0) risk = at_most(risk, Risk::low);
  if (fit == lexicon::GoodsFit::unknown) risk = at_most(risk, Risk::medium);
  const bool exact_relation = hit.relation == Relation::none || hit.relation == Relation::numeral ||
                              hit.relation == Relation::confusable || hit.relation == Relation::repetition;
  // A term met by sound, shape or spelling inside a longer name: likely questioned, not refused on its face.
  if (!exact_relation && !hit.whole) risk = at_most(risk, Risk::medium);
  if (hit.relation == Relation::glyph || hit.relation == Relation::near_homophone)
    risk = at_most(risk, Risk::medium);
  return risk;
}

inline Draft draft_of(const RuleContext& c, const lexicon::Hit& hit, Risk risk) {
  const image::TermRecord& term = term_of(c, hit);
  using image::Section;
  Draft d;
  d.rule = c.image.text(c.image.at<image::RuleRecord>(Section::rules, term.rule).id);
  d.kind = c.image.text(c.image.at<image::KindRecord>(Section::kinds, term.kind).id);
  d.basis = c.image.text(c.image.at<image::BasisRecord>(Section::bases, term.basis).id);
  d.risk = risk;
  d.part = hit.part;
  d.term = c.image.text(term.text);
  d.note_zh = c.image.text(term.note_zh);
  d.note_en = c.image.text(term.note_en);
  d.source = c.image.text_of_source(term.source);
  d.relation = hit.relation;
  d.exact = term.match == static_cast<std::uint8_t>(image::Match::exact);
  d.depends_on_goods = lexicon::goods_fit(term.goods, c.goods) == lexicon::GoodsFit::unknown;
  return d;
}

/// Whether two characters of a longer name only look like the term, beside something distinctive: few will
/// read the term in them (里维安 is no 雄安).
inline bool is_faint(const RuleContext& c, const lexicon::Hit& hit) {
  return hit.relation == Relation::glyph && !hit.whole && hit.part.length <= 2 &&
         !c.composition.rest_is_weak(c.mark, hit.part);
}

/// The draft of a hit as its row says, or nothing when the goods exclude it or an `only` row has distinctive
/// company.
inline std::optional<Draft> plain_draft(const RuleContext& c, const lexicon::Hit& hit) {
  const image::TermRecord& term = term_of(c, hit);
  const lexicon::GoodsFit fit = lexicon::goods_fit(term.goods, c.goods);
  if (fit == lexicon::GoodsFit::excluded) return std::nullopt;
  const bool only = term.match == static_cast<std::uint8_t>(image::Match::only);
  if (only && !c.composition.rest_is_weak(c.mark, hit.part)) return std::nullopt;
  const Risk risk = graded_risk(term, hit, fit);
  return draft_of(c, hit, is_faint(c, hit) ? at_most(risk, Risk::low) : risk);
}

/// The check of a rule that is its list and nothing else.
inline void report_terms(const RuleContext& c, Drafts& out) {
  for (const lexicon::Hit& hit : c.hits) {
    if (auto draft = plain_draft(c, hit)) out.push_back(std::move(*draft));
  }
}

}  // namespace tmsweep::rules
