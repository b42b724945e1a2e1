// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

namespace {

/// 国 + the applied-for goods, anywhere in the name (guidelines 下3-3.7.1.1): 国酒, 国果网.
void report_goods(const RuleContext& c, Drafts& out) {
  const std::u32string& t = c.mark.core.text;
  for (const lexicon::Hit& hit : c.all_hits) {
    const image::TermRecord& term = term_of(c, hit);
    if (term.label != static_cast<std::uint8_t>(image::Label::goods) || term.goods == 0) continue;
    if (hit.relation != Relation::none || hit.part.start == 0 || t[hit.part.start - 1] != U'国') continue;
    const Span part{hit.part.start - 1, hit.part.length + 1};
    // 中国茶, 韩国料理: the character before belongs to a country's name.
    const bool inside_country = std::ranges::any_of(
        c.mark.words, [&](const Word& w) { return w.part.start < part.start && w.part.end() > part.start; });
    if (inside_country || lexicon::goods_fit(term.goods, c.goods) != lexicon::GoodsFit::applies) continue;
    Draft d = draft_of(c, hit, Risk::high);
    d.rule = "state-prefix";
    d.kind = "goods";
    d.basis = "CN-10-1-7-12";
    d.part = part;
    d.term = "国" + std::string(c.image.text(term.text));
    out.push_back(std::move(d));
  }
}

void check(const RuleContext& c, Drafts& out) {
  report_terms(c, out);
  if (c.goods.known()) report_goods(c, out);
}

}  // namespace

extern constinit const Rule state_prefix{
    .id = "state-prefix", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
