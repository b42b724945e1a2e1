// SPDX-License-Identifier: Apache-2.0
#include "compile/goods_tables.h"

#include <doctest/doctest.h>

#include <string>

#include "compile/table.h"
#include "support/small_data.h"
#include "support/temporary.h"

namespace tmsweep::compile {

namespace {

/// What the compiler says of the small data with one more row; nothing when it accepts it.
std::string complaint(const std::string& table, const std::string& row) {
  support::SmallData data;
  data.row(table, row);
  const support::TemporaryFolder root;
  image::Writer writer;
  try {
    compile_goods_tables(data.write(root) / "goods", writer);
  } catch (const DataError& e) {
    return e.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a row of the goods tables that cannot be right is refused with file and line") {
  struct Case {
    std::string table;
    std::string row;
    std::string says;
  };
  for (const Case& r : {Case{"group.tsv", "250\t25\t甲\ta\tno\tt", "four digits"},
                        Case{"group.tsv", "25x1\t25\t甲\ta\tno\tt", "four digits"},
                        Case{"group.tsv", "2501\t24\t甲\ta\tno\tt", "not of class"},
                        Case{"group.tsv", "4601\t46\t甲\ta\tno\tt", "no Nice class"},
                        Case{"group.tsv", "2501\t25\t甲\ta\tyes\tt", "unknown value"},
                        Case{"group.tsv", "2501\t25\t\ta\tno\tt", "empty"},
                        Case{"group.tsv", "3002\t30\t乙\tb\tno\tt", "repeats"},
                        Case{"related.tsv", "3002\t9999\tsimilar\t甲\ta\tt", "unknown group"},
                        Case{"related.tsv", "4301\t3002\tsimilar\t甲\ta\tt", "smaller group"},
                        Case{"related.tsv", "3002\t3002\tsimilar\t甲\ta\tt", "smaller group"},
                        Case{"related.tsv", "3002\t4301\tsimilar\t甲\ta\tt", "repeats"},
                        Case{"advice.tsv", "30\t30\t甲\ta\tt", "itself"},
                        Case{"advice.tsv", "30\t46\t甲\ta\tt", "no Nice class"},
                        Case{"advice.tsv", "x\t30\t甲\ta\tt", "no Nice class"},
                        Case{"goods.tsv", "酱\t30\t3016\tsauce\tt", "unknown group"},
                        Case{"goods.tsv", "酱\t29\t3002\tsauce\tt", "not of class"}}) {
    CAPTURE(r.row);
    const std::string said = complaint("data/goods/" + r.table, r.row);
    CHECK(said.find(r.says) != std::string::npos);
    CHECK(said.find(r.table + ":") != std::string::npos);
  }
}

TEST_CASE("rows that are right are accepted") {
  CHECK(complaint("data/goods/group.tsv", "3016\t30\t酱\tsauce\tno\tt").empty());
  CHECK(complaint("data/goods/advice.tsv", "30\t35\t甲\ta\tt").empty());
  CHECK(complaint("data/goods/goods.tsv", "酱\t30\t\tsauce\tt").empty());
}

}  // namespace tmsweep::compile
