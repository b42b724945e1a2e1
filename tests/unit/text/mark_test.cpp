// SPDX-License-Identifier: Apache-2.0
#include "text/mark.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/bundled.h"

namespace tmsweep::text {

namespace {

using support::bundled;
using support::mark_of;
using support::typed;
using support::utf8;

struct Forms {
  std::string typed;
  std::string normalized;
  std::string core;
  std::string numerals;
  std::string collapsed;
  std::string skeleton;
};

std::string repeated(const std::string& s, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += s;
  return out;
}

}  // namespace

TEST_CASE("the forms of a name") {
  const std::vector<Forms> all{
      // typed, normalized, core, numerals, collapsed, skeleton (empty: equal to core)
      {"历蜀记", "历蜀记", "历蜀记", "", "", ""},
      {"Ⓕ", "f", "f", "", "", ""},
      {"⑧", "8", "8", "", "", ""},
      {"捌", "捌", "捌", "8", "", ""},
      {"八一", "八一", "八一", "81", "", ""},
      {"五★红旗", "五★红旗", "五红旗", "5红旗", "", ""},
      {"丰-田", "丰-田", "丰田", "", "", ""},
      {"C.H.I.N.A", "c.h.i.n.a", "china", "", "", ""},
      {"懷仁堂", "懷仁堂", "怀仁堂", "", "", ""},
      {"黒猫", "黒猫", "黑猫", "", "", ""},
      {"ＣＨＩＮＡ８", "china8", "china8", "", "", "chinab"},
      {"中\u200B国", "中国", "中国", "", "", ""},
      {"中\u202E国", "中国", "中国", "", "", ""},
      {"中\u2060\uFEFF国", "中国", "中国", "", "", ""},
      {"cafe\u0301", "café", "cafe", "", "", ""},
      {"caf\u00E9", "café", "cafe", "", "", ""},
      {"ﾊﾞ", "バ", "バ", "", "", ""},
      {"СНINА", "снinа", "china", "", "", ""},
      {"ΝΙΚΕ", "νικε", "nike", "", "", ""},
      {"爸爸", "爸爸", "爸爸", "", "爸", ""},
      {"中中国国", "中中国国", "中中国国", "", "中国", ""},
      {"G00GLE", "g00gle", "g00gle", "", "g0gle", "google"},
      {"ß", "ss", "ss", "", "s", ""},
      {"ﬁx", "fix", "fix", "", "", ""},
      {"①②③", "123", "123", "", "", ""},
  };
  for (const Forms& f : all) {
    CAPTURE(f.typed);
    const Mark m = mark_of(f.typed);
    CHECK(m.name == f.typed);
    CHECK(utf8(m.typed) == f.typed);
    CHECK(utf8(m.normalized.text) == f.normalized);
    CHECK(utf8(m.core.text) == f.core);
    CHECK(utf8(m.numerals.text) == f.numerals);
    CHECK(utf8(m.collapsed.text) == f.collapsed);
    CHECK(utf8(m.skeleton.text) == f.skeleton);
  }
}

TEST_CASE("a part of a form leads back to what was typed") {
  struct Row {
    std::string typed;
    Span part;  // of the core
    std::string expected;
  };
  const std::vector<Row> all{{"五★红旗", {0, 3}, "五★红旗"},
                             {"五★红旗", {1, 2}, "红旗"},
                             {"丰-田汽车", {0, 2}, "丰-田"},
                             {"x中\u200B国y", {1, 2}, "中\u200B国"},
                             {"C.H.I.N.A", {0, 5}, "C.H.I.N.A"},
                             {"cafe\u0301bar", {3, 1}, "e\u0301"},
                             {"㍿甲", {0, 4}, "㍿"},
                             {"㍿甲", {4, 1}, "甲"}};
  for (const Row& row : all) {
    CAPTURE(row.typed);
    const Mark m = mark_of(row.typed);
    CHECK(typed(m, m.core.typed(row.part)) == row.expected);
  }
  CHECK(mark_of("中国").core.typed({0, 3}) == Span{});
  CHECK(mark_of("中国").core.typed({1, 0}) == Span{});
}

TEST_CASE("what is peculiar about the typing is noted where it stands") {
  CHECK(mark_of("中\u200B国").oddities.invisible == std::vector<Span>{{1, 1}});
  CHECK(mark_of("\u202Eabc").oddities.bidi == std::vector<Span>{{0, 1}});
  CHECK(mark_of("a\tb").oddities.control == std::vector<Span>{{1, 1}});
  CHECK(mark_of("甲\uE000").oddities.private_use == std::vector<Span>{{1, 1}});
  CHECK(mark_of("Nikе").oddities.confusable == std::vector<Span>{{3, 1}});
  CHECK(mark_of("黒猫").oddities.japanese == std::vector<Span>{{0, 1}});
  CHECK(mark_of("甲龘").oddities.rare_han == std::vector<Span>{{1, 1}});
  const MarkOddities plain = mark_of("历蜀记 HEYTEA 1980").oddities;
  CHECK(plain.invisible.empty());
  CHECK(plain.confusable.empty());
  CHECK(plain.rare_han.empty());
}

TEST_CASE("names of signs only are read, with nothing in their core") {
  for (const std::string name : {"😀", "★★★", "!?", "👨‍👩‍👧"}) {
    CAPTURE(name);
    const Mark m = mark_of(name);
    CHECK(m.core.text.empty());
    CHECK(m.words.empty());
    CHECK(m.pinyin.empty());
    CHECK(m.whole() == Span{});
  }
}

TEST_CASE("what is no name is refused with a hint") {
  for (const std::string name : {"", " ", "  \t ", "\u3000", "\u200B", "\u200B\u200B", "\xFF", "a\xC3"}) {
    CAPTURE(name);
    const auto m = make_mark(bundled(), name);
    REQUIRE_FALSE(m.ok());
    CHECK_FALSE(m.error().message.empty());
    CHECK_FALSE(m.error().hint.empty());
  }
}

TEST_CASE("a name has at most 256 code points") {
  CHECK(make_mark(bundled(), repeated("山", k_longest_name)).ok());
  CHECK(make_mark(bundled(), repeated("😀", k_longest_name)).ok());
  const auto longer = make_mark(bundled(), repeated("山", k_longest_name + 1));
  REQUIRE_FALSE(longer.ok());
  CHECK(longer.error().message.en.find("257") != std::string::npos);
  CHECK(longer.error().line().zh == "名称有 257 个字符，最多检查 256 个；只检查品牌名称，不要整段文字");
  // One typed character may fold to eighteen letters.
  CHECK(make_mark(bundled(), repeated("ﷺ", k_longest_name)).ok());
}

TEST_CASE("tokens begin at separators, changes of script and capitals") {
  const auto starts = [](const std::string& name) {
    std::string out;
    for (const std::uint8_t e : mark_of(name).token_edges) out += (e & k_token_start) != 0 ? '|' : '.';
    return out;
  };
  CHECK(starts("LoveChina") == "|...|....");
  CHECK(starts("love china") == "|...|....");
  CHECK(starts("CHINA") == "|....");
  CHECK(starts("a1") == "||");
  CHECK(starts("中国") == "||");
}

TEST_CASE("the trace names each step that changed something") {
  const auto steps = [](const std::string& name, Trace trace) {
    std::string out;
    const Mark mark = make_mark(bundled(), name, trace).value();
    for (const TraceStep& t : mark.trace) out += t.step + " ";
    return out;
  };
  CHECK(steps("ＡＢ", Trace::off).empty());
  CHECK(steps("Ⓕ-捌捌", Trace::on) == "nfkc-casefold letters-and-han numerals repeated words pinyin ");
  CHECK(steps("g0", Trace::on).find("imitated-letters") != std::string::npos);
  CHECK(steps("山", Trace::on) == "words pinyin ");
}

TEST_CASE("pinyin follows words and keeps letters") {
  CHECK(mark_of("重庆").pinyin == "chong qing");
  CHECK(mark_of("历蜀记").pinyin == "li shu ji");
  CHECK(mark_of("喜茶HEYTEA").pinyin == "xi cha heytea");
}

TEST_CASE("a key is the core form of a term") {
  CHECK(utf8(key_of(bundled(), "C.H.I.N.A")) == "china");
  CHECK(utf8(key_of(bundled(), "懷仁堂")) == "怀仁堂");
  CHECK(key_of(bundled(), "★").empty());
  CHECK(key_of(bundled(), "\xFF").empty());
  CHECK(utf8(numeral_key(bundled(), U"八月捌")) == "8月8");
}

}  // namespace tmsweep::text
