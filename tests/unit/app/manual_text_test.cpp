// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/manual.h"

namespace tmsweep::app {

TEST_CASE("nothing of a text is obeyed by the reader of the page") {
  struct Row {
    std::string text;
    std::string page;
  };
  const std::vector<Row> rows{{"plain words", "plain words\n"},
                              {".SH is no heading", "\\&.SH is no heading\n"},
                              {"'quoted'", "\\&'quoted'\n"},
                              {"a\\b", "a\\eb\n"},
                              {"see `db list` too", "see \\fBdb list\\fR too\n"},
                              {"2027-01-01", "2027\\-01\\-01\n"},
                              {"商标，类别", "商\\:标，\\:类\\:别\n"},
                              {"（甲）", "（甲）\n"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(man_text(row.text) == row.page);
  }
}

TEST_CASE("lines of a page are short, and Chinese goes on behind a break without a blank") {
  std::string chinese;
  for (int i = 0; i < 60; ++i) chinese += "商标";
  std::string english;
  for (int i = 0; i < 60; ++i) english += "mark ";
  for (const std::string& text : {chinese, english}) {
    const std::string page = man_text(text);
    std::size_t begin = 0;
    while (begin < page.size()) {
      const std::size_t end = page.find('\n', begin);
      CHECK(end - begin <= 80);
      begin = end + 1;
    }
  }
  CHECK(man_text(chinese).find("\\c\n") != std::string::npos);
  CHECK(man_text(english).find("\\c") == std::string::npos);
}

TEST_CASE("a page is named after its command") {
  CHECK(page_name("check") == "tmsweep-check");
  CHECK(page_name("db import") == "tmsweep-db-import");
}

}  // namespace tmsweep::app
