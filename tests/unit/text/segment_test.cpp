// SPDX-License-Identifier: Apache-2.0
#include "text/segment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "support/bundled.h"

namespace tmsweep::text {

namespace {

using support::bundled;
using support::mark_of;
using support::utf8;

std::string words(const std::string& name) {
  const Mark m = mark_of(name);
  std::string out;
  for (const Word& w : m.words) {
    out +=
        (out.empty() ? "" : " ") + utf8(std::u32string_view(m.core.text).substr(w.part.start, w.part.length));
  }
  return out;
}

}  // namespace

TEST_CASE("names fall into their words") {
  const std::vector<std::pair<std::string, std::string>> all{{"路口交通", "路口 交通"},
                                                             {"北京烤鸭", "北京 烤鸭"},
                                                             {"中华人民共和国", "中华人民共和国"},
                                                             {"喜茶HEYTEA", "喜 茶 heytea"},
                                                             {"LoveChina", "love china"},
                                                             {"火锅2026店", "火锅 2026 店"},
                                                             {"★", ""}};
  for (const auto& row : all) {
    CAPTURE(row.first);
    CHECK(words(row.first) == row.second);
  }
}

TEST_CASE("words cover the core without gap or overlap") {
  for (const std::string name : {"路口交通", "A1中国b", "历蜀记", "甲", "ﷺ中"}) {
    const Mark m = mark_of(name);
    std::uint32_t at = 0;
    for (const Word& w : m.words) {
      CHECK(w.part.start == at);
      CHECK(w.part.length > 0);
      at = w.part.end();
    }
    CHECK(at == m.core.text.size());
  }
}

TEST_CASE("a term across the border of two words cuts them") {
  const Mark m = mark_of("路口交通");
  CHECK(cuts_word(m, {1, 2}));
  CHECK_FALSE(cuts_word(m, {0, 2}));
  CHECK_FALSE(cuts_word(m, {2, 2}));
  CHECK_FALSE(cuts_word(m, {0, 4}));
  // Inside one word: contained, not cut.
  CHECK_FALSE(cuts_word(m, {0, 1}));
  CHECK(word_around(m, {0, 1}) == Span{0, 2});
  CHECK(word_around(m, {0, 2}) == Span{});
}

TEST_CASE("ordinary words are those of the list") {
  CHECK(is_ordinary_word(bundled(), U"交通"));
  CHECK(is_ordinary_word(bundled(), U"画蛇添足"));
  CHECK(is_ordinary_word(bundled(), U"apple"));
  CHECK_FALSE(is_ordinary_word(bundled(), U"历蜀"));
  CHECK_FALSE(is_ordinary_word(bundled(), U""));
}

TEST_CASE("letters are pinyin when they are whole syllables") {
  for (const std::u32string_view yes : {U"", U"beijing", U"xian", U"zhuang"})
    CHECK(is_pinyin(bundled(), yes));
  for (const std::u32string_view no : {U"beijin9", U"xyz", U"b", U"北京"})
    CHECK_FALSE(is_pinyin(bundled(), no));
}

TEST_CASE("known parts are all that the word list has, by start, then by length, and no other") {
  const image::Image& image = bundled();
  const Mark m = mark_of("北京烤鸭LoveChina");
  std::vector<std::string> parts;
  for (const KnownPart& k : m.known_parts) {
    CHECK(k.part.end() <= m.core.text.size());
    const std::u32string_view text = std::u32string_view(m.core.text).substr(k.part.start, k.part.length);
    CHECK(is_ordinary_word(image, text) == (image.entry(k.entry).listed != 0));
    parts.push_back(utf8(text));
  }
  for (const std::string part : {"北京", "烤鸭", "love", "china"}) {
    CAPTURE(part);
    CHECK(std::ranges::count(parts, part) == 1);
  }
  CHECK(std::ranges::is_sorted(m.known_parts, [](const KnownPart& a, const KnownPart& b) {
    return std::pair(a.part.start, a.part.length) < std::pair(b.part.start, b.part.length);
  }));
}

}  // namespace tmsweep::text
