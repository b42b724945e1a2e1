// SPDX-License-Identifier: Apache-2.0
#include "lexicon/groups.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "lexicon/goods.h"
#include "support/bundled.h"

namespace tmsweep::lexicon {

namespace {

using support::bundled;

PlacedGoods placed(const std::string& goods) {
  const auto read = read_goods(bundled(), {goods}, {});
  REQUIRE(read.ok());
  return {read.value().classes, read.value().groups};
}

}  // namespace

TEST_CASE("a group is found by its code") {
  const image::GroupRecord* group = group_of_code(bundled(), "2501");
  REQUIRE(group != nullptr);
  CHECK(group->nice_class == 25);
  CHECK(bundled().text(group->label[0]) == "服装");
  for (const char* code : {"", "25", "0000", "2599", "25011", "9999"})
    CHECK(group_of_code(bundled(), code) == nullptr);
}

TEST_CASE("every class has groups, all of them its own") {
  for (int c = 1; c <= k_class_count; ++c) {
    CAPTURE(c);
    const auto groups = groups_of_class(bundled(), c);
    CHECK_FALSE(groups.empty());
    for (const image::GroupRecord* g : groups)
      CHECK(bundled().text(g->code).substr(0, 2) == (c < 10 ? "0" : "") + std::to_string(c));
  }
}

TEST_CASE("every class has advice, and none advises itself") {
  for (int c = 1; c <= k_class_count; ++c) {
    CAPTURE(c);
    const auto advice = advice_for(bundled(), c);
    CHECK_FALSE(advice.empty());
    CHECK(std::ranges::none_of(
        advice, [&](const image::AdviceRecord* a) { return a->advised == static_cast<unsigned>(c); }));
  }
}

TEST_CASE("how goods are related") {
  struct Row {
    const char* a;
    const char* b;
    Closeness closeness;
  };
  for (const Row& row :
       {Row{"连衣裙", "牛仔裤", Closeness::same_group}, Row{"面膜", "沐浴露", Closeness::cross_note},
        Row{"沐浴露", "面膜", Closeness::cross_note}, Row{"连衣裙", "运动鞋", Closeness::often_related},
        Row{"茶叶", "奶茶店", Closeness::often_related}, Row{"白酒", "啤酒", Closeness::often_related},
        Row{"酱油", "大米", Closeness::same_class}, Row{"手机", "眼镜", Closeness::same_class},
        Row{"白酒", "手机", Closeness::other}, Row{"龘龘龘", "手机", Closeness::other}}) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    const HowRelated found = how_related(bundled(), placed(row.a), placed(row.b));
    CHECK(found.closeness == row.closeness);
    const bool by_row = row.closeness == Closeness::cross_note || row.closeness == Closeness::often_related;
    CHECK((found.record != nullptr) == by_row);
  }
}

TEST_CASE("a selection carries the groups of its goods, within the typed classes") {
  CHECK(placed("手机壳,火锅店").groups == std::vector<std::string>{"0907", "4301"});
  const auto narrowed = read_goods(bundled(), {"花生"}, {31});
  REQUIRE(narrowed.ok());
  CHECK(narrowed.value().groups == std::vector<std::string>{"3105"});
  CHECK(relations_of(bundled(), "2507").size() >= 2);
  CHECK(relations_of(bundled(), "9999").empty());
}

}  // namespace tmsweep::lexicon
