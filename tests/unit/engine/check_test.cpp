// SPDX-License-Identifier: Apache-2.0
#include "engine/check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/bundled.h"

namespace tmsweep::engine {

namespace {

using support::bundled;
using support::finding_of;
using support::report_of;

Report checked(const Settings& settings, const Query& query) {
  return Checker(bundled(), settings).check(query).value();
}

Settings on_day(Date day, Lang lang = Lang::zh) {
  return {lang, day, text::Trace::off, nullptr};
}

}  // namespace

TEST_CASE("the day selects the edition") {
  const Query query{"美国", {}, {}, 0};
  const Report before = checked(on_day({2026, 12, 31}), query);
  const Report after = checked(on_day({2027, 1, 1}), query);
  CHECK(before.edition == Edition::law2019);
  CHECK(after.edition == Edition::law2026);
  REQUIRE(finding_of(before, "foreign-state") != nullptr);
  REQUIRE(finding_of(after, "foreign-state") != nullptr);
  const std::array<std::string, 2> articles{"10.1.2", "15.3"};
  CHECK(finding_of(before, "foreign-state")->articles == articles);
  CHECK(finding_of(after, "foreign-state")->articles == articles);
  CHECK(after.changes.empty());
  CHECK(before.provisions.size() >= 2);
}

TEST_CASE("the verdict is the heaviest finding") {
  struct Row {
    std::string name;
    std::vector<int> classes;
    Risk verdict;
  };
  for (const Row& row : std::vector<Row>{{"美国", {25}, Risk::high}, {"历蜀记", {43}, Risk::none}}) {
    const Report r = report_of(row.name, {}, row.classes);
    CAPTURE(row.name);
    CHECK(std::string(id_of(r.verdict)) == std::string(id_of(row.verdict)));
  }
  for (const std::string name : {"美国", "历蜀记", "北京烤鸭", "AB", "中\u200B国红"}) {
    const Report r = report_of(name);
    Risk worst = Risk::none;
    for (const Finding& f : r.findings) worst = std::max(worst, f.risk);
    CHECK(r.verdict == worst);
    CHECK(std::ranges::is_sorted(r.findings, std::ranges::greater{}, &Finding::risk));
  }
}

TEST_CASE("a finding carries what a reader needs, inside what was typed") {
  for (const std::string name :
       {"美-国", "老中\u200B国", "C.H.I.N.A", "五★红旗", "上海滩火锅店", "G00GLE第一"}) {
    const Report r = report_of(name);
    CAPTURE(name);
    for (const Finding& f : r.findings) {
      CAPTURE(f.rule);
      CHECK(f.span.end() <= r.typed.size());
      CHECK(f.span.length > 0);
      CHECK(f.matched == support::utf8(std::u32string_view(r.typed).substr(f.span.start, f.span.length)));
      CHECK_FALSE(f.title.empty());
      CHECK_FALSE(f.why.empty());
      CHECK_FALSE(f.exceptions.empty());
      CHECK_FALSE(f.fixes.empty());
      CHECK_FALSE(f.articles[0].empty());
      CHECK(f.why.find('{') == std::string::npos);
      CHECK(f.cases.size() <= 3);
    }
  }
}

TEST_CASE("the forms of the report") {
  const Report r = report_of("历蜀记火鍋店", {"火锅店"});
  CHECK(r.forms.normalized == "历蜀记火鍋店");
  CHECK(r.forms.simplified == "历蜀记火锅店");
  CHECK(r.forms.pinyin == "li shu ji huo guo dian");
  CHECK(r.forms.skeleton == "历蜀记火锅店");
  CHECK(r.forms.distinctive == "历蜀");
}

TEST_CASE("coverage says what was not checked") {
  const auto says = [](const Report& r, const std::string& text) {
    return std::ranges::any_of(r.coverage,
                               [&](const std::string& s) { return s.find(text) != std::string::npos; });
  };
  CHECK(says(report_of("历蜀记"), "--goods"));
  CHECK_FALSE(says(report_of("历蜀记", {}, {43}), "--goods"));
  CHECK(says(report_of("历蜀记", {"龘龘龘"}), "龘龘龘"));
  CHECK(says(report_of("历蜀记"), "没有检索在先商标"));
}

TEST_CASE("English reports are English") {
  const Report r = checked(on_day(support::k_day, Lang::en), {"美国", {}, {}, 0});
  REQUIRE(finding_of(r, "foreign-state") != nullptr);
  const std::string& title = finding_of(r, "foreign-state")->title;
  CHECK(std::ranges::all_of(title, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST_CASE("an earlier mark of the same form is an earlier right") {
  search::MarkRegister marks(bundled());
  marks.add({"歷蜀記", {43}, "", "", "", "--marks"});
  const Settings settings{Lang::zh, support::k_day, text::Trace::off, &marks};
  const Report same = checked(settings, {"历蜀记", {}, {43}, 0});
  const Finding* f = finding_of(same, "earlier-mark");
  REQUIRE(f != nullptr);
  CHECK(f->risk == Risk::high);
  CHECK(std::string(id_of(f->effect)) == "earlier-right");
  CHECK(f->ground == Ground::relative);
  CHECK(f->relation == Relation::script);
  REQUIRE(f->earlier_mark.has_value());
  CHECK(f->earlier_mark->name == "歷蜀記");
  CHECK(same.database.marks == 1);
  const Report other = checked(settings, {"历蜀记", {}, {7}, 0});
  REQUIRE(finding_of(other, "earlier-mark") != nullptr);
  CHECK(finding_of(other, "earlier-mark")->risk == Risk::low);
  CHECK(finding_of(checked(settings, {"歷蜀記", {}, {}, 0}), "earlier-mark")->relation ==
        Relation::identical);
  const Report longer = checked(settings, {"历蜀记火锅", {}, {43}, 0});
  REQUIRE(finding_of(longer, "earlier-mark") != nullptr);
  CHECK(finding_of(longer, "earlier-mark")->relation == Relation::affix);
  CHECK(finding_of(longer, "earlier-mark")->risk == Risk::high);
  CHECK(finding_of(checked(settings, {"厉蜀记", {}, {43}, 0}), "earlier-mark")->relation ==
        Relation::homophone);
  CHECK(finding_of(checked(settings, {"张家火锅", {}, {43}, 0}), "earlier-mark") == nullptr);
}

TEST_CASE("names that share weak words only stand in no relation") {
  search::MarkRegister marks(bundled());
  for (const char* name : {"张火锅", "历蜀记火锅", "HEYTEA"}) marks.add({name, {43}, "", "", "", "--marks"});
  const Settings settings{Lang::zh, support::k_day, text::Trace::off, &marks};
  CHECK(finding_of(checked(settings, {"李火锅", {"火锅店"}, {}, 0}), "earlier-mark") == nullptr);
  const Report generic = checked(settings, {"火锅", {"火锅店"}, {}, 0});
  REQUIRE(finding_of(generic, "earlier-mark") != nullptr);
  CHECK(finding_of(generic, "earlier-mark")->risk == Risk::low);
  const Report whole = checked(settings, {"新历蜀记火锅", {"火锅店"}, {}, 0});
  REQUIRE(finding_of(whole, "earlier-mark") != nullptr);
  CHECK(finding_of(whole, "earlier-mark")->matched == "新历蜀记火锅");
  CHECK(finding_of(checked(settings, {"hey tea", {}, {43}, 0}), "earlier-mark")->relation ==
        Relation::identical);
}

TEST_CASE("what cannot be read is refused, and can be reported as such") {
  const Checker& checker = support::checker();
  CHECK_FALSE(checker.check({"", {}, {}, 0}).ok());
  CHECK_FALSE(checker.check({"\xFF", {}, {}, 0}).ok());
  CHECK_FALSE(checker.check({"历蜀记", {"\xFF"}, {}, 0}).ok());
  CHECK_FALSE(checker.check({"历蜀记", {}, {46}, 0}).ok());
  const Report r = checker.failed({"x", {}, {}, 7}, {"bad", "mend it", {}});
  CHECK(r.error == "bad; mend it");
  CHECK(r.line == 7);
  CHECK(r.findings.empty());
}

TEST_CASE("the trace is kept when asked for") {
  CHECK(report_of("Ⓕ").trace.empty());
  const Settings settings{Lang::zh, support::k_day, text::Trace::on, nullptr};
  CHECK_FALSE(checked(settings, {"Ⓕ", {}, {}, 0}).trace.empty());
}

}  // namespace tmsweep::engine
