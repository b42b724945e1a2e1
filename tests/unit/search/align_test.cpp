// SPDX-License-Identifier: Apache-2.0
#include "search/align.h"

#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/bundled.h"
#include "text/mark.h"

namespace tmsweep::search {

namespace {

std::vector<AlignedPair> aligned(std::string_view later, std::string_view earlier) {
  const image::Image& image = support::bundled();
  const Sign a = make_sign(image, support::mark_of(later));
  const Sign b = make_sign(image, support::mark_of(earlier));
  const std::optional<Likeness> l = compare(Prepared(image, a), b, Tier::part);
  return l ? align(image, a, b, *l) : std::vector<AlignedPair>{};
}

/// "厉/历:homophone 蜀 记 火锅/:", what is the same once, neighbours that only one name has together.
std::string shown(std::string_view later, std::string_view earlier) {
  std::vector<AlignedPair> pairs;
  for (const AlignedPair& p : aligned(later, earlier)) {
    const auto same_side = [](const AlignedPair& a, const AlignedPair& b) {
      return (a.later.empty() && b.later.empty()) || (a.earlier.empty() && b.earlier.empty());
    };
    if (!pairs.empty() && same_side(pairs.back(), p)) {
      pairs.back().later += p.later;
      pairs.back().earlier += p.earlier;
    } else {
      pairs.push_back(p);
    }
  }
  std::string out;
  for (const AlignedPair& p : pairs) {
    if (!out.empty()) out += ' ';
    out +=
        p.how == Relation::identical ? p.later : p.later + "/" + p.earlier + ":" + std::string(id_of(p.how));
  }
  return out;
}

}  // namespace

TEST_CASE("two names side by side") {
  struct Row {
    std::string_view later;
    std::string_view earlier;
    std::string_view shown;
  };
  for (const Row& row : std::vector<Row>{{"历蜀记", "历蜀记", "历 蜀 记"},
                                         {"厉蜀记", "历蜀记", "厉/历:homophone 蜀 记"},
                                         {"厉蜀记火锅", "历蜀记", "厉/历:homophone 蜀 记 火锅/:"},
                                         {"海底大捞", "海底捞", "海 底 大/: 捞"},
                                         {"海底捞", "海底大捞", "海 底 /大: 捞"},
                                         {"老庆福", "庆福", "老/: 庆 福"},
                                         {"康帅博", "康师傅", "康 帅/师:glyph 博/傅:glyph"},
                                         {"熊猫老爸", "熊猫爸爸", "熊 猫 老/爸: 爸"},
                                         {"lishuji", "历蜀记", "li/历:pinyin shu/蜀:pinyin ji/记:pinyin"},
                                         {"历蜀记", "LISHUJI", "历/li:pinyin 蜀/shu:pinyin 记/ji:pinyin"},
                                         {"耐克", "NIKE", "耐克/nike:translation"},
                                         {"冰阳维康", "维冰康阳", "冰阳维康/维冰康阳:order"},
                                         {"1课3练", "一课三练", "1/一:numeral 课 3/三:numeral 练"},
                                         {"PAI", "PAL", "p a i/l:confusable"},
                                         {"VVOOSH", "WOOSH", "vvoosh/woosh:confusable"},
                                         {"RED", "RED PANDA", "r e d /panda:"},
                                         {"RED PANDA", "PANDA", "red/: p a n d a"},
                                         {"KRESSCO", "CRESCO", "kressco/cresco:phonetic"}}) {
    CAPTURE(row.later);
    CHECK(shown(row.later, row.earlier) == row.shown);
  }
}

TEST_CASE("no character is lost or doubled") {
  // Whatever is laid side by side are the two names, or the two parts that are compared.
  std::mt19937 dice(23);
  const std::vector<std::string> pieces{"历", "厉",  "蜀", "属", "记", "记", "火锅", "老",
                                        "li", "shu", "ji", "a",  "b",  "1",  "一"};
  int laid = 0;
  const image::Image& image = support::bundled();
  for (int i = 0; i < 20'000; ++i) {
    std::string a;
    std::string b;
    for (auto n = 1 + dice() % 5; n > 0; --n) {
      const std::string& piece = pieces[dice() % pieces.size()];
      a += piece;
      if (dice() % 4 != 0) b += dice() % 5 == 0 ? pieces[dice() % pieces.size()] : piece;
    }
    if (b.empty()) continue;
    const Sign later = make_sign(image, support::mark_of(a));
    const Sign earlier = make_sign(image, support::mark_of(b));
    const std::optional<Likeness> l = compare(Prepared(image, later), earlier, Tier::part);
    if (!l) continue;
    std::string own;
    std::string theirs;
    for (const AlignedPair& p : align(image, later, earlier, *l)) {
      own += p.later;
      theirs += p.earlier;
      CHECK_FALSE((p.later.empty() && p.earlier.empty()));
      if (p.how == Relation::identical) CHECK(p.later == p.earlier);
    }
    ++laid;
    CAPTURE(a);
    CAPTURE(b);
    const auto part = [](const Sign& s, Span span) {
      return support::utf8(s.text.view().substr(span.start, span.length));
    };
    CHECK((own == support::utf8(later.text.view()) || own == part(later, l->part)));
    CHECK((theirs == support::utf8(earlier.text.view()) || theirs == part(earlier, l->mark_part)));
  }
  CHECK(laid > 1000);
}

TEST_CASE("the longest names are laid side by side") {
  const std::string a(200, 'a');
  CHECK(aligned(a, a).size() == k_most_compared);
}

}  // namespace tmsweep::search
