// SPDX-License-Identifier: Apache-2.0
#include "import/names.h"

#include <doctest/doctest.h>

#include <sstream>

namespace tmsweep::import {

namespace {

/// What a reader made of `text`: `name[goods](classes)@line:column`, faults as `!line:column`.
std::string read(const std::string& text, const NameOptions& options = {}) {
  REQUIRE_FALSE(fault_of(options));
  std::istringstream in(text);
  std::string out;
  const auto place = [](const NameRow& r) {
    return std::to_string(r.line) + ":" + std::to_string(r.column) + " ";
  };
  const NameSink sink{[&](const NameRow& r) {
                        out += r.name;
                        for (const std::string& g : r.goods) out += "[" + g + "]";
                        for (const int c : r.classes) out += "(" + std::to_string(c) + ")";
                        out += "@" + place(r);
                      },
                      [&](const NameRow& r, const Error& e) {
                        out += "!" + place(r);
                        CHECK_FALSE(e.message.empty());
                        CHECK_FALSE(e.hint.empty());
                      },
                      [&](std::string_view encoding) { out += "<" + std::string(encoding) + "> "; }};
  read_names(in, options, sink);
  return out;
}

struct Row {
  std::string text;
  std::string expected;
};

void check_rows(const std::vector<Row>& rows, const NameOptions& options) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text, options) == row.expected);
  }
}

}  // namespace

TEST_CASE("the shape of a list is told from its first line") {
  check_rows(
      {
          {"", ""},
          {"\n\n", ""},
          {"甲\n乙", "甲@1:1 乙@2:1 "},
          {"甲\r\n\r\n乙\r\n", "甲@1:1 乙@3:1 "},
          {"\xEF\xBB\xBF甲\n", "甲@1:1 "},
          {"  甲 乙\t\n \t\n\xEF\xBB\xBF", "甲 乙@1:3 \xEF\xBB\xBF@3:1 "},
          {"甲,乙\n", "甲,乙@1:1 "},
          {"[新品]甲\n[\n", "[新品]甲@1:1 [@2:1 "},
          {"name\n甲\n", "甲@2:1 "},
          {"name\tgoods\tclass\n甲\t茶\t30\n乙\t\t\n", "甲[茶](30)@2:1 乙@3:1 "},
          {" Name ,CLASS\n甲, 30\n", "甲(30)@2:1 "},
          {"class\tname\n30,43\t甲\n", "甲(30)(43)@2:7 "},
          {"goods\tname\n茶\t\"甲 \"\"乙\"\"\"\n茶\t\"甲\n", "甲 \"乙\"[茶]@2:4 \"甲[茶]@3:3 "},
          {"name,goods\n\"甲,乙\",\"茶 \"\"好\"\"\"\n", "甲,乙[茶 \"好\"]@2:2 "},
          {"商标名称,国际分类\n甲,第30类\n", "甲(30)@2:1 "},
          {"name,goods\n\"甲\n乙\n", "!2:1 乙@3:1 "},
          {"name\tclass\n甲\t46\n乙\tx\n丙\t45\n", "!2:1 !3:1 丙(45)@4:1 "},
          {"{\"name\":\"甲\",\"goods\":[\"茶\",\"酒\"],\"class\":[30,\"33\"]}\n", "甲[茶][酒](30)(33)@1:10 "},
          {"{\"name\":\"甲\"}\n{oops\n{\"nome\":1}\n{\"name\":\"乙\",\"class\":30}\n",
           "甲@1:10 !2:2 !3:1 乙(30)@4:10 "},
      },
      {});
}

TEST_CASE("fields of CSV may hold line feeds, and a place is where a field begins") {
  check_rows(
      {
          {"goods,name\n\"茶\n叶\",甲\n\"酒\",\" 乙\n丙\"\n", "甲[茶\n叶]@3:4  乙\n丙[酒]@4:6 "},
          {"goods,name\r\n\"茶\r\n叶\",\"甲\"\r\n", "甲[茶\r\n叶]@3:5 "},
          {"\xEF\xBB\xBF\"name\",class\r\n\"甲\",30\r\n", "甲(30)@2:2 "},
          // A quote that is not closed takes in what follows up to the next one: said, not checked.
          {"name,goods\n\"甲\n\"乙\",茶\n丙,\n", "!2:1 丙@4:1 "},
          {"name,goods\n5\" disk,\n\"甲\"乙\n", "5\" disk@2:1 甲乙@3:2 "},
      },
      {});
  // Past the longest record the quote is given up, and its line alone is lost.
  std::string text = "name,goods\n\"甲\n";
  for (std::size_t i = 0; i < 300'000; ++i) text += "乙乙\n";
  CHECK(read(text).starts_with("!2:1 乙乙@3:1 乙乙@4:1 "));
}

TEST_CASE("the column of names can be given") {
  const std::string table = "title,price,class\n甲,5,30\n";
  CHECK(read(table, {.column = "title"}) == "甲(30)@2:1 ");
  CHECK(read(table, {.column = " Title"}) == "甲(30)@2:1 ");
  CHECK(read(table, {.column = "1"}) == "甲(30)@2:1 ");
  CHECK(read(table, {.column = "9"}) == "!1:1 ");
  CHECK(read(table, {.column = "0"}) == "!1:1 ");
  CHECK(read(table, {.column = "-1"}) == "!1:1 ");
  CHECK(read(table, {.column = "name"}) == "!1:1 ");
  CHECK(read("a\t甲\nb\t乙\n", {.column = "2"}) == "甲@1:3 乙@2:3 ");    // no usual header: no header
  CHECK(read("名称,2\n甲,乙\n", {.column = "2"}) == "乙@2:3 ");          // a header before a number
  CHECK(read("name,brand\n甲,乙\n", {.column = "brand"}) == "乙@2:3 ");  // instead of the usual one
  CHECK(read("甲\n", {.column = "1"}) == "甲@1:1 ");
  CHECK(read("{\"name\":\"甲\"}\n", {.column = "1", .pointers = {"/name"}}) == "甲@1:10 ");
  CHECK(read("[甲],乙\n", {.column = "2", .pointers = {"/name"}}) == "乙@1:5 ");
}

TEST_CASE("JSON documents without a pointer") {
  check_rows(
      {
          {"[\"甲\",\"乙\"]", "甲@1:3 乙@1:7 "},
          {"[\n  \"甲\",\n  {\"class\": [30],\n   \"name\": \"乙\", \"goods\": \"茶\"}\n]\n",
           "甲@2:4 乙[茶](30)@4:13 "},
          {"{\n  \"name\": \"甲\"\n}\n{\"name\":\"乙\"}\n", "甲@2:12 乙@4:10 "},
          {"[\"甲\", 12, null, [\"丙\"], {\"x\": {\"name\": \"丁\"}}, \"戊\"]",
           "甲@1:3 !1:7 !1:17 !1:24 戊@1:47 "},
          {"{\n\"products\": [{\"name\": \"甲\"}]}", "!1:1 "},
          {"{\"name\":\"\\u7532\\\"\\\\\",\"name\":\"乙\"}", "甲\"\\@1:10 乙@1:30 "},
          {"\xEF\xBB\xBF[\n\"甲\"]", "甲@2:2 "},
          {"[]", ""},
          {"[\n{\"name\":\"甲\",\"class\":99},\"乙\"]", "!2:10 乙@2:26 "},
      },
      {});
}

TEST_CASE("pointers lead to names in JSON") {
  const NameOptions products{.pointers = {"/products/*/name"}};
  check_rows(
      {
          {"{\"products\":[{\"name\":\"甲\",\"class\":30},{\"name\":\"乙\"}]}", "甲(30)@1:23 乙@1:47 "},
          {"{\n \"products\": {\n  \"a\": {\"类别\": \"30\", \"name\": \"甲\"}}}", "甲(30)@3:30 "},
          {"{\"products\":[{\"name\":7},{\"name\":null},{\"name\":[\"甲\"]}]}", "!1:22 !1:47 "},
          {"{\"name\":\"甲\"}\n", "!0:0 "},
          {"{\"products\":[]}\n{\"products\":[{\"name\":\"甲\"}]}\n", "甲@2:23 "},
          {"{\"products\":[{\"name\":\"甲\"}", "甲@1:23 !1:25 "},
          {"甲\n乙\n", "!1:1 "},
      },
      products);
  CHECK(read("{\"a/b\":{\"m~n\":\"甲\"}}", {.pointers = {"/a~1b/m~0n"}}) == "甲@1:16 ");
  CHECK(read("[[\"甲\",\"乙\"],[\"丙\",\"丁\"]]", {.pointers = {"/*/1"}}) == "乙@1:8 丁@1:18 ");
  CHECK(read("[[\"甲\",\"乙\"],[\"丙\",\"丁\"]]", {.pointers = {"/1/*", "/0/0"}}) ==
        "甲@1:4 丙@1:14 丁@1:18 ");
  CHECK(read("\"甲\"", {.pointers = {""}}) == "甲@1:2 ");
  // Rows come in the order of the text, though the first waits for its class.
  CHECK(read("{\"name\":\"甲\",\"kinds\":[{\"name\":\"乙\"}],\"class\":30}",
             {.pointers = {"/name", "/kinds/*/name"}}) == "甲(30)@1:10 乙@1:31 ");
  for (const char* bad : {"name", "products/*", "/a~2", "/a~"}) {
    CAPTURE(bad);
    CHECK(fault_of({.pointers = {bad}}));
  }
  CHECK(fault_of({.pointers = std::vector<std::string>(65, "/name")}));
}

TEST_CASE("JSON that is broken, deep or long ends with one fault") {
  CHECK(read("[\n\"甲\",\n\"乙\" \"丙\"]") == "甲@2:2 乙@3:2 !3:7 ");
  CHECK(read("[\n\"甲\",") == "甲@2:2 !2:4 ");
  CHECK(read("[\"甲\n\"]") == "!1:4 ");
  CHECK(read("[\n\"\xFF\"]") == "!2:2 ");
  CHECK(read("[\n" + std::string(600, '[')) == "!2:1 !2:512 ");
  CHECK(read("{\"name\":\"甲\",\"x\":" + std::string(1000, '[') + "}\n{\"name\":\"乙\"}\n") ==
        "!1:528 乙@2:10 ");
  CHECK(read("[\"甲\",\n\"" + std::string(20U << 20U, 'x') + "\"]").starts_with("甲@1:3 !2:"));
  CHECK(read("[\"甲\",\n" + std::string(20U << 20U, ' ') + "\"乙\"]").starts_with("甲@1:3 乙@2:"));
  CHECK(read("[\"" + std::string(k_longest_line + 1, 'x') + "\",\n\"乙\"]") == "!1:3 乙@2:2 ");
  // An object of many names does not keep them all waiting.
  std::string many = "{\n";
  for (int i = 0; i < 200; ++i) many += "\"name\":\"甲\",\n";
  CHECK(read(many).starts_with("甲@2:9 甲@3:9 "));
}

TEST_CASE("the encoding is told or given") {
  const std::string gb = "\xBC\xD7\n\xC0\xFA\xCA\xF1\xBC\xC7\n";  // 甲, 历蜀记
  CHECK(read(gb) == "<GB18030> 甲@1:1 历蜀记@2:1 ");
  CHECK(read(gb, {.encoding = "gb18030"}) == "甲@1:1 历蜀记@2:1 ");
  CHECK(read("name,class\n\xBC\xD7\xFF,30\n\xBC\xD7,30\n", {.encoding = "GBK"}) == "!2:1 甲(30)@3:1 ");
  CHECK(read(gb, {.encoding = "utf-8"}) == gb.substr(0, 2) + "@1:1 " + gb.substr(3, 6) + "@2:1 ");
  const std::string le("\xFF\xFE\x32\x75\n\0\x59\x4E\n\0", 10);
  CHECK(read(le) == "<UTF-16LE> 甲@1:1 乙@2:1 ");
  CHECK(read(le.substr(2), {.encoding = "utf-16le"}) == "甲@1:1 乙@2:1 ");
  CHECK(read(le, {.encoding = "utf-16"}) == "甲@1:1 乙@2:1 ");
  CHECK(fault_of({.encoding = "latin1"}));
}

TEST_CASE("what cannot be read is said in both languages") {
  struct Case {
    std::string text;
    NameOptions options;
    Message says;
  };
  const std::vector<Case> cases{
      {"name,class\n\"甲\n",
       {},
       {"引号没有闭合；用 \" 闭合", "a quoted field is not closed; close it with \""}},
      {"name,class\n甲,46\n",
       {},
       {"“46”不是尼斯类别；类别是 1 到 45，如 29,30",
        "'46' is no list of Nice classes; classes are 1 to 45, as in 29,30"}},
      {"甲,乙\n",
       {.column = "brand"},
       {"没有“brand”这一列；第一行有：甲, 乙；给出名称列的表头，或者它是第几列",
        "there is no column 'brand'; the first line has: 甲, 乙; give the header of the column of names, or "
        "its number"}},
      {"{\"nom\": \"甲\"}\n",
       {},
       {"不是带有文本 \"name\" 的 JSON 对象；写成 {\"name\": "
        "\"…\"}，或者说明名称在哪里：--pointer /products/*/name",
        "not a JSON object with a text \"name\"; write {\"name\": \"…\"}, or say where the names are: "
        "--pointer "
        "/products/*/name"}},
      {"{\"name\": \"甲\"}\n",
       {.pointers = {"/x"}},
       {"--pointer /x 在文件里什么也没指到；键要逐字相同，* 代表任何一个",
        "--pointer /x leads to nothing in the file; keys are compared letter by letter, and * stands for any "
        "of "
        "them"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::vector<Message> said;
    std::istringstream in(c.text);
    read_names(in, c.options,
               {[](const NameRow&) {}, [&](const NameRow&, const Error& e) { said.push_back(e.line()); }});
    REQUIRE(said.size() == 1);
    CHECK(said[0].zh == c.says.zh);
    CHECK(said[0].en == c.says.en);
  }
  CHECK(fault_of({.pointers = {"name"}})->line() ==
        Message{"--pointer: “name”：JSON 指针以“/”开头；写成 /products/*/name 这样",
                "--pointer: 'name': a JSON pointer begins with '/'; write it as /products/*/name"});
}

TEST_CASE("a line that is too long is reported and the next is read") {
  CHECK(read("甲\n" + std::string(k_longest_line + 10, 'x') + "\n乙\n") == "甲@1:1 !2:1 乙@3:1 ");
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
