// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"
#include "text/utf8.h"

namespace tmsweep::rules {

namespace {

void report(const RuleContext& c, Drafts& out, std::string_view kind, const std::vector<Span>& where,
            Risk risk) {
  if (where.empty()) return;
  Draft d;
  d.rule = "nonstandard-character";
  d.kind = kind;
  d.basis = "CN-10-1-8-33A";
  d.risk = risk;
  d.typed = where.front();
  d.term = text::encode(std::u32string_view(c.mark.typed).substr(where.front().start, where.front().length));
  out.push_back(std::move(d));
}

void check(const RuleContext& c, Drafts& out) {
  report(c, out, "private-use", c.mark.oddities.private_use, Risk::medium);
  report(c, out, "japanese-only", c.mark.oddities.japanese, Risk::low);
  report(c, out, "rare", c.mark.oddities.rare_han, Risk::low);
}

}  // namespace

extern constinit const Rule nonstandard_character{
    .id = "nonstandard-character", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
