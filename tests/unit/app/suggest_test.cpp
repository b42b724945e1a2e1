// SPDX-License-Identifier: Apache-2.0
#include "app/suggest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tmsweep::app {

TEST_CASE("the nearest word is found, and nothing when none is near") {
  const std::vector<std::string> known{"check", "explain", "db"};
  CHECK(nearest("chekc", known) == "check");
  CHECK(nearest("check", known) == "check");
  CHECK(nearest("explian", known) == "explain");
  CHECK(nearest("expl", known).empty());
  CHECK(nearest("zzzzzz", known).empty());
  CHECK(nearest("anything", {}).empty());
}

TEST_CASE("of two words equally near the first is taken") {
  CHECK(nearest("aac", {"aab", "aad"}) == "aab");
}

}  // namespace tmsweep::app
