// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iterator>

#include "image/prefetch.h"
#include "search/index.h"
#include "search/index_groups.h"
#include "search/key_hash.h"

// What a search will read lies anywhere in memory: it is asked for while something else is done.
namespace tmsweep::search {

using image::prefetch;

/// The probes of all tiers that may be found, and the lists of grams that may all be.
void Index::select_probes(Scratch& scratch) const {
  for (const std::vector<Key>& keys : scratch.query.probes) key_set_.ask_for(keys);
  key_set_.ask_for(scratch.query.grams.all());
  for (std::size_t t = 0; t < k_tiers; ++t) {
    key_set_.select(scratch.query.probes[t], scratch.probes[t]);
    select_short_names(scratch.query.short_names[t], scratch.probes[t]);
  }
  scratch.grams.clear();
  for (std::size_t i = 0; i < scratch.query.grams.size(); ++i) {
    const std::span<const Key> grams = scratch.query.grams[i];
    if (!std::ranges::all_of(grams, [&](Key k) { return key_set_.may_have(k); })) continue;
    for (const Key k : grams) scratch.grams.push(k);
    scratch.grams.end();
  }
}

namespace {

constexpr std::size_t k_batch = 64;

/// Puts the keys of at most k_batch short names that `set` may have into `keys`; how many these are. All bits
/// are asked for before the first is read.
std::size_t keys_in_set(std::span<const std::uint64_t> sums, std::span<const std::uint8_t> set,
                        std::array<Key, k_batch>& keys) {
  for (std::size_t i = 0; i < sums.size(); ++i) {
    keys[i] = exact_key(sums[i]);
    prefetch(&set[short_bit(keys[i], set.size() * 8) / 8]);
  }
  std::size_t there = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const Key key = keys[i];
    keys[there] = key;
    there += is_in_short_set(key, set) ? 1U : 0U;
  }
  return there;
}

}  // namespace

/// Of some hundred short names hardly one is there.
void Index::select_short_names(const ShortNames& names, std::vector<Key>& out) const {
  std::array<Key, k_batch> keys;
  names.each([&](char32_t first, std::span<const std::uint64_t> sums) {
    const std::span<const std::uint8_t> set = short_set(first);
    for (; !set.empty() && !sums.empty(); sums = sums.subspan(std::min(k_batch, sums.size()))) {
      const std::size_t there = keys_in_set(sums.first(std::min(k_batch, sums.size())), set, keys);
      std::copy_if(keys.begin(), keys.begin() + there, std::back_inserter(out),
                   [&](Key k) { return key_set_.may_have(k); });
    }
  });
}

/// Groups lie anywhere in a large file: asking for all of them at once hides most of the waiting.
void Index::prefetch_groups(std::span<const Key> keys) const {
  for (const Key k : keys) prefetch(&bucket_groups_[bucket_of(k) / k_group_buckets]);
  for (const Key k : keys) {
    const std::size_t at = bucket_groups_[bucket_of(k) / k_group_buckets];
    if (at + k_group_buckets > postings_.size()) continue;
    prefetch(&postings_[at]);
    prefetch(&postings_[at + k_group_buckets - 1]);
  }
}

void Index::locate(std::span<const Key> keys, std::span<std::span<const std::uint8_t>> out) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    out[i] = bucket(bucket_of(keys[i]));
    prefetch(out[i].data());
  }
}
void Index::locate(Scratch& scratch, Tier tier) const {
  const auto t = static_cast<std::size_t>(tier);
  const auto locate_once = [&](std::span<const Key> keys, Buckets& buckets) {
    if (buckets.size() == keys.size()) return;
    buckets.resize(keys.size());
    locate(keys, buckets);
  };
  locate_once(scratch.probes[t], scratch.buckets[t]);
  if (tier == Tier::part) locate_once(scratch.grams.all(), scratch.gram_buckets);
}

/// A mark that is compared soon.
void Index::prefetch_group_of(std::uint32_t mark) const {
  const std::size_t block = mark / k_block;
  const std::size_t at = text_groups_[block / k_group_blocks] + 2 * (block % k_group_blocks);
  if (at < texts_.size()) prefetch(&texts_[at]);
}
void Index::prefetch_block_of(std::uint32_t mark) const {
  constexpr std::size_t k_line = 64;  // a block of short marks takes one or two
  const std::size_t at = block_start(mark / k_block);
  if (texts_.size() < k_line || at >= texts_.size() - k_line) return;
  prefetch(&texts_[at]);
  prefetch(&texts_[at + k_line]);
}

}  // namespace tmsweep::search
