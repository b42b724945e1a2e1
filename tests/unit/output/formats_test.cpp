// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/fingerprint.h"
#include "output/format.h"
#include "output/sarif_location.h"
#include "output/sarif_rules.h"

namespace tmsweep::output {

namespace {

Finding finding(const std::string& rule, Risk risk, Span span) {
  Finding f;
  f.rule = rule;
  f.articles = {"10.1.2", "15.3"};
  f.risk = risk;
  f.span = span;
  f.matched = "法国";
  f.term = "法国";
  f.title = "外国国名";
  f.why = "“法国”是外国国名";
  f.fixes = {"去掉“法国”"};
  return f;
}

/// A name at 3:5 of a file, with one finding that counts, one of medium risk, and one that is accepted.
Report sample() {
  Report r;
  r.name = "我的法国";
  r.typed = U"我的法国";
  r.verdict = Risk::high;
  r.as_of = {2026, 11, 23};
  r.file = "a b/名:单.txt";
  r.line = 3;
  r.column = 5;
  r.forms.normalized = "我的法国";
  r.findings = {finding("foreign-state", Risk::high, {2, 2}), finding("place-name", Risk::medium, {0, 4})};
  r.accepted = {
      {finding("generic-term", Risk::low, {0, 1}), Accepted::By::suppression, "已核实", "2027-01-01"},
      {finding("idiom", Risk::low, {0, 1}), Accepted::By::baseline, "", ""}};
  r.coverage = {"只检查文字"};
  r.database = {"2026-11-20", 3, 10, 20, "0123456789abcdef"};
  return r;
}

std::string whole(std::string_view id, const std::vector<Report>& reports, Options o,
                  std::vector<std::string> faults = {}) {
  const Format& f = *named(id);
  std::string out;
  Totals totals;
  totals.faults = std::move(faults);
  f.begin(o, out);
  bool before = false;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    std::string text;
    f.report(reports[i], o, i, text);
    join(f, before ? Before::something : Before::nothing, text, out);
    before = before || !text.empty();
    count(reports[i], f.needs, totals);
  }
  f.end(totals, o, out);
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the longest ending names the format of a file") {
  struct Row {
    std::string_view path;
    std::string_view id;
  };
  const std::initializer_list<Row> rows{
      {"a.json", "json"},     {"a.sarif.json", "sarif"},
      {"a.SARIF", "sarif"},   {"x/a.jsonl", "jsonl"},
      {"a.ndjson", "jsonl"},  {"a.txt", "text"},
      {"a.xml", "junit"},     {"a.checkstyle.xml", "checkstyle"},
      {"a.csv", "csv"},       {"a.tsv", "tsv"},
      {"a.md", "markdown"},   {"a.markdown", "markdown"},
      {"a.html.txt", "text"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const Format* f = for_file(row.path);
    REQUIRE(f != nullptr);
    CHECK(std::string(f->id) == std::string(row.id));
  }
  for (const std::string_view path : {"a", "json", "a.pdf", "", "a.json/b"}) CHECK(for_file(path) == nullptr);
  CHECK(named("nothing") == nullptr);
}

TEST_CASE("every format shows a name that could not be checked as an error") {
  Report r;
  r.name = "x";
  r.error = "invalid UTF-8 at byte 1";
  for (const Format* f : all()) {
    CAPTURE(f->id);
    const std::string out = whole(f->id, {r}, {.several = true});
    CHECK(has(out, "invalid UTF-8 at byte 1"));
    CHECK_FALSE(has(out, "没有发现雷区"));
    CHECK_FALSE(has(out, "\"verdict\":\"none\""));
  }
}

TEST_CASE("JUnit: failures are what --fail-on makes fail, and every count is that of its suite") {
  const std::string high = whole("junit", {sample()}, {.fail_on = Risk::high});
  CHECK(has(high, "tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"2\""));
  CHECK(has(high, "<failure type=\"high\" message=\"外国国名\">"));
  CHECK(has(high, "<skipped message=\"已豁免：已核实\"/>"));
  CHECK(has(high, "<property name=\"coverage\" value=\"只检查文字\"/>"));
  CHECK(has(whole("junit", {sample()}, {.fail_on = Risk::medium}), "failures=\"2\""));
  CHECK(has(whole("junit", {sample()}, {.fail_on = Risk::none}), "failures=\"0\""));
  CHECK(has(whole("junit", {}, {}, {"--file: 'x' cannot be read"}), "errors=\"1\""));
}

TEST_CASE("checkstyle and GitHub say where in the line the mine lies") {
  const std::string style = whole("checkstyle", {sample()}, {});
  CHECK(has(style, "<file name=\"a b/名:单.txt\">"));
  CHECK(has(style, "<error line=\"3\" column=\"7\" severity=\"error\""));
  CHECK(has(style, "severity=\"ignore\" message=\"[已核实] "));
  CHECK(has(style, "<!-- 只检查文字 -->"));
  const std::string github = whole("github", {sample()}, {});
  CHECK(has(github,
            "::error file=a b/名%3A单.txt,line=3,col=7,endLine=3,endColumn=9,title=[高] foreign-state::"));
  CHECK(has(github, "::warning file="));
  CHECK_FALSE(has(github, "generic-term"));
  CHECK(has(github, "已豁免的发现 2 条"));
}

TEST_CASE("tables have a row a finding, and one for a name without") {
  Report none;
  none.name = "历蜀记";
  const std::string tsv = whole("tsv", {sample(), none}, {});
  CHECK(std::ranges::count(tsv, '\n') == 6);
  CHECK(has(tsv, "\t已核实 (2027-01-01)\t"));
  CHECK(has(tsv, "\tbaseline\t"));
  CHECK(whole("csv", {none}, {}).starts_with("\xEF\xBB\xBFname,id,file,line,"));
}

TEST_CASE("SARIF: results, suppressions, regions, and what could not be checked") {
  const std::vector<RuleInfo> rules{
      {.id = "foreign-state", .title = "外国国名", .meaning = "含义", .heaviest = Risk::high}};
  Report none;
  none.name = "历蜀记";
  Report broken;
  broken.name = "x";
  broken.error = "invalid";
  broken.file = "/tmp/n.txt";
  broken.line = 9;
  const auto log = nlohmann::json::parse(
      whole("sarif", {none, sample(), none, broken, sample()}, {.rules = rules}, {"a fault"}));
  const auto& run = log["runs"][0];
  REQUIRE(run["results"].size() == 8);
  const auto& first = run["results"][0];
  CHECK(first["ruleId"] == "foreign-state");
  CHECK(first["ruleIndex"] == 0);
  CHECK_FALSE(run["results"][1].contains("ruleIndex"));
  CHECK(first["level"] == "error");
  CHECK(run["results"][1]["level"] == "warning");
  CHECK(first["suppressions"].empty());
  CHECK(run["results"][2]["suppressions"][0]["justification"] == "已核实");
  CHECK(run["results"][3]["properties"]["acceptedBy"] == "baseline");
  const auto& place = first["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "a%20b/%E5%90%8D%3A%E5%8D%95.txt");
  CHECK(place["region"] == nlohmann::json{{"startLine", 3}, {"startColumn", 7}, {"endColumn", 9}});
  CHECK(first["partialFingerprints"]["tmsweepFinding/v1"] == fingerprint(sample(), sample().findings[0]));
  const auto& invocation = run["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  REQUIRE(invocation["toolExecutionNotifications"].size() == 2);
  CHECK(invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
                  ["uri"] == "file:///tmp/n.txt");
  CHECK(run["properties"]["totals"]["not_checked"] == 1);
  CHECK(run["properties"]["database"]["edition"] == "");  // of the first report
  CHECK(run["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == "error");
}

TEST_CASE("no text becomes a placeholder or a link of SARIF") {
  CHECK(sarif_message("{0} [a](http://x) [b]") == "{{0}} [a] (http://x) [b]");
#ifdef _WIN32
  CHECK(uri_of("a:\\b\\c d%") == "file:///a:/b/c%20d%25");
#else
  CHECK(uri_of("a:b/../c d%") == "a%3Ab/../c%20d%25");
#endif
  CHECK(uri_of("/x/y") == "file:///x/y");
}

}  // namespace tmsweep::output
