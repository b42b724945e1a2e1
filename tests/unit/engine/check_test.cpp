// SPDX-License-Identifier: Apache-2.0
#include "engine/check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "store/bundle.h"
#include "support/bundled.h"
#include "support/marks.h"

namespace tmsweep::engine {

namespace {

using support::bundled;
using support::finding_of;
using support::report_of;

Report checked(const Settings& settings, const Query& query) {
  return Checker(bundled(), settings).check(query).value();
}

Settings on_day(Date day, Lang lang = Lang::zh) {
  return {.lang = lang, .as_of = day};
}

/// Whether a line of the coverage holds `words`.
bool says(const Report& r, std::string_view words) {
  return std::ranges::any_of(r.coverage,
                             [&](const std::string& c) { return c.find(words) != std::string::npos; });
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
  CHECK(says(report_of("历蜀记"), "--goods"));
  CHECK_FALSE(says(report_of("历蜀记", {}, {43}), "--goods"));
  CHECK(says(report_of("历蜀记", {"龘龘龘"}), "龘龘龘"));
  CHECK(says(report_of("历蜀记"), "没有检索内置的品牌名录"));
}

TEST_CASE("English reports are English") {
  const Report r = checked(on_day(support::k_day, Lang::en), {"美国", {}, {}, 0});
  REQUIRE(finding_of(r, "foreign-state") != nullptr);
  const std::string& title = finding_of(r, "foreign-state")->title;
  CHECK(std::ranges::all_of(title, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST_CASE("an earlier mark of the same form is an earlier right") {
  const support::MarkList marks({support::earlier("歷蜀記", {43})});
  Settings settings = on_day(support::k_day, Lang::zh);
  settings.earlier = marks.settings();
  const Report same = checked(settings, {"历蜀记", {}, {43}, 0});
  const Finding* f = finding_of(same, "earlier-mark");
  REQUIRE(f != nullptr);
  CHECK(f->risk == Risk::high);
  CHECK(std::string(id_of(f->effect)) == "earlier-right");
  CHECK(f->ground == Ground::relative);
  CHECK(f->relation == Relation::script);
  CHECK(f->articles[0] == "30");
  CHECK(f->articles[1] == "20");
  REQUIRE(f->earlier_mark.has_value());
  CHECK(f->earlier_mark->name == "歷蜀記");
  CHECK(f->alignment.size() == 3);
  CHECK(same.database.marks == 1);
  CHECK(finding_of(checked(settings, {"历蜀记", {}, {7}, 0}), "earlier-mark") == nullptr);
  settings.earlier.other_classes = OtherClasses::as_notes;
  const Report other = checked(settings, {"历蜀记", {}, {7}, 0});
  REQUIRE(finding_of(other, "earlier-mark") != nullptr);
  CHECK(finding_of(other, "earlier-mark")->risk == Risk::low);
}

TEST_CASE("relations reach the report with their risk") {
  struct Row {
    std::string name;
    std::string earlier;
    Relation relation;
    Risk risk;
  };
  const std::vector<Row> rows{{"歷蜀記", "歷蜀記", Relation::identical, Risk::high},
                              {"历蜀记火锅", "歷蜀記", Relation::affix, Risk::high},
                              {"厉蜀记", "歷蜀記", Relation::homophone, Risk::high},
                              {"厉蜀记火锅", "歷蜀記", Relation::homophone, Risk::high},
                              {"新历蜀记火锅", "历蜀记", Relation::affix, Risk::high},
                              {"hey tea", "HEYTEA", Relation::identical, Risk::high},
                              {"lishuji", "历蜀记", Relation::pinyin, Risk::medium}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const support::MarkList marks({support::earlier(row.earlier, {43})});
    Settings settings = on_day(support::k_day, Lang::zh);
    settings.earlier = marks.settings();
    const Report report = checked(settings, {row.name, {}, {43}, 0});
    const Finding* f = finding_of(report, "earlier-mark");
    REQUIRE(f != nullptr);
    CHECK(id_of(f->relation) == id_of(row.relation));
    CHECK(id_of(f->risk) == id_of(row.risk));
  }
}

TEST_CASE("names that share weak words only stand in no relation") {
  const support::MarkList marks({support::earlier("张火锅", {43}), support::earlier("历蜀记火锅", {43}),
                                 support::earlier("HEYTEA", {43})});
  Settings settings = on_day(support::k_day, Lang::zh);
  settings.earlier = marks.settings();
  for (const std::string name : {"李火锅", "火锅", "张家火锅", "王家火锅城", "tea"}) {
    CAPTURE(name);
    CHECK(finding_of(checked(settings, {name, {"火锅店"}, {}, 0}), "earlier-mark") == nullptr);
  }
}

TEST_CASE("fame, standing and goods of the earlier mark weigh") {
  const auto risk = [](const EarlierMark& mark, const std::string& name, int nice_class) {
    const support::MarkList marks({mark});
    Settings settings = on_day(support::k_day, Lang::zh);
    settings.earlier = marks.settings();
    const Report report = checked(settings, {name, {}, {nice_class}, 0});
    const Finding* f = finding_of(report, "earlier-mark");
    return f == nullptr ? Risk::none : f->risk;
  };
  CHECK(risk(support::earlier("海底捞", {43}), "海底捞", 43) == Risk::high);
  CHECK(risk(support::earlier("海底捞", {43}, Fame::listed), "海底捞", 43) == Risk::medium);
  CHECK(risk(support::earlier("海底捞", {43}), "海底捞", 12) == Risk::none);
  CHECK(risk(support::earlier("海底捞", {43}, Fame::well_known), "海底捞", 12) == Risk::medium);
  EarlierMark dead = support::earlier("海底捞", {43});
  dead.standing = Standing::dead;
  CHECK(risk(dead, "海底捞", 43) == Risk::low);
  EarlierMark pending = support::earlier("海底捞", {43});
  pending.standing = Standing::pending;
  CHECK(risk(pending, "海底捞", 43) == Risk::high);
  CHECK(risk(support::earlier("HOUSE", {25}), "HORSE", 25) == Risk::low);
}

TEST_CASE("one brand is reported once, and a known mark lives beside other known marks") {
  const support::MarkList marks(
      {support::earlier("耐克", {25}, Fame::known), support::earlier("NIKE", {25}, Fame::known),
       support::earlier("NICE", {25}, Fame::known)},
      Origin::bundle);
  Settings settings = on_day(support::k_day, Lang::zh);
  settings.earlier = marks.settings();
  const auto count = [&](const char* name) {
    const Report r = checked(settings, {name, {}, {25}, 0});
    return std::ranges::count(r.findings, "earlier-mark", &Finding::rule);
  };
  CHECK(count("NIKE") == 1);
  CHECK(count("耐克") == 1);
}

TEST_CASE("no more earlier marks are reported than asked for, and the report says so") {
  std::vector<EarlierMark> many;
  for (char c = 'a'; c <= 'z'; ++c) many.push_back(support::earlier(std::string("历蜀记") + c, {43}));
  const support::MarkList marks(many);
  Settings settings = on_day(support::k_day, Lang::zh);
  settings.earlier = marks.settings();
  settings.earlier.most = 5;
  const Report r = checked(settings, {"历蜀记", {}, {43}, 0});
  CHECK(std::ranges::count(r.findings, "earlier-mark", &Finding::rule) == 5);
  CHECK(says(r, "没有列出"));
}

TEST_CASE("what cannot be read is refused, and can be reported as such") {
  const Checker& checker = support::checker();
  CHECK_FALSE(checker.check({"", {}, {}, 0}).ok());
  CHECK_FALSE(checker.check({"\xFF", {}, {}, 0}).ok());
  CHECK_FALSE(checker.check({"历蜀记", {"\xFF"}, {}, 0}).ok());
  CHECK_FALSE(checker.check({"历蜀记", {}, {46}, 0}).ok());
  const Report r = checker.failed({"x", {}, {}, 7}, {{"坏了", "bad"}, {"修好", "mend it"}, {}});
  CHECK(r.error == "坏了；修好");
  CHECK(r.line == 7);
  CHECK(r.findings.empty());
}

TEST_CASE("no reason says the same word twice") {
  const auto why = [](const char* name, Lang lang) {
    const Report r = checked(on_day(support::k_day, lang), {name, {}, {}, 0});
    for (const Finding& f : r.findings) {
      if (f.rule == "foreign-state") return f.why;
    }
    return std::string();
  };
  CHECK(why("法国红", Lang::zh).starts_with("“法国”是外国国家名称，"));
  CHECK(why("法國紅", Lang::zh).starts_with("“法國”是外国国家名称（法国），"));
  CHECK(why("花旗国", Lang::zh).find("（美国）") != std::string::npos);
  CHECK(why("法国红", Lang::en).starts_with("\"法国\" is the name of a foreign State (France)"));
}

TEST_CASE("the trace is kept when asked for") {
  CHECK(report_of("Ⓕ").trace.empty());
  Settings settings = on_day(support::k_day, Lang::zh);
  settings.trace = text::Trace::on;
  CHECK_FALSE(checked(settings, {"Ⓕ", {}, {}, 0}).trace.empty());
}

namespace {

/// The records of a section, to be changed; `bytes` are those of `image`.
template <class Record>
std::span<Record> records(const image::Image& image, image::Section section, std::vector<std::byte>& bytes) {
  const std::span<const Record> all = image.all<Record>(section);
  const auto at = static_cast<std::size_t>(reinterpret_cast<const std::byte*>(all.data()) - bytes.data());
  return {reinterpret_cast<Record*>(bytes.data() + at), all.size()};
}

}  // namespace

TEST_CASE("data that name a relation, a risk or an effect that there is not are checked to the end") {
  std::vector<std::byte> bytes(store::bundled_image().begin(), store::bundled_image().end());
  const image::Image image(bytes);
  for (auto& key : records<image::TermKey>(image, image::Section::term_keys, bytes)) key.relation = 0x52;
  for (auto& term : records<image::TermRecord>(image, image::Section::terms, bytes)) term.risk = 0xFF;
  for (auto& basis : records<image::BasisRecord>(image, image::Section::bases, bytes)) basis.effect = 0xFF;
  const Checker checker(image, on_day(support::k_day));
  for (const char* name : {"中国", "CHINAR", "随心所浴", "王府井国酒"}) {
    const Report report = checker.check({name, {"火锅店"}, {}, 0}).value();
    for (const Finding& f : report.findings) {
      CHECK(f.risk <= Risk::high);
      CHECK(f.relation <= Relation::edit);
      CHECK(f.effect <= Effect::use_risk);
    }
  }
}

}  // namespace tmsweep::engine
