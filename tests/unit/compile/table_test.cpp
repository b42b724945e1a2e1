// SPDX-License-Identifier: Apache-2.0
#include "compile/table.h"

#include <doctest/doctest.h>

#include "compile/page.h"
#include "compile/terms.h"
#include "support/small_data.h"
#include "support/temporary.h"

namespace tmsweep::compile {

namespace {

/// The complaint about a table with these bytes, or "fine".
std::string complaint(const std::string& bytes) {
  const support::TemporaryFolder folder;
  folder.write("t.tsv", bytes);
  try {
    const Table table(folder.path() / "t.tsv", {"a", "b"});
    table.require_unique({0});
    table.require_filled({0});
    return "fine";
  } catch (const DataError& e) {
    const std::string text = e.what();
    return text.substr(text.find("t.tsv:") + 6);
  }
}

bool complains(const std::string& bytes, const std::string& about) {
  const std::string text = complaint(bytes);
  CAPTURE(text);
  return text.find(about) != std::string::npos;
}

std::string page_complaint(const std::string& bytes) {
  const support::TemporaryFolder folder;
  folder.write("x.md", bytes);
  try {
    (void)read_page(folder.path() / "x.md");
    return "fine";
  } catch (const DataError& e) {
    return e.what();
  }
}

constexpr const char* k_zh =
    "## 中文\n### 标题\nt\n### 为什么\n- `k`: w\n### 含义\nm\n### 例外\n- e\n### 怎么改\n- f\n";
constexpr const char* k_en =
    "## English\n### Title\nt\n### Why\n- `k`: w\n### Meaning\nm\n### Exceptions\n- e\n### How to fix\n- f\n";

/// Compiling the small data with one more row in one table.
std::string compile_complaint(const std::string& table, const std::string& row) {
  const support::TemporaryFolder folder;
  support::SmallData data;
  data.row(table, row);
  const auto root = data.write(folder);
  try {
    image::Writer writer;
    (void)compile_rules(root, root / "../docs/rules", writer);
    return "fine";
  } catch (const DataError& e) {
    return e.what();
  }
}

}  // namespace

TEST_CASE("a table is refused at its first bad row, with file and line") {
  CHECK(complaint("a\tb\n1\t2\n3\t4\n") == "fine");
  CHECK(complains("a\tc\n", "1: has another header"));
  CHECK(complains("a\tb\n1\t2", "must end with a line feed"));
  CHECK(complains("", "must end with a line feed"));
  CHECK(complains("a\tb\n1\t2\n3\n", "3: has 1 fields instead of 2"));
  CHECK(complains("a\tb\n3\t4\n1\t2\n", "3: is out of order"));
  CHECK(complains("a\tb\n1\t2\n1\t2\n", "3: is out of order or repeated"));
  CHECK(complains("a\tb\n1\t2\n1\t3\n", "3: repeats an earlier row"));
  CHECK(complains("a\tb\n1\t 2\n", "2: has a blank"));
  CHECK(complains("a\tb\n1\te\u0301\n", "2: is not in Unicode form NFC"));
  CHECK(complains("a\tb\n1\t\xff\n", "2: is not valid UTF-8"));
  CHECK(complains("a\tb\n\t2\n", "2: leaves column 1 empty"));
}

TEST_CASE("a page is refused without its fixed headings in both languages") {
  const std::string whole = std::string("# x\n\n") + k_zh + k_en;
  CHECK(page_complaint(whole) == "fine");
  const auto without = [&](const std::string& part, const std::string& instead) {
    std::string text = whole;
    text.replace(text.find(part), part.size(), instead);
    return page_complaint(text);
  };
  CHECK(without("# x", "# y").find("must be '# x'") != std::string::npos);
  CHECK(without("### 含义\nm\n", "").find("### 含义") != std::string::npos);
  CHECK(without("### Exceptions\n- e\n", "### Exceptions\n").find("nothing under") != std::string::npos);
  CHECK(without("- f\n", "f\n").find("begins with '- '") != std::string::npos);
  CHECK(without("## English", "## Deutsch").find("neither") != std::string::npos);
  CHECK(without("### Why\n- `k`: w", "### Why\n- `j`: w").find("same kinds") != std::string::npos);
  CHECK(without("### Why\n- `k`: w", "### Why\n- k: w").find("`kind`") != std::string::npos);
  CHECK(page_complaint("# x\n### 标题\n").find("before the first language") != std::string::npos);
}

TEST_CASE("conditions on classes") {
  CHECK(parse_classes("") == 0);
  CHECK(parse_classes("5,29-30") == (class_bit(5) | class_bit(29) | class_bit(30)));
  CHECK(parse_classes("!1") == (((ClassMask{1} << 46U) - 1) & ~ClassMask{3}));
  for (const char* bad : {"0", "46", "5-3", "x"})
    CHECK_THROWS_AS((void)parse_classes(bad), std::invalid_argument);
}

TEST_CASE("legal tables are checked against each other and against the statutes") {
  CHECK(compile_complaint("data/law/articles.tsv", "2019\t11.1.1\t没有这句话\tno such words")
            .find("is not in the statute") != std::string::npos);
  CHECK(compile_complaint("data/legal_basis.tsv", "CN-9\tno-such-rule\t九\tnine\t9\t9\tuse-risk\t\tV")
            .find("no page") != std::string::npos);
  CHECK(compile_complaint("data/legal_basis.tsv", "CN-9\tvulgar\t九\tnine\t9\t9\tno-effect\t\tV")
            .find("unknown effect") != std::string::npos);
  CHECK(compile_complaint("data/cases/cases.tsv", "乙\t-\tlost\t2020\tvulgar\tact\tCN-10-1-8-1\t注\tnote\tt")
            .find("outcome") != std::string::npos);
}

}  // namespace tmsweep::compile
