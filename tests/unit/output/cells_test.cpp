// SPDX-License-Identifier: Apache-2.0
#include "output/cells.h"

#include <doctest/doctest.h>

namespace tmsweep::output {

TEST_CASE("no cell is a formula or breaks a row") {
  struct Row {
    std::string_view text;
    std::string expected;
  };
  const std::initializer_list<Row> rows{
      {"历蜀记", "历蜀记"},   {"", ""},
      {"=CMD()", "'=CMD()"},  {"+1", "'+1"},
      {"-1", "'-1"},          {"@SUM(A1)", "'@SUM(A1)"},
      {"＝1", "'＝1"},        {"＠a", "'＠a"},
      {" =1", "' =1"},        {"\u3000\u00a0=1", "'\u3000\u00a0=1"},
      {"\t=1", "‹U+0009›=1"}, {"\r\n=1", "‹U+000D›‹U+000A›=1"},
      {"a=1", "a=1"},         {"\xff中", "\xEF\xBF\xBD中"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(cell(row.text) == row.expected);
  }
}

TEST_CASE("a table without quotes opens none") {
  CHECK(tsv_cell("\"甲") == "'\"甲");
  CHECK(tsv_cell("甲\"") == "甲\"");
  CHECK(tsv_cell("甲\t乙") == "甲‹U+0009›乙");
  CHECK(tsv_cell("=1") == "'=1");
}

TEST_CASE("RFC 4180 quotes stand where they are needed") {
  CHECK(csv_cell("甲") == "甲");
  CHECK(csv_cell("甲,乙") == "\"甲,乙\"");
  CHECK(csv_cell("说\"好\"") == "\"说\"\"好\"\"\"");
  CHECK(csv_cell("=A1,B1") == "\"'=A1,B1\"");
  CHECK(csv_cell(" 甲") == "\" 甲\"");
  CHECK(csv_cell("甲\r\n乙") == "甲‹U+000D›‹U+000A›乙");
}

}  // namespace tmsweep::output
