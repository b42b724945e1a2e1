// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

namespace {

constexpr std::size_t k_long_name = 15;  ///< Han characters a customer can still take for a mark

bool all_of(const Mark& mark, Script script) {
  return !mark.scripts.empty() && std::ranges::all_of(mark.scripts, [&](Script s) { return s == script; });
}

void report(const RuleContext& c, Drafts& out, std::string_view kind, std::string_view basis, Risk risk) {
  Draft d;
  d.rule = "too-simple";
  d.kind = kind;
  d.basis = basis;
  d.risk = risk;
  d.typed = {0, static_cast<std::uint32_t>(c.mark.typed.size())};
  out.push_back(d);
}

void check(const RuleContext& c, Drafts& out) {
  const Mark& m = c.mark;
  const std::size_t size = m.core.text.size();
  if (size == 0) {
    report(c, out, "symbols", "CN-11-1-3-14", Risk::high);
  } else if (all_of(m, Script::latin) && size <= 2) {
    report(c, out, "letters", "CN-11-1-3-02", size == 1 ? Risk::high : Risk::medium);
  } else if (all_of(m, Script::digit)) {
    report(c, out, "digits", "CN-11-1-3-03", size <= 2 ? Risk::high : Risk::medium);
  } else if (static_cast<std::size_t>(std::ranges::count(m.scripts, Script::han)) > k_long_name) {
    report(c, out, "too-long", "CN-11-1-3-04", Risk::medium);
  }
}

}  // namespace

extern constinit const Rule too_simple{
    .id = "too-simple", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
