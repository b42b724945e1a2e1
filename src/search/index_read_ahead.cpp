// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "search/index.h"
#include "search/index_groups.h"
#include "search/key_hash.h"

// A search of a file that is not in memory waits for a few hundred pages, one after the other, unless the
// system is told of all those of one step before the first of them is touched.
namespace tmsweep::search {

namespace {

constexpr std::size_t k_page = 4096;
constexpr std::size_t k_small_table =
    std::size_t{128} * k_page;            ///< read whole in the time of some pages of it
constexpr std::size_t k_usual_mark = 16;  ///< bytes; what is longer may reach into a page that is waited for

/// Pages of a file to be asked for together, each once.
class Pages {
 public:
  Pages(std::span<const std::byte> file, ReadAhead read_ahead) : file_(file), read_ahead_(read_ahead) {}

  void add(const void* begin, std::size_t size) {
    const auto at = static_cast<std::size_t>(static_cast<const std::byte*>(begin) - file_.data());
    for (std::size_t page = at / k_page; page <= (at + std::max<std::size_t>(size, 1) - 1) / k_page; ++page)
      pages_.push_back(page);
  }
  /// Asks for those added since the last time and not asked for before.
  void ask() {
    std::ranges::sort(pages_);
    pages_.erase(std::unique(pages_.begin(), pages_.end()), pages_.end());
    fresh_.clear();
    std::ranges::set_difference(pages_, asked_, std::back_inserter(fresh_));
    pages_.clear();
    for (std::size_t i = 0; i < fresh_.size();) {
      std::size_t end = i + 1;
      while (end < fresh_.size() && fresh_[end] == fresh_[end - 1] + 1) ++end;
      const std::size_t first = fresh_[i] * k_page;
      if (first < file_.size())
        read_ahead_(file_.subspan(first, std::min((end - i) * k_page, file_.size() - first)));
      i = end;
    }
    const auto middle = static_cast<std::ptrdiff_t>(asked_.size());
    asked_.insert(asked_.end(), fresh_.begin(), fresh_.end());
    std::inplace_merge(asked_.begin(), asked_.begin() + middle, asked_.end());
  }

 private:
  std::span<const std::byte> file_;
  ReadAhead read_ahead_;
  std::vector<std::size_t> pages_;
  std::vector<std::size_t> fresh_;
  std::vector<std::size_t> asked_;
};

}  // namespace

/// The marks of all tiers together: what one of them leaves out would cost less to read than to wait for.
void Index::ask_for_proposed(const Scratch& scratch) const {
  std::vector<std::uint32_t> marks;
  std::vector<std::uint32_t> of_tier;
  for (std::size_t t = 0; t < k_tiers; ++t) {
    of_tier.clear();
    propose(scratch, static_cast<Tier>(t), of_tier);
    marks.insert(marks.end(), of_tier.begin(), of_tier.end());
  }
  ask_for_marks(marks);
}

void Index::ask_for_postings(const Query& query) const {
  Pages pages(bytes_, read_ahead_);
  std::vector<std::size_t> buckets;
  const auto add = [&](Key k) {
    buckets.push_back(bucket_of(k));
    pages.add(&bucket_groups_[buckets.back() / k_group_buckets], 2 * sizeof(std::uint32_t));
  };
  const auto each_short_name = [&](const auto& use) {
    for (const ShortNames& names : query.short_names) {
      names.each([&](char32_t first, std::span<const std::uint64_t> sums) {
        const std::span<const std::uint8_t> set = short_set(first);
        if (set.empty()) return;
        for (const std::uint64_t sum : sums) use(exact_key(sum), set);
      });
    }
  };
  for (const std::vector<Key>& keys : query.probes) std::ranges::for_each(keys, add);
  std::ranges::for_each(query.grams.all(), add);
  pages.add(short_groups_.data(), short_groups_.size_bytes());
  // The marks come last, and nearly every search needs this table.
  if (text_groups_.size_bytes() <= k_small_table) pages.add(text_groups_.data(), text_groups_.size_bytes());
  pages.ask();
  each_short_name([&](Key key, std::span<const std::uint8_t> set) {
    pages.add(&set[short_bit(key, set.size() * 8) / 8], 1);
  });
  // A bucket nearly always lies in the page where its group begins, or in the next.
  const auto add_groups = [&] {
    for (const std::size_t b : buckets) {
      const std::span<const std::uint8_t> group = group_of(b);
      pages.add(group.data(), std::min(group.size(), k_page));
    }
  };
  add_groups();
  const std::span<const std::uint8_t> set = key_set_.bits();
  if (!set.empty()) pages.add(set.data(), set.size());
  pages.ask();
  each_short_name([&](Key key, std::span<const std::uint8_t> set) {
    if (is_in_short_set(key, set)) add(key);
  });
  pages.ask();
  add_groups();
  pages.ask();
  constexpr std::size_t k_most = 65'536;  // a list longer than this is read in order anyway
  for (const std::size_t b : buckets) {
    const std::span<const std::uint8_t> own = bucket(b);
    pages.add(own.data(), std::min(own.size(), k_most));
  }
  pages.ask();
}

void Index::ask_for_marks(std::span<const std::uint32_t> marks) const {
  Pages pages(bytes_, read_ahead_);
  if (text_groups_.size_bytes() > k_small_table) {
    for (const std::uint32_t m : marks)
      pages.add(&text_groups_[m / k_block / k_group_blocks], 2 * sizeof(std::uint32_t));
    pages.ask();
  }
  for (const std::uint32_t m : marks) {
    const std::size_t group = text_groups_[m / k_block / k_group_blocks];
    if (group < texts_.size()) pages.add(&texts_[group], k_group_head);
  }
  pages.ask();
  for (const std::uint32_t m : marks) {
    const std::size_t first = block_start(m / k_block);
    if (first < texts_.size())
      pages.add(&texts_[first], std::min<std::size_t>(k_block * k_usual_mark, texts_.size() - first));
  }
  pages.ask();
}

void Index::ask_for_rows(std::span<const Found> found) const {
  Pages pages(bytes_, read_ahead_);
  for (const Found& f : found) pages.add(&first_rows_[f.mark / k_row_block], sizeof(std::uint32_t));
  pages.ask();
  for (const Found& f : found) {
    const std::size_t row = first_rows_[f.mark / k_row_block];
    if (row < rows_.size()) pages.add(&rows_[row], k_row_block * sizeof(RowRecord));
  }
  pages.ask();
}

}  // namespace tmsweep::search
