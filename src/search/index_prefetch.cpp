// SPDX-License-Identifier: Apache-2.0
#include "search/index.h"
#include "search/index_groups.h"
#include "search/prefetch.h"

// What a search will read lies anywhere in memory: it is asked for while something else is done.
namespace tmsweep::search {

/// The probes of all tiers that may be found.
void Index::select_probes(Scratch& scratch) const {
  for (const std::vector<Key>& keys : scratch.query.probes) key_set_.ask_for(keys);
  key_set_.ask_for(scratch.query.grams.all());
  for (std::size_t t = 0; t < k_tiers; ++t) key_set_.select(scratch.query.probes[t], scratch.probes[t]);
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

void Index::prefetch_buckets(std::span<const Key> keys) const {
  for (const Key k : keys) prefetch(bucket(bucket_of(k)).data());
}
void Index::prefetch_buckets(const Scratch& scratch, Tier tier) const {
  prefetch_buckets(scratch.probes[static_cast<std::size_t>(tier)]);
  if (tier == Tier::part) prefetch_buckets(scratch.query.grams.all());
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
