// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Where something lies is kept in two steps, so that one search touches few pages: a small table says where
/// each group begins, and the group itself begins with where its own parts lie.
namespace tmsweep::search {

/// Buckets of a group of postings.
inline constexpr std::size_t k_group_buckets = 64;

/// Writes a group: a byte a bucket with its size, or k_long; four bytes for the size of each of the long
/// ones; the buckets.
class BucketGroup {
 public:
  /// Adds the next bucket; at most k_group_buckets.
  void add(std::string_view bucket);
  [[nodiscard]] bool full() const { return count_ == k_group_buckets; }
  /// Appends the group to `out` and begins another.
  void write(std::string& out);

 private:
  std::array<char, k_group_buckets> sizes_{};
  std::size_t count_ = 0;
  std::string long_sizes_;
  std::string buckets_;
};

/// Puts one bucket after the other into groups.
class BucketWriter {
 public:
  /// Appends groups to `postings`, and where each begins to `groups`; `first`: the first bucket of a group.
  BucketWriter(std::size_t first, std::vector<std::uint32_t>& groups, std::string& postings)
      : bucket_(first), groups_(groups), postings_(postings) {}
  /// The bucket to be written now, after those before it have been ended.
  std::string& bucket(std::size_t number);

 private:
  std::size_t bucket_;
  std::vector<std::uint32_t>& groups_;
  std::string& postings_;
  BucketGroup group_;
  std::string text_;
};

/// Bucket `number` of a group, whatever its bytes are; nothing when they are no group.
std::optional<std::span<const std::uint8_t>> bucket_of_group(std::span<const std::uint8_t> group,
                                                             std::size_t number);

/// Blocks of a group of texts, which begins with two bytes for each of them but the first: how far it begins
/// after the first.
inline constexpr std::size_t k_group_blocks = 16;
inline constexpr std::size_t k_group_head = 2 * (k_group_blocks - 1);

/// Where a block begins, counted from the group. The head must be there.
inline std::size_t block_in_group(std::span<const std::uint8_t> group, std::size_t number) {
  if (number == 0) return k_group_head;
  return k_group_head + (group[2 * number - 2] | static_cast<std::size_t>(group[2 * number - 1]) << 8U);
}

}  // namespace tmsweep::search
