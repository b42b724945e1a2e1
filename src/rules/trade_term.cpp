// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

namespace {

constexpr std::size_t k_shortest_phone = 5;  ///< service numbers such as 95557
constexpr std::u32string_view k_street_ends = U"路街道巷弄";

bool is_digit(const Mark& m, std::size_t i) {
  return m.scripts[i] == Script::digit;
}

bool is_phone(const Mark& m) {
  const auto& t = m.core.text;
  if (t.size() < k_shortest_phone || t.size() > 12) return false;
  if (!std::ranges::all_of(m.scripts, [](Script s) { return s == Script::digit; })) return false;
  const std::u32string_view text = t;
  const bool mobile = t.size() == 11 && text[0] == U'1' && text[1] >= U'3';
  return mobile || text.starts_with(U"95") || text.starts_with(U"400") || text.starts_with(U"800") ||
         text.starts_with(U"12") || (t.size() >= 10 && text[0] == U'0');
}

/// 东海路1号: a street, a number, 号.
bool is_address(const Mark& m) {
  const auto& t = m.core.text;
  if (t.size() < 4 || t.back() != U'号' || !is_digit(m, t.size() - 2)) return false;
  for (std::size_t i = 1; i + 2 < t.size(); ++i) {
    if (k_street_ends.find(t[i]) != std::u32string_view::npos && is_digit(m, i + 1)) return true;
  }
  return false;
}

void report(const RuleContext& c, Drafts& out, std::string_view kind) {
  Draft d;
  d.rule = "trade-term";
  d.kind = kind;
  d.basis = "CN-11-1-3-11";
  d.risk = Risk::medium;
  d.part = c.mark.whole();
  out.push_back(d);
}

void check(const RuleContext& c, Drafts& out) {
  report_terms(c, out);
  if (is_phone(c.mark)) report(c, out, "phone");
  if (is_address(c.mark)) report(c, out, "address");
}

}  // namespace

extern constinit const Rule trade_term{
    .id = "trade-term", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
