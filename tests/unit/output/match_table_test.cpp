// SPDX-License-Identifier: Apache-2.0
#include "output/match_table.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tmsweep::output {

namespace {

constexpr std::array<std::string_view, 4> k_formats{"text", "tsv", "json", "jsonl"};

MatchRow row(std::string name, std::string mark, std::size_t line = 0) {
  MatchRow r;
  r.name = std::move(name);
  r.line = line;
  r.finding.risk = Risk::high;
  r.finding.term = mark;
  r.finding.relation = Relation::homophone;
  r.finding.why = "why";
  r.finding.alignment = {{"厉", "历", Relation::homophone}, {"蜀", "蜀", Relation::identical}, {"", "记", Relation::none}};
  EarlierMark e;
  e.name = std::move(mark);
  e.classes = class_bit(30) | class_bit(43);
  e.owner = "owner";
  e.source = "source";
  r.finding.earlier_mark = e;
  return r;
}

std::string table(const std::vector<MatchRow>& rows, std::string_view format, Side side = Side::later,
                  Lang lang = Lang::zh) {
  return match_table(rows, side, format, {.edition = "2026-11-23", .age_days = 2}, {.lang = lang, .several = true});
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

std::vector<std::string> fields(std::string_view line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '\t') {
      out.emplace_back();
    } else if (c != '\n') {
      out.back() += c;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a table without a row is said in words in text, and is empty otherwise") {
  for (const Side side : {Side::earlier, Side::later}) {
    for (const Lang lang : {Lang::zh, Lang::en}) CHECK(count(table({}, "text", side, lang), "\n") == 1);
    CHECK(table({}, "tsv", side) == "rank\trisk\tname\tfile\tline\tearlier_mark\trelation\taligned\tclasses\towner\tnumber\tstatus\tsource\twhy\n");
    CHECK(table({}, "jsonl", side).empty());
  }
  CHECK(table({}, "json", Side::earlier) == "{\"schema\":\"tmsweep.similar/1\",\"rows\":[]}\n");
  CHECK(table({}, "json", Side::later) == "{\"schema\":\"tmsweep.watch/1\",\"rows\":[]}\n");
  // The absence of a mark is no promise.
  CHECK(table({}, "text", Side::earlier, Lang::zh).find("不等于可以注册") != std::string::npos);
  CHECK(table({}, "text", Side::earlier, Lang::en).find("no clearance") != std::string::npos);
}

TEST_CASE("rows keep their order and are numbered from one") {
  const std::vector<MatchRow> rows{row("丙", "甲", 9), row("甲", "甲", 2), row("乙", "甲", 5)};
  const std::string tsv = table(rows, "tsv");
  CHECK(count(tsv, "\n") == 4);
  CHECK(tsv.find("\n1\thigh\t丙\t\t9\t") != std::string::npos);
  CHECK(tsv.find("\n2\thigh\t甲\t\t2\t") != std::string::npos);
  CHECK(tsv.find("\n3\thigh\t乙\t\t5\t") != std::string::npos);
  const std::string lines = table(rows, "jsonl");
  CHECK(count(lines, "\n") == 3);
  CHECK(lines.find("{\"rank\":1,\"risk\":\"high\",\"name\":\"丙\",\"line\":9,") == 0);
  // The document holds the same rows.
  const std::string json = table(rows, "json");
  CHECK(count(json, "\n") == 1);
  CHECK(count(json, "\"rank\":") == 3);
  CHECK(json.find(lines.substr(0, lines.find('\n'))) != std::string::npos);
}

TEST_CASE("every field of a row is in its place") {
  const std::string tsv = table({row("厉蜀", "历蜀记", 7)}, "tsv");
  const std::vector<std::string> cells = fields(tsv.substr(tsv.find('\n') + 1));
  REQUIRE(cells.size() == 14);
  CHECK(cells[1] == "high");
  CHECK(cells[5] == "历蜀记");
  CHECK(cells[6] == "homophone");
  CHECK(cells[8] == "30,43");
  CHECK(cells[9] == "owner");
  CHECK(cells[13] == "why");
  CHECK(cells[7].find("厉/历(") == 0);
  CHECK(cells[7].find(" 蜀 ") != std::string::npos);  // what is the same stands once
  CHECK(cells[7].find("-/记(") != std::string::npos);
  const std::string json = table({row("厉蜀", "历蜀记", 7)}, "jsonl");
  CHECK(json.find("\"classes\":[30,43]") != std::string::npos);
  CHECK(json.find("{\"later\":\"\",\"earlier\":\"记\",\"how\":\"\"}") != std::string::npos);
  CHECK(json.find("\"source\":\"source\"") != std::string::npos);
}

TEST_CASE("the two sides and languages differ in what leads a row") {
  const std::vector<MatchRow> rows{row("厉蜀记", "历蜀记", 7)};
  CHECK(table(rows, "text", Side::later, Lang::zh).find("第7行") != std::string::npos);
  CHECK(table(rows, "text", Side::later, Lang::en).find("line 7") != std::string::npos);
  CHECK(table(rows, "text", Side::earlier, Lang::zh).find("第30,43类") != std::string::npos);
  CHECK(table(rows, "text", Side::earlier, Lang::en).find("class 30,43") != std::string::npos);
  CHECK(table(rows, "text", Side::earlier).find("厉蜀记") == std::string::npos);  // the name asked for is known
  CHECK(table({row("甲", "乙")}, "text").find("行") == std::string::npos);        // an argument has no line
  CHECK(table({row("甲", "乙")}, "json").find("\"line\"") == std::string::npos);
}

TEST_CASE("hostile names stay harmless in every format") {
  const std::vector<std::string> hostile{"\x1b[31m红\x1b[0m", "\x1b]8;;http://x\x07链\x1b]8;;\x07", "左\u202e右", "\t制表",
                                         "行\n行",           "回\r车",                           "\u0085名", "空\u200b格",
                                         std::string("a\0b", 3), "行\u2028行", "\u009b31m", "\u2066x\u2069"};
  for (const std::string& name : hostile) {
    CAPTURE(name);
    for (const std::string_view format : k_formats) {
      for (const Side side : {Side::earlier, Side::later}) {
        MatchRow r = row(name, name, 1);
        r.finding.earlier_mark->owner = name;
        r.finding.why = name;
        r.finding.alignment = {{name, name, Relation::none}};
        const std::string out = table({r}, format, side);
        for (const std::string_view bad : {"\x1b", "\x07", "\r", "\u202e", "\u0085", "\u200b", "\u2028", "\u009b", "\u2066"}) {
          CHECK(out.find(bad) == std::string::npos);
        }
        CHECK(out.find('\0') == std::string::npos);
        if (format == "tsv") {
          CHECK(count(out, "\n") == 2);
          CHECK(count(out, "\t") == 26);
        }
        if (format != "text" && format != "tsv") CHECK(count(out, "\n") == 1);
      }
    }
  }
}

TEST_CASE("no cell of a table is a formula") {
  for (const std::string name : {"=CMD()", "+1", "-1", "@SUM(1)"}) {
    MatchRow r = row(name, name, 1);
    r.finding.earlier_mark->owner = name;
    r.finding.why = name;
    r.finding.alignment = {{"", "记", Relation::none}};
    const std::string out = table({r}, "tsv");
    for (const std::string& cell : fields(out.substr(out.find('\n') + 1))) {
      CAPTURE(cell);
      CHECK((cell.empty() || std::string_view("=+-@").find(cell.front()) == std::string_view::npos));
    }
  }
}

}  // namespace tmsweep::output
