// SPDX-License-Identifier: Apache-2.0
#include "image/hash_set.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

namespace tmsweep::image {

TEST_CASE("a set has all that was put in, and few of the others") {
  std::mt19937_64 dice(7);
  for (const std::size_t size : {1U, 2U, 1000U, 50'000U}) {
    CAPTURE(size);
    std::vector<std::uint64_t> own(size);
    for (std::uint64_t& h : own) h = dice();
    std::vector<std::uint8_t> bits(HashSet::size_for(size));
    for (const std::uint64_t h : own) HashSet::put(h, bits);
    const HashSet set(bits);
    for (const std::uint64_t h : own) REQUIRE(set.may_have(h));
    std::vector<std::uint64_t> others(10'000);
    for (std::uint64_t& h : others) h = dice();
    std::vector<std::uint64_t> kept;
    set.select(others, kept);
    CHECK(kept.size() < others.size() / 5);
    set.select(own, kept);
    CHECK(kept == own);
  }
}

TEST_CASE(
    "a set without bits, as an index that is not small has, excludes nothing; one that holds nothing all") {
  CHECK(HashSet().may_have(5));
  const std::vector<std::uint8_t> bits(HashSet::size_for(0));
  CHECK_FALSE(HashSet(bits).may_have(5));
}

}  // namespace tmsweep::image
