// SPDX-License-Identifier: Apache-2.0
#include "output/markdown_text.h"

#include <doctest/doctest.h>

#include "output/xml.h"

namespace tmsweep::output {

TEST_CASE("Markdown shows what was typed") {
  struct Row {
    std::string_view text;
    std::string expected;
  };
  const std::initializer_list<Row> rows{
      {"历蜀记 a-b.c", "历蜀记 a-b.c"},
      {"<b>x</b>", "\\<b\\>x\\</b\\>"},
      {"[a](http://x)", "\\[a\\](http\\://x)"},
      {"a|b", "a\\|b"},
      {"`rm`", "\\`rm\\`"},
      {"**a** _b_ ~c~", "\\*\\*a\\*\\* \\_b\\_ \\~c\\~"},
      {"&lt;", "\\&lt;"},
      {"\\", "\\\\"},
      {"@octocat", "`@`octocat"},
      {"@@", "`@@`"},
      {"`@`", "\\``@`\\`"},
      {"#12", "`#`12"},
      {"# 12", "\\# 12"},
      {"www.a.cn WWW.", "www\\.a.cn WWW\\."},
      {"a\nb", "a‹U+000A›b"},
      {"!\\[x", "\\!\\\\\\[x"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(markdown_text(row.text) == row.expected);
  }
}

TEST_CASE("XML holds no markup and no character that it forbids") {
  CHECK(xml("<a b='c' d=\"e\">&") == "&lt;a b=&apos;c&apos; d=&quot;e&quot;&gt;&amp;");
  CHECK(xml(std::string_view("a\0b\x0b", 4)) == "a‹U+0000›b‹U+000B›");
  CHECK(xml("\uffff\ufffe\ufdd0") == "‹U+FFFF›‹U+FFFE›‹U+FDD0›");
  CHECK(xml("\xed\xa0\x80\xff") == "\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(xml("\u202e\u0085") == "‹U+202E›‹U+0085›");
  std::string out;
  attribute(out, "a", "\"b\"\n");
  CHECK(out == " a=\"&quot;b&quot;‹U+000A›\"");
}

}  // namespace tmsweep::output
