// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"
#include "text/utf8.h"

namespace tmsweep::rules {

namespace {

/// Words that make a run of characters a sentence rather than a name.
constexpr std::u32string_view k_function_characters =
    U"的了吗呢吧啊我你您他她它们让把被给就都不没有是在和与更最也还要会能";
constexpr std::size_t k_sentence = 8;  ///< 让养殖业充满生机 has eight characters

bool has_sentence_punctuation(const Mark& mark) {
  // One mark in the middle parts two clauses; at the end it may be decoration (Yahoo!).
  for (std::size_t i = 1; i + 1 < mark.normalized.text.size(); ++i) {
    if (std::u32string_view(U",，。;；").find(mark.normalized.text[i]) != std::u32string_view::npos)
      return true;
  }
  return false;
}

bool is_sentence(const Mark& mark) {
  std::size_t han = 0;
  std::size_t functional = 0;
  for (std::size_t i = 0; i < mark.core.text.size(); ++i) {
    if (mark.scripts[i] != Script::han) continue;
    ++han;
    if (k_function_characters.find(mark.core.text[i]) != std::u32string_view::npos) ++functional;
  }
  if (han >= k_sentence && functional >= 1) return true;
  return han >= 6 && has_sentence_punctuation(mark);
}

void check(const RuleContext& c, Drafts& out) {
  report_terms(c, out);
  if (!out.empty() && out.back().rule == "slogan") return;
  if (!is_sentence(c.mark)) return;
  Draft d;
  d.rule = "slogan";
  d.kind = "sentence";
  d.basis = "CN-11-1-3-07";
  d.risk = Risk::medium;
  d.part = c.mark.whole();
  out.push_back(d);
}

}  // namespace

extern constinit const Rule slogan{
    .id = "slogan", .ground = Ground::absolute, .runs = Runs::always, .check = check};

}  // namespace tmsweep::rules
