// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

namespace {

void report(Drafts& out, std::string_view kind, const std::vector<Span>& where, Risk risk) {
  if (where.empty()) return;
  Draft d;
  d.rule = "hidden-character";
  d.kind = kind;
  d.basis = "TM-HIDDEN";
  d.risk = risk;
  d.typed = where.front();
  out.push_back(d);
}

/// Letters of another script are hidden only among Latin ones; a name wholly in Greek or Russian hides
/// nothing.
bool mixed(const Mark& mark) {
  const auto latin = static_cast<std::size_t>(std::ranges::count(mark.scripts, Script::latin));
  return !mark.oddities.confusable.empty() && latin > mark.oddities.confusable.size();
}

void check(const RuleContext& c, Drafts& out) {
  const MarkOddities& o = c.mark.oddities;
  report(out, "invisible", o.invisible, Risk::medium);
  report(out, "bidi", o.bidi, Risk::medium);
  report(out, "control", o.control, Risk::medium);
  if (mixed(c.mark)) report(out, "mixed-script", o.confusable, Risk::medium);
}

}  // namespace

extern constinit const Rule hidden_character{
    .id = "hidden-character", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
