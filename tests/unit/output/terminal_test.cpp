// SPDX-License-Identifier: Apache-2.0
#include "output/terminal.h"

#include <doctest/doctest.h>

#include "output/json_writer.h"

namespace tmsweep::output {

TEST_CASE("what a terminal would act on is shown instead") {
  CHECK(printable("中a") == "中a");
  CHECK(printable("\x1b[31m") == "‹U+001B›[31m");
  CHECK(printable("a\nb") == "a‹U+000A›b");
  CHECK(printable("a\nb", true) == "a\nb");
  CHECK(printable("左\u202e右") == "左‹U+202E›右");
  CHECK(printable("空\u200b格") == "空‹U+200B›格");
  CHECK(printable("\u0085\U000e0041\ufeff") == "‹U+0085›‹U+E0041›‹U+FEFF›");
}

TEST_CASE("columns follow the width of the script") {
  CHECK(columns("中文") == 4);
  CHECK(columns("ab") == 2);
  CHECK(columns("ｱ") == 1);
  CHECK(columns("e\u0301") == 1);
  CHECK(columns("😀") == 2);
}

TEST_CASE("lines are broken at blanks and between Han characters, never before closing punctuation") {
  CHECK(wrapped("一二三四五六", 8, 0) == "一二三四\n五六");
  CHECK(wrapped("一二三，四五", 6, 0) == "一二\n三，四\n五");
  CHECK(wrapped("alpha beta gamma", 11, 2) == "alpha\n  beta\n  gamma");
  CHECK(wrapped("short", 80, 4) == "short");
  CHECK(wrapped("", 80, 4).empty());
}

TEST_CASE("JSON text is escaped so that it can be put anywhere") {
  const auto json = [](std::string_view s) {
    std::string out;
    JsonWriter(out).text(s);
    return out;
  };
  CHECK(json("中\"\\") == "\"中\\\"\\\\\"");
  CHECK(json("<a>&") == "\"\\u003ca\\u003e\\u0026\"");
  CHECK(json("\x1b\x7f\n") == "\"\\u001b\\u007f\\u000a\"");
  CHECK(json("\u0085\u061c\u180e\u200b\u202e\u2028\ufeff") ==
        "\"\\u0085\\u061c\\u180e\\u200b\\u202e\\u2028\\ufeff\"");
  CHECK(json("\U000e0041") == "\"\\udb40\\udc41\"");
  CHECK(json("é€😀") == "\"é€😀\"");
}

TEST_CASE("JSON members are separated by commas") {
  std::string out;
  JsonWriter j(out);
  j.open('{');
  j.field("a", "b");
  j.key("c");
  j.open('[');
  j.number(1);
  j.boolean(false);
  j.null();
  j.close(']');
  j.list("d", {"e", "f"});
  j.close('}');
  CHECK(out == R"({"a":"b","c":[1,false,null],"d":["e","f"]})");
}

}  // namespace tmsweep::output
