// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "image/hash_set.h"
#include "image/image.h"
#include "model/earlier_mark.h"
#include "model/message.h"
#include "search/compare.h"
#include "search/index_layout.h"
#include "search/index_text.h"

namespace tmsweep::search {

/// The index is not one that this program can use; the message says why and what to do. Ends as exit code 3.
class IndexError : public Failure {
 public:
  using Failure::Failure;
};

/// An earlier mark that stands in a relation to the name.
struct Found {
  std::uint32_t mark = 0;
  Likeness likeness;
};

/// The bytes of the bucket that each of some keys is looked for in.
using Buckets = std::vector<std::span<const std::uint8_t>>;

/// What one search needs again and again; kept between searches so that they allocate nothing.
struct Scratch {
  Query query;
  // Of `query` what an index may have, and where.
  std::array<std::vector<Key>, k_tiers> probes;
  std::array<Buckets, k_tiers> buckets;
  KeyLists grams;
  Buckets gram_buckets;

  std::vector<std::uint32_t> candidates;  ///< of the last tier
  std::vector<std::uint32_t> done;        ///< found in an earlier tier; sorted
  std::vector<Found> found;

  /// Makes it ready for the first tier of another search.
  void start() {
    done.clear();
    found.clear();
  }
};

/// Asks the system to begin to read these bytes of a mapped file; does not wait for them.
using ReadAhead = void (*)(std::span<const std::byte> bytes);

/// A read-only view of an index of earlier marks. The bytes must outlive it; nothing is copied.
class Index {
 public:
  Index() = default;
  /// Checks header, version, bounds, and that the index was made with the tables of `image`. Throws
  /// IndexError.
  Index(const image::Image& image, std::span<const std::byte> bytes);

  /// From now on each step of a search asks for all that it will touch. For a few names against a file that
  /// is not in memory: when it is, asking takes longer than the search.
  void read_ahead_with(ReadAhead ask) { read_ahead_ = ask; }

  [[nodiscard]] bool empty() const { return marks_ == 0; }
  [[nodiscard]] std::uint32_t marks() const { return marks_; }
  [[nodiscard]] std::uint32_t registrations() const { return static_cast<std::uint32_t>(rows_.size()); }

  /// Compares what the keys of one tier propose and no tier before has found; appends what stands in one of
  /// its relations to `scratch.found`. `scratch.query` must hold the keys of `later`, and `scratch.start()`
  /// come before the first tier.
  void search(const Prepared& later, Tier tier, Scratch& scratch) const;
  /// At most how many marks a tier would have to compare.
  [[nodiscard]] std::size_t bound(const Query& query, Tier tier) const;

  [[nodiscard]] Sign sign(std::uint32_t mark) const {
    Place place;
    return sign(mark, place);
  }
  /// Registrations of a mark.
  [[nodiscard]] std::span<const RowRecord> rows(std::uint32_t mark) const;
  [[nodiscard]] std::string_view name(const RowRecord& row) const { return field(row, 0); }
  [[nodiscard]] static Standing standing(const RowRecord& row);
  [[nodiscard]] static Fame fame(const RowRecord& row);
  [[nodiscard]] EarlierMark earlier_mark(const RowRecord& row) const;

 private:
  struct List {
    std::span<const std::uint8_t> deltas;
    std::uint32_t first = 0;
    [[nodiscard]] std::size_t bound() const { return 1 + deltas.size(); }
  };

  /// Where a mark begins in `texts_`: marks of one block are read one after the other.
  struct Place {
    std::uint32_t mark = ~std::uint32_t{0};
    std::size_t at = 0;
  };
  [[nodiscard]] Sign sign(std::uint32_t mark, Place& place) const;
  /// The bytes of a mark.
  [[nodiscard]] std::span<const std::uint8_t> stored(std::uint32_t mark, Place& place) const;

  template <class T>
  [[nodiscard]] std::span<const T> section(const IndexHeader& header, IndexSection which) const;
  [[nodiscard]] std::string_view field(const RowRecord& row, std::size_t number) const;
  [[nodiscard]] std::string_view source(std::uint16_t number) const;
  [[nodiscard]] std::size_t bucket_of(Key key) const;
  /// What lies in `postings_` for a group of buckets.
  [[nodiscard]] std::span<const std::uint8_t> group_of(std::size_t bucket) const;
  /// Where a block of marks begins in `texts_`.
  [[nodiscard]] std::size_t block_start(std::size_t block) const;
  [[nodiscard]] std::span<const std::uint8_t> bucket(std::size_t number) const;
  /// Looks for a key in its bucket.
  bool find(Key key, std::span<const std::uint8_t> bucket, List& list) const;
  bool find(Key key, List& list) const { return find(key, bucket(bucket_of(key)), list); }
  /// The set of short names that begin with this character; empty when there are none.
  [[nodiscard]] std::span<const std::uint8_t> short_set(char32_t first) const;
  void take(const List& list, std::vector<std::uint32_t>& out) const;
  void take_shortest(std::span<const Key> grams, std::span<const std::span<const std::uint8_t>> buckets,
                     std::vector<std::uint32_t>& out) const;
  /// Chooses what of the query may be there, and begins to look where that is.
  void begin(Scratch& scratch) const;
  void select_probes(Scratch& scratch) const;
  /// Appends the keys of the names that may be there.
  void select_short_names(const ShortNames& names, std::vector<Key>& out) const;
  /// Marks that the keys of a tier propose, in order. They must have been located.
  void propose(const Scratch& scratch, Tier tier, std::vector<std::uint32_t>& all) const;
  void ask_for_postings(const Query& query) const;
  void ask_for_proposed(const Scratch& scratch) const;
  void ask_for_marks(std::span<const std::uint32_t> marks) const;
  void ask_for_rows(std::span<const Found> found) const;
  void prefetch_groups(std::span<const Key> keys) const;
  /// The buckets of keys, which are asked for.
  void locate(std::span<const Key> keys, std::span<std::span<const std::uint8_t>> out) const;
  /// Those of a tier, unless it has been done.
  void locate(Scratch& scratch, Tier tier) const;
  void prefetch_group_of(std::uint32_t mark) const;
  void prefetch_block_of(std::uint32_t mark) const;

  const image::Image* image_ = nullptr;
  std::span<const std::byte> bytes_;
  std::uint32_t marks_ = 0;
  std::uint32_t bucket_bits_ = 0;
  std::uint32_t id_bytes_ = 3;
  std::span<const std::uint32_t> text_groups_;
  std::span<const std::uint8_t> texts_;
  std::span<const std::uint32_t> first_rows_;
  std::span<const RowRecord> rows_;
  std::span<const char> row_texts_;
  std::span<const char> sources_;
  std::span<const std::uint32_t> bucket_groups_;
  std::span<const std::uint8_t> postings_;
  std::span<const std::uint32_t> short_groups_;
  /// Of 91 keys that a Latin name asks the bundle for 21 are there, of 36 of a Han name one.
  image::HashSet key_set_;
  std::span<const std::uint8_t> short_names_;
  ReadAhead read_ahead_ = nullptr;
};

/// Every mark in a relation to the name, tier by tier, in the order of their numbers.
void search_all(const Index& index, const Prepared& later, Scratch& scratch);

}  // namespace tmsweep::search
