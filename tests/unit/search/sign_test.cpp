// SPDX-License-Identifier: Apache-2.0
#include "search/sign.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/index_text.h"
#include "support/bundled.h"
#include "text/mark.h"

namespace tmsweep::search {

namespace {

constexpr std::array<std::string_view, 5> k_kinds{"whole", "distinctive", "kernel", "part", "word"};

Sign sign_of(std::string_view name) {
  return make_sign(support::bundled(), support::mark_of(name));
}

/// "distinctive:历蜀记 part:yaye", the whole name aside.
std::string views(std::string_view name) {
  const Sign s = sign_of(name);
  std::string out;
  for (const View& v : s.all_views().subspan(1)) {
    out += (out.empty() ? "" : " ") + std::string(k_kinds[static_cast<std::size_t>(v.kind)]) + ":" +
           support::utf8(s.of(v));
  }
  return out;
}

bool same(const Sign& a, const Sign& b) {
  if (a.text.view() != b.text.view() || a.starts != b.starts || a.han != b.han ||
      a.view_count != b.view_count)
    return false;
  for (std::size_t i = 0; i < a.view_count; ++i) {
    if (a.views[i].start != b.views[i].start || a.views[i].size != b.views[i].size ||
        a.views[i].kind != b.views[i].kind)
      return false;
  }
  return true;
}

std::vector<std::uint8_t> bytes_of(const Sign& s) {
  std::string out;
  put_sign(s, out);
  return {out.begin(), out.end()};
}

std::string random_name(std::mt19937& dice) {
  static const std::vector<std::string> pieces{
      "历", "蜀",   "记",    "火锅", "店", "老",   "牌",     "旗舰店", "𠀀", "〇", "々",
      "豈", "RED",  "panda", "The",  " ",  "-",    "7",      "365",    "é",  "Ω",  "が",
      "한", "公司", "北京",  "小",   "x",  "yaye", "coffee", "·",      "ß",  "ﬁ",  "㐀"};
  std::string out;
  for (auto n = 1 + dice() % 24; n > 0; --n) out += pieces[dice() % pieces.size()];
  return out;
}

}  // namespace

TEST_CASE("the parts of a name that are compared on their own") {
  struct Row {
    std::string_view name;
    std::string_view views;
  };
  for (const Row& row : std::vector<Row>{{"历蜀记火锅店", "distinctive:历蜀记 kernel:历蜀"},
                                         {"历蜀记", "kernel:历蜀"},
                                         {"老庆福", "kernel:庆福"},
                                         {"牛牌", "kernel:牛"},
                                         {"雅叶YAYE", "part:yaye part:雅叶"},
                                         {"RED PANDA", "word:red word:panda"},
                                         {"PANDA", ""},
                                         {"BARLOW'S", "distinctive:barlow"},
                                         {"MODEL S", "distinctive:model"},
                                         {"BARLOWS", ""},
                                         {"AB'S", ""},
                                         {"牛", ""},
                                         {"7", ""},
                                         // Never less than two Han characters or three letters.
                                         {"牛火锅", ""},
                                         {"AB店", ""},
                                         // What is weak as a whole stays whole.
                                         {"火锅店", "kernel:火锅"},
                                         {"成都火锅", "distinctive:成都"}}) {
    CAPTURE(row.name);
    CHECK(views(row.name) == row.views);
  }
}

TEST_CASE("views lie inside the name, are not repeated, and the first is the whole") {
  std::mt19937 dice(13);
  for (int i = 0; i < 5000; ++i) {
    const std::string name = random_name(dice);
    const Result<Mark> mark = text::make_mark(support::bundled(), name);
    if (!mark) continue;
    const Sign s = make_sign(support::bundled(), mark.value());
    CAPTURE(name);
    if (s.text.empty()) continue;
    REQUIRE(s.view_count >= 1);
    CHECK(s.views[0].kind == ViewKind::whole);
    CHECK(s.views[0].size == s.text.size());
    CHECK((s.starts & 1U) == 1U);
    CHECK(s.han == han_in(s.text.view()));
    for (std::size_t v = 0; v < s.view_count; ++v) {
      CHECK(s.views[v].size > 0);
      CHECK(s.views[v].start + s.views[v].size <= s.text.size());
      for (std::size_t w = 0; w < v; ++w)
        CHECK((s.views[v].start != s.views[w].start || s.views[v].size != s.views[w].size));
    }
  }
}

TEST_CASE("a name read from an index is the name that was put into it") {
  std::mt19937 dice(17);
  int compared = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string name = random_name(dice);
    const Result<Mark> mark = text::make_mark(support::bundled(), name);
    if (!mark || mark.value().core.text.empty()) continue;
    const Form& core = mark.value().core;
    const Sign s = make_sign(support::bundled(), std::u32string_view(core.text).substr(0, kept(core.text)),
                             mark.value().token_edges);
    std::vector<std::uint8_t> bytes = bytes_of(s);
    const std::size_t size = bytes.size();
    bytes.insert(bytes.end(), {0xFF, 0x41, 0x00});  // what follows does not matter
    std::size_t used = 0;
    const Sign read = read_sign(bytes, used);
    ++compared;
    if (used == size && sign_size(bytes) == size && same(read, s)) continue;
    CAPTURE(name);
    CHECK(used == size);
    CHECK(support::utf8(read.text.view()) == support::utf8(s.text.view()));
    CHECK(read.starts == s.starts);
    CHECK(same(read, s));
  }
  CHECK(compared > 10'000);
}

TEST_CASE("long names are kept by their beginning") {
  for (const std::string_view one : {"龘", "a", "𠀀", "Ω"}) {
    std::u32string core;
    std::vector<std::uint8_t> edges(300, k_token_start);
    while (core.size() < 300) core += support::mark_of(one).core.text;
    const std::size_t n = kept(core);
    CAPTURE(one);
    CHECK(n > 0);
    CHECK(n <= k_most_compared);
    const Sign s = make_sign(support::bundled(), std::u32string_view(core).substr(0, n), edges);
    const std::vector<std::uint8_t> bytes = bytes_of(s);
    std::size_t used = 0;
    CHECK(same(read_sign(bytes, used), s));
    CHECK(used == bytes.size());
  }
}

TEST_CASE("any bytes are read without harm") {
  std::mt19937 dice(19);
  for (int i = 0; i < 50'000; ++i) {
    std::vector<std::uint8_t> bytes(dice() % 40);
    for (std::uint8_t& b : bytes) b = static_cast<std::uint8_t>(dice());
    std::size_t used = 0;
    const Sign s = read_sign(bytes, used);
    CHECK(used <= bytes.size());
    CHECK(s.view_count <= s.views.size());
    for (const View& v : s.all_views()) CHECK(v.start + v.size <= s.text.size());
    for (const char32_t c : s.text.view()) CHECK(c <= 0x10FFFF);
  }
  // Cut off anywhere, a name is not read.
  const std::vector<std::uint8_t> whole = bytes_of(sign_of("历蜀记火锅店"));
  for (std::size_t n = 0; n < whole.size(); ++n) CHECK(sign_size(std::span(whole).first(n)) == 0);
}

TEST_CASE("what is weak and what is a word") {
  const image::Image& image = support::bundled();
  for (const std::u32string_view weak : {U"火锅", U"火锅店", U"有限公司", U"成都火锅"})
    CHECK(is_weak(image, weak));
  for (const std::u32string_view strong : {U"历蜀记", U"耐克", U"panda", U"yaye"}) {
    CAPTURE(support::utf8(strong));
    CHECK_FALSE(is_weak(image, strong));
  }
  for (const std::u32string_view word : {U"熊猫", U"house", U"神州"}) CHECK(is_word(image, word));
  for (const std::u32string_view other : {U"历蜀记", U"yaye", U""}) CHECK_FALSE(is_word(image, other));
}

}  // namespace tmsweep::search
