// SPDX-License-Identifier: Apache-2.0
// Walks tests/rules/*.tsv: does each rule fire where it should, and stay silent where it should?
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "import/names.h"
#include "support/bundled.h"
#include "support/paths.h"
#include "support/temporary.h"

namespace tmsweep {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_columns = 5;  // name goods class expect note

struct Case {
  std::string name;
  std::string goods;
  std::string classes;
  std::string expect;
};

Case case_of(const support::TableLine& line) {
  return {line.fields[0], line.fields[1], line.fields[2], line.fields[3]};
}

bool is_expectation(const std::string& s) {
  static const std::vector<std::string> known{"high", "medium", "low", "hit", "-"};
  return std::ranges::find(known, s) != known.end();
}

/// What the rule said of the name: a risk, `also` (named under a stronger finding), `-` (silent), or why the
/// name could not be checked.
std::string outcome(const std::string& rule, const Case& c) {
  const Result<std::vector<int>> classes = import::parse_class_list(c.classes);
  if (!classes) return classes.error().message.en;
  const std::vector<std::string> goods =
      c.goods.empty() ? std::vector<std::string>{} : std::vector<std::string>{c.goods};
  const Result<Report> report = support::checker().check({c.name, goods, classes.value(), 0});
  if (!report) return report.error().message.en;
  Risk worst = Risk::none;
  bool also = false;
  for (const Finding& f : report.value().findings) {
    if (f.rule == rule) worst = std::max(worst, f.risk);
    also = also || std::ranges::find(f.also, rule, &OtherBasis::rule) != f.also.end();
  }
  if (worst != Risk::none) return std::string(id_of(worst));
  return also ? "also" : "-";
}

bool agrees(const std::string& expect, const std::string& got) {
  if (expect == "-" || got == "-") return expect == got;
  if (expect == "hit" || got == "also")
    return got == "also" || got == "high" || got == "medium" || got == "low";
  return expect == got;
}

std::vector<fs::path> tables() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(support::test_dir() / "rules")) {
    if (entry.path().extension() == ".tsv") out.push_back(entry.path());
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace

TEST_CASE("every row of every rule table is judged as expected") {
  for (const fs::path& file : tables()) {
    const std::string rule = file.stem().string();
    const std::string path = file.string();
    if (rule == "earlier-mark") continue;  // depends on the user's list, see unit/engine/check_test.cpp
    for (const support::TableLine& line : support::read_table(file)) {
      const std::string at = "tests/rules/" + file.filename().string() + ":" + std::to_string(line.number);
      if (line.fields.size() != k_columns || !is_expectation(line.fields[3])) {
        ADD_FAIL_CHECK_AT(path.c_str(), static_cast<int>(line.number), at << " is not a row of a rule table");
        continue;
      }
      const Case c = case_of(line);
      const std::string got = outcome(rule, c);
      if (agrees(c.expect, got)) continue;
      ADD_FAIL_CHECK_AT(path.c_str(), static_cast<int>(line.number),
                        at << " " << c.name << " [" << c.goods << "] [" << c.classes << "] expected "
                           << c.expect << " got " << got);
    }
  }
}

TEST_CASE("every rule table has names to catch and names to leave alone") {
  for (const fs::path& file : tables()) {
    if (file.stem() == "earlier-mark") continue;
    const auto lines = support::read_table(file);
    const auto silent = std::ranges::count_if(lines, [](const support::TableLine& l) {
      return l.fields.size() == k_columns && l.fields[3] == "-";
    });
    CAPTURE(file.filename().string());
    CHECK(silent > 0);
    CHECK(silent < std::ssize(lines));
  }
}

TEST_CASE("every rule has a table, and every table a rule") {
  std::vector<std::string> with_table;
  for (const fs::path& file : tables()) with_table.push_back(file.stem().string());
  std::vector<std::string> with_code{"earlier-mark"};
  for (const rules::Rule* r : rules::all()) with_code.emplace_back(r->id);
  std::ranges::sort(with_code);
  with_code.erase(std::unique(with_code.begin(), with_code.end()), with_code.end());
  for (const std::string& id : with_code) {
    CAPTURE(id);
    CHECK(std::ranges::binary_search(with_table, id));
  }
  for (const std::string& id : with_table) {
    CAPTURE(id);
    CHECK(std::ranges::binary_search(with_code, id));
  }
}

}  // namespace tmsweep
