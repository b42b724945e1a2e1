// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

namespace {

constexpr std::u32string_view k_house = U"氏记家";                    ///< 李记, 王氏
constexpr std::u32string_view k_title = U"姐哥叔婶嫂爷婆妈爸伯姨总";  ///< 张姐, 李叔

std::string_view kind_of(const RuleContext& c, const lexicon::Hit& hit) {
  if (hit.whole) return "plain";
  const std::u32string& t = c.mark.core.text;
  const bool old = t.front() == U'老' && hit.part.start == 1;
  if (hit.part.start > 1 || (hit.part.start == 1 && !old)) return {};
  if (hit.part.end() == t.size()) return old ? "with-title" : "";
  if (hit.part.end() + 1 != t.size()) return {};
  if (k_house.find(t.back()) != std::u32string_view::npos) return "with-suffix";
  if (k_title.find(t.back()) != std::u32string_view::npos) return "with-title";
  return {};
}

void check(const RuleContext& c, Drafts& out) {
  for (const lexicon::Hit& hit : c.hits) {
    const std::string_view kind = kind_of(c, hit);
    if (kind.empty() || hit.relation != Relation::none) continue;
    Draft d = draft_of(c, hit, hit.whole ? risk_of(term_of(c, hit)) : Risk::low);
    d.kind = kind;
    d.part = c.mark.whole();
    out.push_back(std::move(d));
  }
}

}  // namespace

extern constinit const Rule surname{
    .id = "surname", .ground = Ground::absolute, .runs = Runs::on_hits, .check = check};

}  // namespace tmsweep::rules
