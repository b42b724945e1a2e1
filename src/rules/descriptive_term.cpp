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

/// Whether the whole name is the name of some goods.
bool names_goods(const RuleContext& c) {
  return std::ranges::any_of(c.all_hits, [&](const lexicon::Hit& hit) {
    return hit.whole && term_of(c, hit).label == static_cast<std::uint8_t>(Label::goods);
  });
}

/// Goods sold by weight, volume or strength: chemicals to medicines, food, drinks, tobacco.
constexpr ClassMask k_measured = class_bit(1) | class_bit(2) | class_bit(3) | class_bit(4) | class_bit(5) |
                                 class_bit(29) | class_bit(30) | class_bit(31) | class_bit(32) |
                                 class_bit(33) | class_bit(34);

void report_quantity(const RuleContext& c, Drafts& out) {
  if (c.composition.segments.size() != 1 || c.composition.segments.front().hit != nullptr) return;
  Draft d;
  d.rule = "descriptive-term";
  d.kind = "quantity";
  d.basis = "CN-11-1-2-4";
  // 80克 says how much there is in the packet; 7天 on a hotel or 361度 on shoes may be a name.
  d.risk = (c.goods.classes & k_measured) != 0 ? Risk::high : Risk::medium;
  d.part = c.mark.whole();
  out.push_back(d);
}

/// Every part says something about these goods, so the whole says nothing else: one finding for the whole
/// name.
void report_whole(const RuleContext& c, Drafts& out) {
  const auto own = std::ranges::find(out, std::string_view("descriptive-term"), &Draft::rule);
  if (own == out.end()) return;
  Draft whole = *own;
  whole.risk = Risk::high;
  whole.part = c.mark.whole();
  std::erase_if(out, [](const Draft& d) { return d.rule == "descriptive-term"; });
  out.push_back(std::move(whole));
}

void check(const RuleContext& c, Drafts& out) {
  for (const lexicon::Hit& hit : c.hits) {
    if (hit.relation != Relation::none && !hit.whole) continue;
    auto draft = plain_draft(c, hit);
    if (!draft) continue;
    // Without goods a noun may be anybody's fancy name (苹果); a quality or function is rarely one (美白).
    const bool fancy = !hit.whole || names_goods(c);
    if (draft->depends_on_goods && fancy) draft->risk = at_most(draft->risk, Risk::low);
    out.push_back(std::move(*draft));
  }
  if (!only_description(c)) return;
  report_quantity(c, out);
  const bool composed = c.composition.segments.size() > 1 && c.composition.has(Label::descriptive);
  if (composed && !c.composition.depends_on_goods) report_whole(c, out);
}

}  // namespace

extern constinit const Rule descriptive_term{
    .id = "descriptive-term", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
