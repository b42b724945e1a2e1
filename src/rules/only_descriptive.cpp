// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"
#include "text/utf8.h"

namespace tmsweep::rules {

namespace {

using image::Label;

std::string described(const RuleContext& c) {
  std::string out;
  for (const lexicon::Segment& s : c.composition.segments) {
    if (!out.empty()) out += " + ";
    out += text::encode(std::u32string_view(c.mark.core.text).substr(s.part.start, s.part.length));
  }
  return out;
}

std::uint32_t length_of(const RuleContext& c, std::initializer_list<Label> labels) {
  std::uint32_t n = 0;
  for (const lexicon::Segment& s : c.composition.segments) {
    if (std::ranges::find(labels, s.label) != labels.end()) n += s.part.length;
  }
  return n;
}

/// A weak modifier beside the goods still leaves room for argument (好大夫); a place, a company form or
/// premises do not.
Risk risk_of(const RuleContext& c) {
  if (c.composition.depends_on_goods) return Risk::low;
  // Praise and a shop sign without goods or place (良品铺子) is how many registered shop names are made.
  if (!c.composition.has(Label::goods) && !c.composition.has(Label::place)) return Risk::low;
  const bool telling = c.composition.has(Label::goods) || c.composition.has(Label::descriptive);
  return telling && !c.composition.has(Label::modifier) ? Risk::high : Risk::medium;
}

/// Several parts, each of them weak, one of them saying what is sold: 北京烤鸭, 新鲜水果超市, 老饭馆.
void check(const RuleContext& c, Drafts& out) {
  if (!c.composition.all_weak || c.composition.segments.size() < 2) return;
  const std::uint32_t telling =
      length_of(c, {Label::goods, Label::descriptive, Label::company, Label::premises});
  const std::uint32_t loose = length_of(c, {Label::modifier, Label::surname});
  const bool place = c.composition.has(Label::place);
  if (telling < 2 || loose > telling) return;
  // Description and goods alone are reported as description.
  if (c.composition.has(Label::descriptive) && !place && !c.composition.has(Label::company) &&
      !c.composition.has(Label::premises)) {
    return;
  }
  Draft d;
  d.rule = "only-descriptive";
  d.kind = place ? "place-and-generic" : "all-weak";
  d.basis = "CN-11-1-3-41";
  d.risk = risk_of(c);
  d.part = c.mark.whole();
  d.term = described(c);
  d.depends_on_goods = c.composition.depends_on_goods;
  out.push_back(std::move(d));
}

}  // namespace

extern constinit const Rule only_descriptive{
    .id = "only-descriptive", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
