// SPDX-License-Identifier: Apache-2.0
#include "output/totals.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace tmsweep::output {

namespace {

Report covered(std::vector<std::string> coverage) {
  Report r;
  r.coverage = std::move(coverage);
  return r;
}

Report broken(const std::string& name) {
  Report r;
  r.name = name;
  r.error = "invalid";
  r.line = 7;
  return r;
}

}  // namespace

TEST_CASE("counts by verdict; an error is none of them") {
  Totals t;
  for (const Risk risk : {Risk::none, Risk::low, Risk::medium, Risk::high, Risk::high}) {
    Report r;
    r.verdict = risk;
    count(r, 0, t);
  }
  count(broken("x"), 0, t);
  CHECK(t.none == 1);
  CHECK(t.low == 1);
  CHECK(t.medium == 1);
  CHECK(t.high == 2);
  CHECK(t.errors == 1);
  CHECK(t.names() == 6);
  CHECK_FALSE(t.whole());
  CHECK(t.unchecked.empty());
  CHECK_FALSE(t.facts.has_value());
}

TEST_CASE("a summary keeps each sentence once, in order, whatever the chunks") {
  Totals first;
  Totals second;
  count(covered({"a", "b"}), k_summary, first);
  count(covered({"c", "a"}), k_summary, second);
  first += second;
  CHECK(fmt::format("{}", fmt::join(first.coverage, " ")) == "a b c");
  CHECK(first.facts.has_value());
  CHECK(first.whole());
}

TEST_CASE("a summary is bounded, and says so") {
  Totals all;
  for (std::size_t i = 0; i < k_most_unchecked + 5; ++i) {
    Totals part;
    count(covered({fmt::format("sentence {}", i)}), k_summary, part);
    count(broken(std::to_string(i)), k_summary, part);
    all += part;
  }
  CHECK(all.coverage.size() == k_most_coverage);
  CHECK(all.more_coverage);
  CHECK(all.unchecked.size() == k_most_unchecked);
  CHECK(all.errors == k_most_unchecked + 5);
  CHECK(all.unchecked.back().name == std::to_string(k_most_unchecked - 1));
}

TEST_CASE("a fault of the run keeps it from being whole") {
  Totals part;
  part.faults.emplace_back("--file: 'x' cannot be read");
  Totals all;
  all += part;
  CHECK_FALSE(all.whole());
  CHECK(all.faults.size() == 1);
}

}  // namespace tmsweep::output
