// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "lexicon/goods.h"
#include "support/bundled.h"
#include "support/paths.h"

namespace tmsweep::lexicon {

namespace {

/// `9:0907|35:3503`, or `-` when no goods word was recognised.
std::string places(const GoodsSelection& goods) {
  std::string out;
  for (const int c : classes_of(goods.classes)) {
    out += (out.empty() ? "" : "|") + std::to_string(c) + ":";
    std::string groups;
    for (const std::string& group : goods.groups) {
      if (std::stoi(group.substr(0, 2)) == c) groups += (groups.empty() ? "" : "+") + group;
    }
    out += groups;
  }
  return out.empty() ? "-" : out;
}

}  // namespace

TEST_CASE("what a merchant types falls into the class and group it belongs to") {
  std::ifstream in(support::test_dir() / "unit/lexicon/goods_places.tsv");
  std::string line;
  REQUIRE(std::getline(in, line));
  REQUIRE(line == "text\tplaces");
  int rows = 0;
  for (; std::getline(in, line); ++rows) {
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const std::string text = line.substr(0, tab);
    CAPTURE(text);
    const auto got = read_goods(support::bundled(), {text}, {});
    REQUIRE(got.ok());
    CHECK(places(got.value()) == line.substr(tab + 1));
  }
  CHECK(rows >= 80);
}

TEST_CASE("the word at the end and a word inside are told apart") {
  const auto got = read_goods(support::bundled(), {"苹果手机壳,电饭煲内胆"}, {});
  REQUIRE(got.ok());
  REQUIRE(got.value().items.size() == 2);
  CHECK(got.value().items[0].head);
  CHECK(got.value().items[0].word == "手机壳");
  CHECK(got.value().items[0].typed == "苹果手机壳");
  CHECK_FALSE(got.value().items[1].head);
}

}  // namespace tmsweep::lexicon
