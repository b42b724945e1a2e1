// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

namespace {

using image::Label;

/// Description and goods words, nothing else: 手工水饺, 鲜麻辣.
bool only_description(const RuleContext& c) {
  return c.composition.all_weak && std::ranges::all_of(c.composition.segments, [](const lexicon::Segment& s) {
           return s.label == Label::descriptive || s.label == Label::goods || s.label == Label::modifier;
         });
}

void report_quantity(const RuleContext& c, Drafts& out) {
  if (c.composition.segments.size() != 1 || c.composition.segments.front().hit != nullptr) return;
  Draft d;
  d.rule = "descriptive-term";
  d.kind = "quantity";
  d.basis = "CN-11-1-2-4";
  d.risk = Risk::high;
  d.part = c.mark.whole();
  out.push_back(d);
}

void check(const RuleContext& c, Drafts& out) {
  for (const lexicon::Hit& hit : c.hits) {
    if (hit.relation != Relation::none && !hit.whole) continue;
    auto draft = plain_draft(c, hit);
    if (!draft) continue;
    if (draft->depends_on_goods) draft->risk = at_most(draft->risk, hit.whole ? Risk::medium : Risk::low);
    out.push_back(std::move(*draft));
  }
  if (!only_description(c)) return;
  report_quantity(c, out);
  const bool composed = c.composition.segments.size() > 1 && c.composition.has(Label::descriptive);
  if (!composed || c.composition.depends_on_goods) return;
  // Every part says something about these goods, so the whole says nothing else.
  for (Draft& d : out) {
    if (d.rule == "descriptive-term") d.risk = Risk::high;
  }
}

}  // namespace

extern constinit const Rule descriptive_term{
    .id = "descriptive-term", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
