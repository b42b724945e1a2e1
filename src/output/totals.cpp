// SPDX-License-Identifier: Apache-2.0
#include "output/totals.h"

#include <algorithm>
#include <array>

#include "output/finding_text.h"

namespace tmsweep::output {

namespace {

void cover(const std::string& sentence, Totals& totals) {
  if (std::ranges::find(totals.coverage, sentence) != totals.coverage.end()) return;
  if (totals.coverage.size() == k_most_coverage) {
    totals.more_coverage = true;
    return;
  }
  totals.coverage.push_back(sentence);
}

void summarize(const Report& r, Totals& totals) {
  if (!totals.facts) totals.facts = RunFacts{r.edition, r.as_of, r.database};
  for (const std::string& sentence : r.coverage) cover(sentence, totals);
  if (r.error && totals.unchecked.size() < k_most_unchecked)
    totals.unchecked.push_back({shortened(r.name), *r.error, r.file, r.line, r.column});
}

}  // namespace

void count(const Report& report, std::uint8_t needs, Totals& totals) {
  if (report.error) {
    ++totals.errors;
  } else {
    const std::array<std::size_t*, 4> counts{&totals.none, &totals.low, &totals.medium, &totals.high};
    ++*counts[static_cast<std::size_t>(report.verdict)];
  }
  for (const Finding& f : report.findings) ++totals.rules[f.rule];
  totals.accepted += report.accepted.size();
  if ((needs & k_summary) != 0) summarize(report, totals);
}

Totals& Totals::operator+=(const Totals& later) {
  high += later.high;
  medium += later.medium;
  low += later.low;
  none += later.none;
  errors += later.errors;
  accepted += later.accepted;
  for (const auto& [rule, number] : later.rules) rules[rule] += number;
  interrupted = interrupted || later.interrupted;
  faults.insert(faults.end(), later.faults.begin(), later.faults.end());
  if (!facts) facts = later.facts;
  for (const std::string& sentence : later.coverage) cover(sentence, *this);
  more_coverage = more_coverage || later.more_coverage;
  for (const Unchecked& u : later.unchecked) {
    if (unchecked.size() == k_most_unchecked) break;
    unchecked.push_back(u);
  }
  return *this;
}

std::vector<std::pair<std::string, std::size_t>> by_count(const Totals& totals) {
  std::vector<std::pair<std::string, std::size_t>> out(totals.rules.begin(), totals.rules.end());
  std::ranges::stable_sort(out, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
  return out;
}

}  // namespace tmsweep::output
