// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

namespace {

/// Without goods every noun is somebody's generic name: that is advice, not a warning.
void check(const RuleContext& c, Drafts& out) {
  for (const lexicon::Hit& hit : c.hits) {
    const image::TermRecord& term = term_of(c, hit);
    const bool only = term.match == static_cast<std::uint8_t>(image::Match::only);
    // Goods words beside other weak words are the business of only-descriptive and descriptive-term.
    if (only && !hit.whole) continue;
    auto draft = plain_draft(c, hit);
    if (!draft) continue;
    if (draft->depends_on_goods) draft->risk = at_most(draft->risk, Risk::low);
    out.push_back(std::move(*draft));
  }
}

}  // namespace

extern constinit const Rule generic_term{
    .id = "generic-term", .ground = Ground::absolute, .runs = Runs::on_hits, .check = check};

}  // namespace tmsweep::rules
