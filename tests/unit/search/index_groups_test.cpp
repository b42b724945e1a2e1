// SPDX-License-Identifier: Apache-2.0
#include "search/index_groups.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tmsweep::search {

namespace {

std::span<const std::uint8_t> bytes_of(const std::string& text, std::size_t first, std::size_t last) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()) + first, last - first};
}

/// Some empty, some short, some longer than a byte can say.
std::string bucket_text(std::size_t number) {
  constexpr std::size_t k_sizes[] = {0, 1, 254, 255, 256, 40, 70'000};
  return std::string(k_sizes[number % 7], static_cast<char>('a' + number % 26));
}

}  // namespace

TEST_CASE("a group gives each of its buckets back") {
  std::vector<std::uint32_t> groups;
  std::string postings;
  BucketWriter writer(0, groups, postings);
  for (std::size_t i = 0; i < 3 * k_group_buckets; ++i) writer.bucket(i) += bucket_text(i);
  writer.bucket(3 * k_group_buckets);
  REQUIRE(groups.size() == 3);
  groups.push_back(static_cast<std::uint32_t>(postings.size()));
  for (std::size_t i = 0; i < 3 * k_group_buckets; ++i) {
    const std::size_t g = i / k_group_buckets;
    const auto bucket = bucket_of_group(bytes_of(postings, groups[g], groups[g + 1]), i % k_group_buckets);
    REQUIRE(bucket);
    CHECK(std::string(bucket->begin(), bucket->end()) == bucket_text(i));
  }
}

TEST_CASE("what is no group gives nothing, or a bucket inside of it") {
  std::vector<std::uint32_t> groups;
  std::string postings;
  BucketWriter writer(0, groups, postings);
  for (std::size_t i = 0; i < 10; ++i) writer.bucket(i) += bucket_text(i);
  writer.bucket(k_group_buckets);
  CHECK_FALSE(bucket_of_group(bytes_of(postings, 0, k_group_buckets - 1), 0));
  CHECK_FALSE(bucket_of_group(bytes_of(postings, 0, k_group_buckets), 3));  // the long sizes are cut off
  for (std::size_t size = 0; size < postings.size(); size += 97) {
    for (std::size_t i = 0; i < k_group_buckets; ++i) {
      const auto group = bytes_of(postings, 0, size);
      const auto bucket = bucket_of_group(group, i);
      if (bucket) CHECK(bucket->data() + bucket->size() <= group.data() + group.size());
    }
  }
}

}  // namespace tmsweep::search
