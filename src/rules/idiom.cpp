// SPDX-License-Identifier: Apache-2.0
#include "lexicon/idioms.h"
#include "rules/terms.h"
#include "text/utf8.h"

namespace tmsweep::rules {

namespace {

/// A pun is refused as misuse of the idiom; a name that only shares three characters with one is not seen as
/// a pun by everybody (霸王茶姬).
Risk risk_of(const lexicon::NearIdiom& near, bool whole) {
  if (near.relation == Relation::one_character) return Risk::low;
  return whole && near.relation == Relation::homophone ? Risk::high : Risk::medium;
}

void report(const RuleContext& c, Drafts& out, const lexicon::NearIdiom& near) {
  Draft d;
  d.rule = "idiom";
  const bool sound = near.relation == Relation::homophone || near.relation == Relation::near_homophone;
  d.kind = sound ? "homophone" : "one-character";
  d.basis = "CN-10-1-8-33B";
  const bool whole = near.part == c.mark.whole();
  d.risk = risk_of(near, whole);
  d.part = near.part;
  d.term = near.idiom;
  d.relation = near.relation;
  out.push_back(std::move(d));
}

void check(const RuleContext& c, Drafts& out) {
  report_terms(c, out);
  for (const lexicon::NearIdiom& near : lexicon::near_idioms(c.image, c.mark)) report(c, out, near);
}

}  // namespace

extern constinit const Rule idiom{
    .id = "idiom", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
