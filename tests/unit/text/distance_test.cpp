// SPDX-License-Identifier: Apache-2.0
#include "text/distance.h"

#include <doctest/doctest.h>

namespace tmsweep::text {
namespace {

TEST_CASE("distance counts insertions, deletions and replacements, and is the same both ways") {
  struct Row {
    std::u32string_view a;
    std::u32string_view b;
    std::size_t apart;
  };
  for (const Row& row : {
           Row{U"", U"", 0},
           Row{U"", U"火锅店", 3},
           Row{U"火锅店", U"火锅店", 0},
           Row{U"火锅店", U"火锅", 1},
           Row{U"奶茶店", U"甜茶店", 1},
           Row{U"kitten", U"sitting", 3},
           Row{U"店火锅", U"火锅店", 2},
       }) {
    CAPTURE(row.apart);
    CHECK(distance(row.a, row.b) == row.apart);
    CHECK(distance(row.b, row.a) == row.apart);
  }
}

}  // namespace
}  // namespace tmsweep::text
