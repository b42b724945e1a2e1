// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "search/index.h"

// A search of a file that is not in memory waits for a few hundred pages, one after the other, unless the
// system is told of all those of one step before the first of them is touched.
namespace tmsweep::search {

namespace {

/// Pages of a file to be asked for together, counted from where it begins.
class Pages {
 public:
  explicit Pages(std::span<const std::byte> file) : file_(file) {}

  void add(const void* begin, std::size_t size) {
    const auto at = static_cast<std::size_t>(static_cast<const std::byte*>(begin) - file_.data());
    for (std::size_t page = at / k_page; page <= (at + std::max<std::size_t>(size, 1) - 1) / k_page; ++page)
      pages_.push_back(page);
  }
  void ask(ReadAhead read_ahead) {
    std::ranges::sort(pages_);
    pages_.erase(std::unique(pages_.begin(), pages_.end()), pages_.end());
    for (std::size_t i = 0; i < pages_.size();) {
      std::size_t end = i + 1;
      while (end < pages_.size() && pages_[end] == pages_[end - 1] + 1) ++end;
      const std::size_t first = pages_[i] * k_page;
      if (first < file_.size())
        read_ahead(file_.subspan(first, std::min((end - i) * k_page, file_.size() - first)));
      i = end;
    }
    pages_.clear();
  }

 private:
  static constexpr std::size_t k_page = 4096;
  std::span<const std::byte> file_;
  std::vector<std::size_t> pages_;
};

}  // namespace

/// The marks of all tiers together: what one of them leaves out would cost less to read than to wait for.
void Index::ask_for_all(const Query& query) const {
  ask_for_postings(query);
  std::vector<std::uint32_t> marks;
  std::vector<std::uint32_t> of_tier;
  for (std::size_t t = 0; t < k_tiers; ++t) {
    of_tier.clear();
    propose(query, query.probes[t], static_cast<Tier>(t), of_tier);
    marks.insert(marks.end(), of_tier.begin(), of_tier.end());
  }
  ask_for_marks(marks);
}

void Index::ask_for_postings(const Query& query) const {
  Pages pages(bytes_);
  std::vector<std::size_t> buckets;
  const auto bucket = [&](Key k) {
    buckets.push_back(bucket_of(k));
    pages.add(&buckets_[buckets.back()], 2 * sizeof(std::uint32_t));
  };
  for (const std::vector<Key>& keys : query.probes) std::ranges::for_each(keys, bucket);
  std::ranges::for_each(query.grams.all(), bucket);
  for (const std::vector<Key>& keys : query.short_names) {
    for (const Key k : keys) {
      if (!short_names_.empty()) pages.add(&short_names_[(k & (short_names_.size() * 8 - 1)) / 8], 1);
    }
  }
  const std::span<const std::uint8_t> set = key_set_.bits();
  if (!set.empty()) pages.add(set.data(), set.size());
  pages.ask(read_ahead_);
  for (const std::vector<Key>& keys : query.short_names) {
    for (const Key k : keys) {
      if (may_have(k)) bucket(k);
    }
  }
  pages.ask(read_ahead_);
  constexpr std::size_t k_most = 65'536;  // a list longer than this is read in order anyway
  for (const std::size_t b : buckets) {
    const std::uint32_t first = buckets_[b];
    const std::uint32_t last = buckets_[b + 1];
    if (first < last && last <= postings_.size())
      pages.add(&postings_[first], std::min<std::size_t>(last - first, k_most));
  }
  pages.ask(read_ahead_);
}

void Index::ask_for_marks(std::span<const std::uint32_t> marks) const {
  Pages pages(bytes_);
  for (const std::uint32_t m : marks) pages.add(&blocks_[m / k_block], 2 * sizeof(std::uint32_t));
  pages.ask(read_ahead_);
  for (const std::uint32_t m : marks) {
    const std::size_t block = m / k_block;
    const std::size_t first = blocks_[block];
    const std::size_t last = block + 1 < blocks_.size() ? blocks_[block + 1] : texts_.size();
    if (first < last && last <= texts_.size())
      pages.add(&texts_[first], std::min<std::size_t>(last - first, k_block * std::size_t{256}));
  }
  pages.ask(read_ahead_);
}

void Index::ask_for_rows(std::span<const Found> found) const {
  Pages pages(bytes_);
  for (const Found& f : found) pages.add(&first_rows_[f.mark / k_block], sizeof(std::uint32_t));
  pages.ask(read_ahead_);
  for (const Found& f : found) {
    const std::size_t row = first_rows_[f.mark / k_block];
    if (row < rows_.size()) pages.add(&rows_[row], k_block * sizeof(RowRecord));
  }
  pages.ask(read_ahead_);
}

}  // namespace tmsweep::search
