// SPDX-License-Identifier: Apache-2.0
#include "search/index_groups.h"

#include <cstring>

namespace tmsweep::search {

namespace {

constexpr std::uint8_t k_long = 0xFF;
constexpr std::size_t k_long_bytes = 4;

}  // namespace

void BucketGroup::add(std::string_view bucket) {
  if (bucket.size() < k_long) {
    sizes_[count_++] = static_cast<char>(bucket.size());
  } else {
    sizes_[count_++] = static_cast<char>(k_long);
    for (unsigned byte = 0; byte < k_long_bytes; ++byte)
      long_sizes_.push_back(static_cast<char>(bucket.size() >> 8U * byte & 0xFFU));
  }
  buckets_ += bucket;
}

void BucketGroup::write(std::string& out) {
  out.append(sizes_.data(), sizes_.size());
  out += long_sizes_;
  out += buckets_;
  sizes_ = {};
  count_ = 0;
  long_sizes_.clear();
  buckets_.clear();
}

std::string& BucketWriter::bucket(std::size_t number) {
  for (; bucket_ < number; ++bucket_) {
    group_.add(text_);
    text_.clear();
    if (!group_.full()) continue;
    groups_.push_back(static_cast<std::uint32_t>(postings_.size()));
    group_.write(postings_);
  }
  return text_;
}

std::optional<std::span<const std::uint8_t>> bucket_of_group(std::span<const std::uint8_t> group,
                                                             std::size_t number) {
  if (group.size() < k_group_buckets) return {};
  // All of them are gone through, eight at a time, so that it is done without branches.
  constexpr std::uint64_t k_each = 0x0101010101010101ULL;
  constexpr std::uint64_t k_even = 0x00FF00FF00FF00FFULL;
  constexpr std::uint64_t k_lanes = 0x0001000100010001ULL;
  std::uint64_t sums = 0;  // four of them
  std::uint64_t long_all = 0;
  std::uint64_t long_sums = 0;  // eight of them
  for (std::size_t i = 0; i < k_group_buckets; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, group.data() + i, sizeof eight);
    const std::uint64_t longs = ((eight & k_each * 0x7F) + k_each & eight) >> 7U & k_each;  // those of 0xFF
    const std::uint64_t first = i >= number       ? 0
                                : number - i >= 8 ? ~std::uint64_t{0}
                                                  : (std::uint64_t{1} << 8 * (number - i)) - 1;
    long_all += longs;
    long_sums += longs & first;
    sums += (eight & first & k_even) + ((eight & first) >> 8U & k_even);
  }
  const auto before = static_cast<std::uint32_t>(sums * k_lanes >> 48U);
  const auto long_ones = static_cast<std::uint32_t>(long_all * k_each >> 56U);
  const auto long_before = static_cast<std::uint32_t>(long_sums * k_each >> 56U);
  std::size_t at = k_group_buckets + std::size_t{k_long_bytes} * long_ones;
  if (at > group.size()) return {};
  const auto long_size = [&](std::size_t i) {
    std::uint32_t size = 0;
    std::memcpy(&size, group.data() + k_group_buckets + k_long_bytes * i, sizeof size);
    return std::size_t{size};
  };
  at += before;
  for (std::size_t i = 0; i < long_before; ++i) at += long_size(i) - k_long;
  const std::size_t size = group[number] == k_long ? long_size(long_before) : group[number];
  if (at > group.size() || size > group.size() - at) return {};
  return group.subspan(at, size);
}

}  // namespace tmsweep::search
