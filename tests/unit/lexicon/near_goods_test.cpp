// SPDX-License-Identifier: Apache-2.0
#include "lexicon/near_goods.h"

#include <doctest/doctest.h>

#include "support/bundled.h"

namespace tmsweep::lexicon {

TEST_CASE("a mistyped goods word finds its neighbour") {
  const auto near = near_goods(support::bundled(), "手鸡壳", 3);
  REQUIRE_FALSE(near.empty());
  CHECK(near.front() == "手机壳");
  CHECK(near.size() <= 3);
  CHECK(near_goods(support::bundled(), "龘龘龘", 3).empty());
  CHECK(near_goods(support::bundled(), "", 3).empty());
  CHECK(near_goods(support::bundled(), "龘", 3).empty());
  CHECK(near_goods(support::bundled(), std::string(10000, 'a'), 3).empty());
}

}  // namespace tmsweep::lexicon
