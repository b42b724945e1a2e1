// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "rules/terms.h"

namespace tmsweep::rules {

namespace {

/// Kinds of food and service that a State's name merely describes (guidelines 下3-3.2.1: 柚子日本料理).
constexpr std::array<std::u32string_view, 12> k_described{
    U"料理", U"菜", U"餐厅", U"西餐", U"美食", U"烤肉", U"烧烤", U"咖喱", U"风味", U"按摩", U"语", U"签证"};

bool describes(const RuleContext& c, const lexicon::Hit& hit) {
  const std::u32string_view rest = std::u32string_view(c.mark.core.text).substr(hit.part.end());
  return std::ranges::any_of(k_described, [&](std::u32string_view word) { return rest.starts_with(word); });
}

void check(const RuleContext& c, Drafts& out) {
  for (const lexicon::Hit& hit : c.hits) {
    auto draft = plain_draft(c, hit);
    if (!draft) continue;
    if (describes(c, hit)) draft->risk = at_most(draft->risk, Risk::low);
    out.push_back(std::move(*draft));
  }
}

}  // namespace

extern constinit const Rule foreign_state{
    .id = "foreign-state", .ground = Ground::absolute, .runs = Runs::on_hits, .check = check};

}  // namespace tmsweep::rules
