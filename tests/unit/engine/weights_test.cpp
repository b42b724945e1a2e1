// SPDX-License-Identifier: Apache-2.0
#include "engine/weights.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "search/compare.h"
#include "support/bundled.h"

namespace tmsweep::engine {

namespace {

using search::Likeness;
using search::Sign;

struct Weighed {
  Relation relation = Relation::none;
  Risk risk = Risk::none;
};

Weighed weighed(std::string_view later, std::string_view earlier, EarlierMark mark = {},
                Goods goods = Goods::same) {
  const image::Image& image = support::bundled();
  const Sign a = search::make_sign(image, support::mark_of(later));
  const Sign b = search::make_sign(image, support::mark_of(earlier));
  const std::optional<Likeness> l = search::compare(search::Prepared(image, a), b, search::Tier::part);
  if (!l) return {};
  return {l->relation, weigh(image, a, b, *l, mark, goods)};
}

EarlierMark mark_with(Fame fame, Standing standing = Standing::registered) {
  EarlierMark m;
  m.fame = fame;
  m.standing = standing;
  return m;
}

}  // namespace

TEST_CASE("every line of the policy holds for its own example") {
  for (const Weight& w : weights()) {
    CAPTURE(id_of(w.relation));
    CAPTURE(static_cast<int>(w.shape));
    CAPTURE(w.later);
    CAPTURE(w.earlier);
    const Weighed got = weighed(w.later, w.earlier);
    // Another script is told from the same when the mark is named: until then they are one core.
    const Relation expected = w.relation == Relation::script ? Relation::identical : w.relation;
    CHECK(id_of(got.relation) == id_of(expected));
    CHECK(id_of(got.risk) == id_of(w.risk));
  }
}

TEST_CASE("every relation is weighed, its weakest line without a condition") {
  for (std::size_t r = 1; r < k_relation_ids.size(); ++r) {
    CAPTURE(k_relation_ids[r]);
    const Weight* last = nullptr;
    for (const Weight& w : weights()) {
      if (w.relation != static_cast<Relation>(r)) continue;
      if (last != nullptr) CHECK(last->shape != Shape::any);  // what follows could never apply
      last = &w;
    }
    REQUIRE(last != nullptr);
    CHECK(last->shape == Shape::any);
  }
}

TEST_CASE("a dead mark never weighs more than low, on other goods only a well-known one more") {
  for (const Weight& w : weights()) {
    CAPTURE(w.later);
    for (const Fame fame :
         {Fame::unknown, Fame::listed, Fame::known, Fame::time_honoured, Fame::well_known}) {
      for (const Goods goods : {Goods::same, Goods::unknown, Goods::other}) {
        CHECK(weighed(w.later, w.earlier, mark_with(fame, Standing::dead), goods).risk <= Risk::low);
      }
      const Risk elsewhere = weighed(w.later, w.earlier, mark_with(fame), Goods::other).risk;
      CHECK(elsewhere <= (fame == Fame::well_known ? Risk::medium : Risk::low));
    }
    // A name of which no more is known than that a list has it never weighs high.
    CHECK(weighed(w.later, w.earlier, mark_with(Fame::listed)).risk <= Risk::medium);
  }
}

TEST_CASE("fame never makes a mark weigh less on the same goods, nor goods that differ more") {
  for (const Weight& w : weights()) {
    CAPTURE(w.later);
    CAPTURE(w.earlier);
    const Risk plain = weighed(w.later, w.earlier).risk;
    for (const Fame fame : {Fame::known, Fame::time_honoured, Fame::well_known}) {
      const Risk famous = weighed(w.later, w.earlier, mark_with(fame)).risk;
      // A short known name inside a longer one is the exception: mostly chance.
      if (w.relation != Relation::containment) CHECK(famous >= plain);
      CHECK(weighed(w.later, w.earlier, mark_with(fame), Goods::other).risk <= famous);
    }
    CHECK(weighed(w.later, w.earlier, {}, Goods::other).risk <= plain);
  }
}

TEST_CASE("the same name on the same goods is high, on other goods low unless well known") {
  CHECK(weighed("历蜀记", "历蜀记").risk == Risk::high);
  CHECK(weighed("历蜀记", "历蜀记", {}, Goods::other).risk == Risk::low);
  CHECK(weighed("历蜀记", "历蜀记", mark_with(Fame::well_known), Goods::other).risk == Risk::medium);
  CHECK(weighed("耐克", "NIKE", mark_with(Fame::known)).risk == Risk::high);
}

TEST_CASE("a well-known mark is noticed behind a short name that is no word, and behind 小 for 大") {
  const EarlierMark famous = mark_with(Fame::well_known);
  CHECK(weighed("NKIE", "NIKE", famous).risk == Risk::medium);
  CHECK(weighed("LIKE", "NIKE", famous).risk == Risk::low);
  CHECK(weighed("NKIE", "NIKE", famous, Goods::unknown).risk == Risk::low);
  CHECK(weighed("小白兔", "大白兔", famous).risk == Risk::medium);
  CHECK(weighed("小白兔", "大白兔", famous, Goods::unknown).risk == Risk::none);
  CHECK(weighed("中国", "中国银行", famous).risk == Risk::none);
}

TEST_CASE("the word that two names begin with counts unless many brands begin with it") {
  CHECK(weighed("CENTURY LIFE", "CENTURY 21").risk == Risk::medium);
  CHECK(weighed("LIFE CENTURY", "CENTURY 21").risk == Risk::low);
  CHECK(weighed("ROYAL MEADOW", "ROYAL CANIN").risk == Risk::low);
  CHECK(weighed("FIRST CHARGE", "FIRST VIRGINIA").risk == Risk::low);
}

TEST_CASE(
    "all of a mark but its goods counts where it stands apart, unless it is short and everyday or common") {
  CHECK(weighed("QUIET LANTERN", "LANTERN CAFE").risk == Risk::medium);
  CHECK(weighed("LANTERN CAFE", "QUIET LANTERN").risk == Risk::medium);
  CHECK(weighed("QUIET TIME", "TIME CAFE").risk == Risk::low);
  CHECK(weighed("PIZZA ROYAL", "ROYAL CAFE").risk == Risk::low);
  CHECK(weighed("MAGICLANTERN", "LANTERN CAFE").risk == Risk::low);
}

TEST_CASE("a weak word that is a mark is met where it goes on, not where it stands as a word") {
  CHECK(weighed("MAXRE", "MAX").risk == Risk::medium);
  CHECK(weighed("ICELANDER", "ICELAND").risk == Risk::medium);
  CHECK(weighed("VISION MAX", "MAX").risk == Risk::none);
}

}  // namespace tmsweep::engine
