// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "image/image.h"
#include "search/sign.h"

namespace tmsweep::search {

class Prepared;

/// A 64-bit hash of one aspect of a name. Names that stand in a relation share a key: a key of the earlier
/// mark (`mark_keys`) is probed by the later name (`query_keys`) or lies in the shortest of its gram lists.
/// Keys only propose; `compare` decides.
using Key = std::uint64_t;

/// In the order of strength: what a later tier finds is never closer than what an earlier one can.
enum class Tier : std::uint8_t {
  same,   ///< same text, sound, letters, numerals, meaning; another order; also of a distinctive part
  close,  ///< one character or letter apart, look-alikes, sound of letters
  part    ///< one in the other
};
inline constexpr std::size_t k_tiers = 3;

/// Lists of keys, one after the other in one place.
class KeyLists {
 public:
  void clear() {
    keys_.clear();
    ends_.clear();
  }
  void push(Key key) { keys_.push_back(key); }
  /// Ends a list; an empty one is none.
  void end() {
    if (keys_.size() > (ends_.empty() ? 0 : ends_.back())) ends_.push_back(keys_.size());
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::span<const Key> operator[](std::size_t i) const {
    const std::size_t first = i == 0 ? 0 : ends_[i - 1];
    return std::span(keys_).subspan(first, ends_[i] - first);
  }
  /// The keys of all lists.
  [[nodiscard]] const std::vector<Key>& all() const { return keys_; }

 private:
  std::vector<Key> keys_;
  std::vector<std::size_t> ends_;
};

/// A short name with Han by its characters.
struct ShortName {
  Key key = 0;
  char32_t first = 0;  ///< names that begin alike are looked for in one place
};

/// Short names that may be marks: many, of which hardly any is there. Those that begin alike lie together; of
/// each there is the sum that its key is made of (exact_key), for most need no key.
class ShortNames {
 public:
  void clear() {
    sums_.clear();
    runs_.clear();
  }
  /// What is pushed from now on begins with this character.
  void begin(char32_t first) {
    if (runs_.empty() || runs_.back().first != first) runs_.push_back({first, sums_.size()});
  }
  void push(std::uint64_t sum) { sums_.push_back(sum); }
  /// Calls `use(first, sums)` for those that begin alike.
  template <class Use>
  void each(const Use& use) const {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const std::size_t end = i + 1 < runs_.size() ? runs_[i + 1].begin : sums_.size();
      if (end > runs_[i].begin)
        use(runs_[i].first, std::span(sums_).subspan(runs_[i].begin, end - runs_[i].begin));
    }
  }

 private:
  struct Run {
    char32_t first = 0;
    std::size_t begin = 0;
  };
  std::vector<std::uint64_t> sums_;
  std::vector<Run> runs_;
};

/// A character of a short name exchanged for one that is hard to tell apart, and what its sum changes by.
struct Exchange {
  std::uint64_t sum = 0;
  char32_t look = 0;
};

struct Query {
  std::array<std::vector<Key>, k_tiers> probes;  ///< by Tier
  std::array<ShortNames, k_tiers> short_names;   ///< by Tier
  KeyLists grams;  ///< for each view: a longer mark that holds it has all of these keys
  std::array<std::vector<Exchange>, 4> exchanges;  ///< room for query_keys to work in
};

/// Keys under which a mark is kept; sorted, without repetition.
void mark_keys(const image::Image& image, const Sign& sign, std::vector<Key>& keys);

/// A mark that is a short name with Han. Its key is one of the mark's; an index also keeps a set of these, to
/// see at once that a name is not there.
std::optional<ShortName> short_name(const Sign& sign);

/// Keys that a mark in a relation to `later` has.
void query_keys(const Prepared& later, Query& query);

}  // namespace tmsweep::search
