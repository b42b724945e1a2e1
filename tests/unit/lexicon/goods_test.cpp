// SPDX-License-Identifier: Apache-2.0
#include "lexicon/goods.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/bundled.h"

namespace tmsweep::lexicon {

namespace {

using support::bundled;

std::string classes(const GoodsSelection& goods) {
  std::string out;
  for (const int c : classes_of(goods.classes)) out += (out.empty() ? "" : ",") + std::to_string(c);
  return out;
}

}  // namespace

TEST_CASE("goods words name their classes") {
  struct Row {
    std::vector<std::string> goods;
    std::vector<int> typed_classes;
    std::string classes;
    std::size_t items;
    std::size_t unresolved;
  };
  const std::vector<Row> all{{{}, {}, "", 0, 0},
                             {{"火锅店"}, {}, "43", 1, 0},
                             {{"旅行包"}, {}, "18", 1, 0},
                             {{"四川火锅店"}, {}, "43", 1, 0},
                             {{"火锅店,旅行包"}, {}, "18,43", 2, 0},
                             {{"火锅店；旅行包、火锅店/旅行包|火锅店"}, {}, "18,43", 5, 0},
                             {{"火锅店", "旅行包"}, {}, "18,43", 2, 0},
                             {{" 火锅店 ,, 旅行包 ,"}, {}, "18,43", 2, 0},
                             {{"火鍋店"}, {}, "43", 1, 0},
                             {{"龘龘龘"}, {}, "", 0, 1},
                             {{"龘龘龘,火锅店"}, {}, "43", 1, 1},
                             {{"★"}, {}, "", 0, 0},
                             {{"火锅店"}, {30}, "30", 1, 0},
                             {{}, {30, 29, 30}, "29,30", 0, 0},
                             {{"龘龘龘"}, {1, 45}, "1,45", 0, 1}};
  for (const Row& row : all) {
    std::string goods;
    for (const std::string& g : row.goods) goods += g + "|";
    CAPTURE(goods);
    const auto got = read_goods(bundled(), row.goods, row.typed_classes);
    REQUIRE(got.ok());
    CHECK(classes(got.value()) == row.classes);
    CHECK(got.value().items.size() == row.items);
    CHECK(got.value().unresolved.size() == row.unresolved);
    CHECK(got.value().typed == row.goods);
    CHECK(got.value().typed_classes == row.typed_classes);
    CHECK(got.value().known() == !row.classes.empty());
  }
}

TEST_CASE("a class outside 1 to 45 is refused") {
  for (const int c : {-1, 0, 46, 64, 1000000}) {
    const auto got = read_goods(bundled(), {}, {30, c});
    REQUIRE_FALSE(got.ok());
    CHECK(got.error().message.en.find(std::to_string(c)) != std::string::npos);
    CHECK_FALSE(got.error().hint.empty());
  }
}

TEST_CASE("goods that are not valid UTF-8 are refused with the offset") {
  const auto got = read_goods(bundled(), {"火锅店", "ab\xFF"}, {});
  REQUIRE_FALSE(got.ok());
  CHECK(got.error().byte_offset == 2);
}

}  // namespace tmsweep::lexicon
