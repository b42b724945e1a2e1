// SPDX-License-Identifier: Apache-2.0
#include "lexicon/composition.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lexicon/goods.h"
#include "support/bundled.h"

namespace tmsweep::lexicon {

namespace {

using support::bundled;
using support::utf8;

/// A name taken apart, with everything that the parts point into.
struct Taken {
  Mark mark;
  std::vector<Hit> hits;
  Composition composition;

  Taken(const std::string& name, const std::vector<int>& classes)
      : mark(support::mark_of(name)), hits(find_terms(bundled(), mark)) {
    composition = compose(bundled(), mark, hits, read_goods(bundled(), {}, classes).value());
  }
  [[nodiscard]] std::string parts() const {
    std::string out;
    for (const Segment& s : composition.segments) {
      out += (out.empty() ? "" : "|") +
             utf8(std::u32string_view(mark.core.text).substr(s.part.start, s.part.length));
    }
    return out;
  }
  [[nodiscard]] std::string distinctive() const { return utf8(distinctive_part(mark, composition)); }
};

}  // namespace

TEST_CASE("weak parts are set aside, and the distinctive part remains") {
  struct Row {
    std::string name;
    std::vector<int> classes;
    std::string parts;
    bool all_weak;
    std::string distinctive;
  };
  const std::vector<Row> all{
      {"北京烤鸭", {43}, "北京|烤鸭", true, "北京烤鸭"},
      {"历蜀记火锅店", {43}, "记|火锅店", false, "历蜀"},
      {"历蜀记", {43}, "记", false, "历蜀"},
      {"80克", {30}, "80克", true, "80克"},
      {"500ml", {32}, "500ml", true, "500ml"},
      {"500mlx", {32}, "", false, "500mlx"},
      {"80", {30}, "", false, "80"},
      {"★", {}, "", false, ""},
  };
  for (const Row& row : all) {
    CAPTURE(row.name);
    const Taken t(row.name, row.classes);
    CHECK(t.parts() == row.parts);
    CHECK(t.composition.all_weak == row.all_weak);
    CHECK(t.distinctive() == row.distinctive);
  }
}

TEST_CASE("parts stand in order and do not overlap") {
  for (const std::string name :
       {"北京烤鸭", "上海老字号饭店有限公司", "新鲜水果超市", "80克大米", "历蜀记火锅店"}) {
    const Taken t(name, {30, 43});
    std::uint32_t at = 0;
    for (const Segment& s : t.composition.segments) {
      CAPTURE(name);
      CHECK(s.part.start >= at);
      CHECK(s.part.length > 0);
      at = s.part.end();
    }
    CHECK(at <= t.mark.core.text.size());
  }
}

TEST_CASE("without goods what depends on them is said to") {
  CHECK(Taken("北京烤鸭", {}).composition.depends_on_goods);
  CHECK_FALSE(Taken("北京烤鸭", {43}).composition.depends_on_goods);
}

TEST_CASE("the rest beside a part is weak when the parts cover it") {
  const Taken t("历蜀记火锅店", {43});
  CHECK(t.composition.rest_is_weak(t.mark, {0, 2}));
  CHECK_FALSE(t.composition.rest_is_weak(t.mark, {0, 1}));
  CHECK(t.composition.rest_is_weak(t.mark, t.mark.whole()));
  CHECK(t.composition.has(image::Label::goods));
  CHECK_FALSE(t.composition.has(image::Label::company));
}

}  // namespace tmsweep::lexicon
