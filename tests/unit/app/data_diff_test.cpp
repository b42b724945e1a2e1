// SPDX-License-Identifier: Apache-2.0
#include "app/data_diff.h"

#include <doctest/doctest.h>

#include "compile/compile.h"
#include "support/small_data.h"

namespace tmsweep::app {

TEST_CASE("two equal editions differ in nothing") {
  const DataDiff d = compare_data(support::small_image(), support::small_image());
  CHECK(d.rules.empty());
  CHECK(d.terms.empty());
  CHECK(d.marks.empty());
}

TEST_CASE("what was added, removed and changed is listed once, sorted") {
  support::SmallData data;
  data.row("data/rules/vulgar.tsv", "子丑\tact\tword\tlow\t\t\tCN-10-1-8-1\t\t\tt");
  data.row("data/marks/known/test.tsv", "寅卯\t\t\t\t9\tknown\tt");
  const support::TemporaryFolder root;
  const std::vector<std::byte> bytes = compile::compile_image(data.write(root));
  const image::Image after(bytes);
  const DataDiff d = compare_data(support::small_image(), after);
  CHECK(d.rules.empty());
  REQUIRE(d.terms.size() == 1);
  CHECK(d.terms[0].change == Change::added);
  CHECK(d.terms[0].name == "子丑");
  CHECK(d.terms[0].group == "vulgar");
  CHECK(d.terms[0].before == "");
  CHECK(d.terms[0].after.find("risk=low") != std::string::npos);
  REQUIRE(count(d.marks, Change::added) == d.marks.size());
  CHECK_FALSE(d.marks.empty());
  const DataDiff back = compare_data(after, support::small_image());
  REQUIRE(back.terms.size() == 1);
  CHECK(back.terms[0].change == Change::removed);
  CHECK(count(back.marks, Change::removed) == d.marks.size());
}

TEST_CASE("a row of the same text is a change") {
  support::SmallData data;
  data.table("data/rules/vulgar.tsv",
             "term\tkind\tmatch\trisk\tgoods\tflags\tbasis\tnote_zh\tnote_en\tsource",
             {"甲乙\tact\texact\tlow\t\t\tCN-10-1-8-1\t\t\tt"});
  const support::TemporaryFolder root;
  const std::vector<std::byte> bytes = compile::compile_image(data.write(root));
  const DataDiff d = compare_data(support::small_image(), image::Image(bytes));
  CHECK(count(d.terms, Change::changed) == 1);
  CHECK(count(d.terms, Change::added) == 0);
  CHECK(count(d.terms, Change::removed) == 10);
}

}  // namespace tmsweep::app
