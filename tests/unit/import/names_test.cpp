// SPDX-License-Identifier: Apache-2.0
#include "import/names.h"

#include <doctest/doctest.h>

#include <sstream>

namespace tmsweep::import {

namespace {

/// What a reader made of `text`: `name[goods](classes)@line`, faults as `!line`.
std::string read(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  const NameSink sink{[&](const NameRow& r) {
                        out += r.name;
                        for (const std::string& g : r.goods) out += "[" + g + "]";
                        for (const int c : r.classes) out += "(" + std::to_string(c) + ")";
                        out += "@" + std::to_string(r.line) + " ";
                      },
                      [&](std::size_t line, const std::string&, const Error& e) {
                        out += "!" + std::to_string(line) + " ";
                        CHECK_FALSE(e.message.empty());
                      }};
  read_names(in, sink);
  return out;
}

}  // namespace

TEST_CASE("the shape of a list is told from its first line") {
  struct Row {
    std::string text;
    std::string expected;
  };
  const std::vector<Row> rows{
      {"", ""},
      {"\n\n", ""},
      {"甲\n乙", "甲@1 乙@2 "},
      {"甲\r\n\r\n乙\r\n", "甲@1 乙@3 "},
      {"\xEF\xBB\xBF甲\n", "甲@1 "},
      {"甲,乙\n", "甲,乙@1 "},
      {"name\n甲\n", "甲@2 "},
      {"name\tgoods\tclass\n甲\t茶\t30\n乙\t\t\n", "甲[茶](30)@2 乙@3 "},
      {"class\tname\n30,43\t甲\n", "甲(30)(43)@2 "},
      {"name,goods\n\"甲,乙\",\"茶 \"\"好\"\"\"\n", "甲,乙[茶 \"好\"]@2 "},
      {"商标名称,国际分类\n甲,第30类\n", "甲(30)@2 "},
      {"name,goods\n\"甲\n乙\n", "!2 乙@3 "},
      {"name\tclass\n甲\t46\n乙\tx\n丙\t45\n", "!2 !3 丙(45)@4 "},
      {"{\"name\":\"甲\",\"goods\":[\"茶\",\"酒\"],\"class\":[30,\"33\"]}\n", "甲[茶][酒](30)(33)@1 "},
      {"{\"name\":\"甲\"}\n{oops\n{\"nome\":1}\n{\"name\":\"乙\",\"class\":30}\n", "甲@1 !2 !3 乙(30)@4 "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("a line that is too long is reported and the next is read") {
  CHECK(read("甲\n" + std::string(k_longest_line + 10, 'x') + "\n乙\n") == "甲@1 !2 乙@3 ");
}

TEST_CASE("class lists") {
  CHECK(parse_class_list("").value().empty());
  CHECK(parse_class_list("29,30").value() == std::vector<int>{29, 30});
  CHECK(parse_class_list("第29类、第30类").value() == std::vector<int>{29, 30});
  CHECK(parse_class_list("30；43 ").value() == std::vector<int>{30, 43});
  for (const char* bad : {"0", "46", "-1", "abc", "30-33", "1000000000000"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_class_list(bad).ok());
  }
}

}  // namespace tmsweep::import
