// SPDX-License-Identifier: Apache-2.0
#include "lexicon/hits.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/bundled.h"
#include "support/small_data.h"

namespace tmsweep::lexicon {

namespace {

using image::Section;
using image::TermRecord;

/// "term relation start+length" of every hit of the list `vulgar`, `!` where it is the whole name.
std::string hits(const std::string& name) {
  const image::Image& image = support::small_image();
  const auto rule = image.rule_number("vulgar");
  std::string out;
  for (const Hit& h : find_terms(image, support::mark_of(image, name))) {
    const auto& term = image.at<TermRecord>(Section::terms, h.term);
    if (term.rule != rule) continue;
    out += (out.empty() ? "" : "; ") + std::string(image.text(term.text));
    if (h.relation != Relation::none) out += " " + std::string(id_of(h.relation));
    out += " " + std::to_string(h.typed.start) + "+" + std::to_string(h.typed.length) + (h.whole ? "!" : "");
  }
  return out;
}

struct Row {
  std::string name;
  std::string expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(hits(row.name) == row.expected);
  }
}

}  // namespace

TEST_CASE("an exact term is the whole name") {
  check({{"甲乙", "甲乙 0+2!"}, {"甲-乙", "甲乙 0+3!"}, {"甲乙丙", ""}, {"丙甲乙", ""}});
}

TEST_CASE("a prefix begins the name, a suffix ends it") {
  check({{"丙丁", "丙丁 0+2!"}, {"丙丁甲", "丙丁 0+2"}, {"甲丙丁", ""}});
  check({{"戊己", "戊己 0+2!"}, {"甲戊己", "戊己 1+2"}, {"戊己甲", ""}});
}

TEST_CASE("a part is met anywhere, as often as it stands there") {
  check({{"甲庚辛壬乙", "庚辛壬 1+3"}, {"庚辛壬庚辛壬", "庚辛壬 0+3; 庚辛壬 3+3"}});
}

TEST_CASE("a word is not met across the border of other words") {
  check({{"口交", "口交 0+2!"}, {"甲口交乙", "口交 1+2"}, {"路口交通", ""}, {"口★交", "口交 0+3!"}});
}

TEST_CASE("Latin words are whole tokens") {
  check({{"china", "CHINA 0+5!"},
         {"C.H.I.N.A", "CHINA 0+9!"},
         {"LoveChina", "CHINA 4+5"},
         {"love china", "CHINA 5+5"},
         {"lovechina", ""},
         {"chinatown", ""}});
}

TEST_CASE("numerals are one word in every writing") {
  check({{"八一", "八一 0+2!"},
         {"81", "八一 numeral 0+2!"},
         {"捌一", "八一 numeral 0+2!"},
         {"⑧①", "八一 numeral 0+2!"}});
}

TEST_CASE("repeated characters are folded for longer terms") {
  check({{"庚庚辛壬", "庚辛壬 repetition 0+4!; 庚辛壬 1+3"},
         {"甲甲乙乙", "甲乙 repetition 0+4!"},
         {"甲丙丙丁", ""}});
}

TEST_CASE("digits in the place of letters are read as those") {
  check({{"CH1NA", "CHINA confusable 0+5!"}, {"Сhinа", "CHINA 0+5!"}});
}

TEST_CASE("pinyin of a term, whole or between whole syllables") {
  check({{"beihaidao", "北海道 pinyin 0+9!"},
         {"BEI HAI DAO", "北海道 pinyin 0+11!"},
         {"zhongbeihaidao", "北海道 pinyin 5+9"},
         {"xyzbeihaidao", ""}});
}

TEST_CASE("homophones are met where the row asks for them") {
  check({{"背孩到", "北海道 homophone 0+3!"},
         {"甲背海道", "北海道 homophone 1+3"},
         {"北海到", "北海道 homophone 0+3!"},
         {"钟山", "中山 homophone 0+2!"},
         {"宗山", "中山 near-homophone 0+2!"}});
}

TEST_CASE("of the readings of a character any counts, but an ordinary word is left alone") {
  check({{"背还到", "北海道 homophone 0+3!"}, {"北还道", "北海道 homophone 0+3!"}, {"还道", ""}});
}

TEST_CASE("one look-alike character counts where the row asks for it") {
  check({{"夫元", "天元 glyph 0+2!"}, {"天元", "天元 0+2!"}, {"甲夫元", "天元 glyph 1+2"}});
}

TEST_CASE("one letter more, less or other counts where the row asks for it") {
  check({{"chinar", "CHINA edit 0+6!"},
         {"chna", "CHINA edit 0+4!"},
         {"chino", "CHINA edit 0+5!"},
         {"chinas", ""},  // an ordinary word
         {"xhina", ""},   // the first letter is kept
         {"chinaxy", ""},
         {"chinar店", ""}});
}

TEST_CASE("goods fit a condition, contradict it, or leave it open") {
  GoodsSelection goods;
  CHECK(goods_fit(0, goods) == GoodsFit::applies);
  CHECK(class_bit(0) == 0);
  CHECK(class_bit(46) == 0);
  CHECK(class_bit(-600) == 0);
  CHECK(goods_fit(class_bit(29), goods) == GoodsFit::unknown);
  goods.classes = class_bit(29) | class_bit(30);
  CHECK(goods_fit(class_bit(29), goods) == GoodsFit::applies);
  CHECK(goods_fit(class_bit(43), goods) == GoodsFit::excluded);
}

TEST_CASE("a name without letters meets nothing") {
  check({{"★", ""}, {"😀", ""}});
}

}  // namespace tmsweep::lexicon
