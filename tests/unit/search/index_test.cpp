// SPDX-License-Identifier: Apache-2.0
#include "search/index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "search/builder.h"
#include "support/bundled.h"
#include "text/utf8.h"

namespace tmsweep::search {

namespace {

using image::Image;

EarlierMark mark(std::string name, ClassMask classes = 0) {
  EarlierMark m;
  m.name = std::move(name);
  m.classes = classes;
  m.source = "test";
  return m;
}

std::vector<std::byte> index_of(const std::vector<std::string>& names) {
  IndexBuilder builder(support::bundled());
  for (const std::string& n : names) CHECK_FALSE(builder.add(mark(n)));
  return builder.finish();
}

using Answer = std::set<std::pair<std::uint32_t, Relation>>;

Answer by_index(const Index& index, const Prepared& later) {
  Scratch scratch;
  search_all(index, later, scratch);
  Answer out;
  for (const Found& f : scratch.found) out.emplace(f.mark, f.likeness.relation);
  return out;
}

/// The oracle: every relation's verifier over every mark.
Answer by_scan(const Index& index, const Prepared& later) {
  Answer out;
  for (std::uint32_t m = 0; m < index.marks(); ++m) {
    if (const auto l = compare(later, index.sign(m), Tier::part)) out.emplace(m, l->relation);
  }
  return out;
}

/// Names made of few pieces, so that many stand in relations to one another.
std::string random_name(std::mt19937& random) {
  static const std::vector<std::string> han{"历",   "厉",   "属", "蜀", "记", "计", "乐", "行", "长",
                                            "海",   "梅",   "底", "低", "捞", "康", "师", "帅", "傅",
                                            "博",   "牛",   "午", "王", "玉", "大", "小", "老", "火锅",
                                            "啤酒", "成都", "牌", "坊", "三", "3",  "七", "花", "红"};
  static const std::vector<std::string> latin{
      "ni",   "ke", "vv",   "w",     "rn", "m",   "ca", "ka",     "to",   "sh",  "ll",   "i",   "red",
      "star", "s",  "the ", " shop", "li", "shu", "ji", "flower", "oo",   "1",   "0",    "x",   "tech",
      "ce",   "ro", "ma",   "foam",  "コ", "サ",  "ー", "ン",     "see ", "to ", "erry", "bank"};
  const auto pick = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  const std::size_t kind = pick(10);
  std::string out;
  const std::size_t length = 1 + pick(kind < 6 ? 6 : 4);
  for (std::size_t i = 0; i < length; ++i) {
    const bool from_han = kind < 6 || (kind == 9 && pick(2) == 0);
    out += from_han ? han[pick(han.size())] : latin[pick(latin.size())];
  }
  return out;
}

/// So many of them that have Han at their ends.
std::vector<std::string> random_names(std::mt19937& random, std::size_t count) {
  std::vector<std::string> names(count);
  for (std::string& n : names) n = random_name(random) + "记";
  return names;
}

}  // namespace

TEST_CASE("the index finds exactly what a comparison with every mark finds") {
  std::mt19937 random(20261125);
  std::vector<std::string> names;
  for (int i = 0; i < 6000; ++i) names.push_back(random_name(random));
  std::erase_if(names, [](const std::string& n) { return n.find_first_not_of(' ') == std::string::npos; });
  const std::vector<std::byte> bytes = index_of(names);
  const Image& image = support::bundled();
  const Index index(image, bytes);
  REQUIRE(index.marks() > 3000);
  std::size_t found = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string name = i % 3 == 0 ? names[static_cast<std::size_t>(i)] : random_name(random);
    if (name.find_first_not_of(' ') == std::string::npos) continue;
    CAPTURE(name);
    const Sign later = make_sign(image, support::mark_of(name));
    if (later.text.empty()) continue;
    const Prepared prepared(image, later);
    const Answer expected = by_scan(index, prepared);
    const Answer answer = by_index(index, prepared);
    found += expected.size();
    for (const auto& [m, relation] : expected) {
      if (answer.contains({m, relation})) continue;
      FAIL_CHECK("missed: " << support::utf8(index.sign(m).text.view()) << " " << id_of(relation));
    }
    CHECK(answer.size() == expected.size());
  }
  CHECK(found > 1000);
}

namespace {

/// What an index asked for, in the order of its asking.
std::vector<std::span<const std::byte>>& asked_for() {
  static std::vector<std::span<const std::byte>> asked;
  return asked;
}

void note_asked(std::span<const std::byte> bytes) {
  asked_for().push_back(bytes);
}

}  // namespace

TEST_CASE("asking ahead changes nothing, and asks for pages of the index alone") {
  std::mt19937 random(7);
  const std::vector<std::string> names = random_names(random, 2000);
  const std::vector<std::byte> bytes = index_of(names);
  const Image& image = support::bundled();
  const Index plain(image, bytes);
  Index ahead(image, bytes);
  ahead.read_ahead_with(note_asked);
  for (int i = 0; i < 100; ++i) {
    const Sign later = make_sign(image, support::mark_of(names[static_cast<std::size_t>(i)]));
    const Prepared prepared(image, later);
    asked_for().clear();
    CHECK(by_index(ahead, prepared) == by_index(plain, prepared));
    REQUIRE(!asked_for().empty());
    const bool inside = std::ranges::all_of(asked_for(), [&](std::span<const std::byte> s) {
      return !s.empty() && s.data() >= bytes.data() && s.data() + s.size() <= bytes.data() + bytes.size();
    });
    CHECK(inside);
  }
}

TEST_CASE("a tier may be left out, also after a search of another name") {
  std::mt19937 random(17);
  const std::vector<std::string> names = random_names(random, 2000);
  const std::vector<std::byte> bytes = index_of(names);
  const Image& image = support::bundled();
  const Index index(image, bytes);
  Scratch scratch;
  std::size_t parts = 0;
  for (int i = 0; i < 100; ++i) {
    const Sign later = make_sign(image, support::mark_of(names[static_cast<std::size_t>(i)] + "火锅"));
    const Prepared prepared(image, later);
    std::vector<std::uint32_t> expected;
    search_all(index, prepared, scratch);
    for (const Found& f : scratch.found) {
      if (f.likeness.tier == Tier::part) expected.push_back(f.mark);
    }
    scratch.start();
    query_keys(prepared, scratch.query);
    index.search(prepared, Tier::same, scratch);
    index.search(prepared, Tier::part, scratch);
    std::vector<std::uint32_t> answer;
    for (const Found& f : scratch.found) answer.push_back(f.mark);
    const bool all = std::ranges::all_of(
        expected, [&](std::uint32_t m) { return std::ranges::find(answer, m) != answer.end(); });
    CHECK(all);
    parts += expected.size();
  }
  CHECK(parts > 20);
}

TEST_CASE("a mark keeps its registrations, and every field of them") {
  IndexBuilder builder(support::bundled());
  EarlierMark a = mark("历蜀记", class_bit(43));
  a.owner = "某某餐饮";
  a.number = "1";
  a.status = "已注册";
  a.standing = Standing::registered;
  a.filed = "2020-01-02";
  a.fame = Fame::known;
  EarlierMark b = mark("歷蜀記", class_bit(30));
  builder.add(a);
  builder.add(b);
  const std::vector<std::byte> bytes = builder.finish();
  const Index index(support::bundled(), bytes);
  REQUIRE(index.marks() == 1);
  REQUIRE(index.rows(0).size() == 2);
  const EarlierMark first = index.earlier_mark(index.rows(0)[0]);
  CHECK(first.name == "历蜀记");
  CHECK(first.owner == "某某餐饮");
  CHECK(first.number == "1");
  CHECK(first.status == "已注册");
  CHECK(first.filed == "2020-01-02");
  CHECK(first.source == "test");
  CHECK(first.classes == class_bit(43));
  CHECK(first.standing == Standing::registered);
  CHECK(first.fame == Fame::known);
  CHECK(index.earlier_mark(index.rows(0)[1]).name == "歷蜀記");
}

TEST_CASE("what cannot be kept is refused or left out") {
  IndexBuilder builder(support::bundled());
  CHECK(builder.add(mark("\xFF")));
  CHECK(builder.add(mark("")));
  CHECK(builder.add(mark(std::string(300, 'a'))));
  CHECK_FALSE(builder.add(mark("★")));  // nothing to compare
  CHECK_FALSE(builder.add(mark(std::string(200, 'a'))));
  std::string zeros = "海底捞";
  zeros.push_back('\0');
  CHECK_FALSE(builder.add(mark(zeros + "x")));
  const std::vector<std::byte> bytes = builder.finish();
  const Index index(support::bundled(), bytes);
  CHECK(index.marks() == 2);
}

TEST_CASE("the same marks give the same bytes") {
  std::mt19937 random(7);
  std::vector<std::string> names;
  for (int i = 0; i < 5000; ++i) names.push_back("n" + random_name(random));
  CHECK(index_of(names) == index_of(names));
}

TEST_CASE("an empty index answers nothing") {
  const std::vector<std::byte> bytes = index_of({});
  const Index index(support::bundled(), bytes);
  CHECK(index.empty());
  const Sign later = make_sign(support::bundled(), support::mark_of("海底捞"));
  CHECK(by_index(index, Prepared(support::bundled(), later)).empty());
}

TEST_CASE("damage ends as an IndexError or an answer, never otherwise") {
  std::mt19937 random(11);
  const std::vector<std::string> names = random_names(random, 300);
  const std::vector<std::byte> whole = index_of(names);
  const Image& image = support::bundled();
  const auto use = [&](std::span<const std::byte> bytes) {
    try {
      Index index(image, bytes);
      if (bytes.size() % 2 == 0) index.read_ahead_with(note_asked);
      for (const char* name : {"历蜀记", "海底捞火锅", "nike", "红花 star"}) {
        const Sign later = make_sign(image, support::mark_of(name));
        Scratch scratch;
        search_all(index, Prepared(image, later), scratch);
        for (const Found& f : scratch.found) {
          for (const RowRecord& r : index.rows(f.mark)) (void)index.earlier_mark(r);
        }
      }
    } catch (const IndexError& e) {
      CHECK(std::string(e.what()).find("reindex") != std::string::npos);
    }
  };
  for (int round = 0; round < 400; ++round) {
    std::vector<std::byte> bytes = whole;
    const auto at = [&] { return std::uniform_int_distribution<std::size_t>(0, bytes.size() - 1)(random); };
    if (round % 4 == 0) bytes.resize(at());
    for (int i = 0; i < 8 && !bytes.empty(); ++i) bytes[at()] = static_cast<std::byte>(random() & 0xFFU);
    asked_for().clear();
    use(bytes);
  }
}

}  // namespace tmsweep::search
