// SPDX-License-Identifier: Apache-2.0
#include "search/index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "image/prefetch.h"
#include "model/worded.h"
#include "search/index_groups.h"
#include "search/key_hash.h"

namespace tmsweep::search {

namespace {

constexpr std::uint32_t k_least_bits = 6;  // one group
constexpr std::uint32_t k_most_bits = 32;

/// A number in groups of seven bits, low ones first. Ends at `end` whatever the bytes are.
std::uint32_t variable(const std::uint8_t*& at, const std::uint8_t* end) {
  std::uint32_t value = 0;
  for (unsigned shift = 0; at != end && shift < 35; shift += 7) {
    const std::uint8_t b = *at++;
    value |= static_cast<std::uint32_t>(b & 0x7FU) << shift;
    if ((b & 0x80U) == 0) break;
  }
  return value;
}

[[noreturn]] void damaged(const Text& what) {
  throw IndexError(
      worded({"在先商标的索引已损坏（{}）；用 'tmsweep db reindex' 重建",
              "the index of earlier marks is damaged ({}); build it again with 'tmsweep db reindex'"},
             what));
}

}  // namespace

template <class T>
std::span<const T> Index::section(const IndexHeader& header, IndexSection which) const {
  const IndexSectionEntry& e = header.sections[static_cast<std::size_t>(which)];
  if (e.offset % 8 != 0 || e.offset > bytes_.size() || e.size > bytes_.size() - e.offset ||
      e.size % sizeof(T) != 0)
    damaged({"有表在索引之外", "a table lies outside of it"});
  return {reinterpret_cast<const T*>(bytes_.data() + e.offset), e.size / sizeof(T)};
}

Index::Index(const image::Image& image, std::span<const std::byte> bytes) : image_(&image), bytes_(bytes) {
  IndexHeader h;
  if (bytes.size() < sizeof h) damaged({"太短", "it is too short"});
  std::memcpy(&h, bytes.data(), sizeof h);
  if (h.magic != k_index_magic) damaged({"开头的标记不对", "it does not begin with the expected mark"});
  if (h.version != k_index_version ||
      std::string_view(h.content.data(), h.content.size()) != image.meta("content-sha256")) {
    throw IndexError(worded(
        {"在先商标的索引是用另一版数据库建的；用 'tmsweep db reindex' 重建",
         "the index of earlier marks was made with another edition of the database; build it again with "
         "'tmsweep db reindex'"}));
  }
  text_groups_ = section<std::uint32_t>(h, IndexSection::text_groups);
  texts_ = section<std::uint8_t>(h, IndexSection::texts);
  first_rows_ = section<std::uint32_t>(h, IndexSection::first_rows);
  rows_ = section<RowRecord>(h, IndexSection::rows);
  row_texts_ = section<char>(h, IndexSection::row_texts);
  sources_ = section<char>(h, IndexSection::sources);
  bucket_groups_ = section<std::uint32_t>(h, IndexSection::bucket_groups);
  postings_ = section<std::uint8_t>(h, IndexSection::postings);
  short_groups_ = section<std::uint32_t>(h, IndexSection::short_groups);
  short_names_ = section<std::uint8_t>(h, IndexSection::short_names);
  const auto key_bits = section<std::uint8_t>(h, IndexSection::key_set);
  key_set_ = image::HashSet(key_bits);
  marks_ = h.marks;
  bucket_bits_ = h.bucket_bits;
  id_bytes_ = marks_ < (1U << 24U) ? 3 : 4;
  if (bucket_bits_ < k_least_bits || bucket_bits_ > k_most_bits ||
      bucket_groups_.size() != (std::uint64_t{1} << bucket_bits_) / k_group_buckets + 1)
    damaged({"桶的数目不对", "its number of buckets is wrong"});
  const std::size_t blocks = (std::size_t{marks_} + k_block - 1) / k_block;
  if (first_rows_.size() != (std::size_t{marks_} + k_row_block - 1) / k_row_block ||
      text_groups_.size() != (blocks + k_group_blocks - 1) / k_group_blocks)
    damaged({"商标的数目不对", "its number of marks is wrong"});
  if (short_groups_.empty() || !std::has_single_bit(short_groups_.size() - 1))
    damaged({"短名称集不对", "its set of short names is wrong"});
  if (!key_bits.empty() && !std::has_single_bit(key_bits.size()))
    damaged({"键集不对", "its set of keys is wrong"});
}

std::size_t Index::bucket_of(Key key) const {
  return static_cast<std::size_t>(key >> (64U - bucket_bits_));
}

std::span<const std::uint8_t> Index::short_set(char32_t first) const {
  const std::size_t group = short_group(first, short_groups_.size() - 1);
  const std::size_t begin = short_groups_[group];
  const std::size_t end = short_groups_[group + 1];
  if (begin > end || end > short_names_.size())
    damaged({"有短名称在表外", "short names lie outside of their table"});
  return short_names_.subspan(begin, end - begin);
}

std::span<const std::uint8_t> Index::group_of(std::size_t bucket) const {
  const std::uint32_t first = bucket_groups_[bucket / k_group_buckets];
  const std::uint32_t last = bucket_groups_[bucket / k_group_buckets + 1];
  if (first > last || last > postings_.size()) damaged({"有列表在表外", "a list lies outside of its table"});
  return postings_.subspan(first, last - first);
}

std::span<const std::uint8_t> Index::bucket(std::size_t number) const {
  const auto found = bucket_of_group(group_of(number), number % k_group_buckets);
  if (!found) damaged({"有列表在表外", "a list lies outside of its table"});
  return *found;
}

bool Index::find(Key key, std::span<const std::uint8_t> bucket, List& list) const {
  const std::uint8_t* at = bucket.data();
  const std::uint8_t* const end = at + bucket.size();
  const auto wanted =
      static_cast<std::uint8_t>(key >> (64U - bucket_bits_ - k_fingerprint_bits) & (k_several - 1U));
  while (static_cast<std::size_t>(end - at) >= 1 + id_bytes_) {
    const std::uint8_t fingerprint = *at;
    std::uint32_t id =
        at[1] | static_cast<std::uint32_t>(at[2]) << 8U | static_cast<std::uint32_t>(at[3]) << 16U;
    if (id_bytes_ == 4) id |= static_cast<std::uint32_t>(at[4]) << 24U;
    at += 1 + id_bytes_;
    std::uint32_t size = 0;
    if ((fingerprint & k_several) != 0) {
      size = variable(at, end);
      if (size > static_cast<std::size_t>(end - at))
        damaged({"有列表在桶外", "a list lies outside of its bucket"});
    }
    const auto own = static_cast<std::uint8_t>(fingerprint & (k_several - 1U));
    if (own == wanted) {
      list = {{at, size}, id};
      return true;
    }
    if (own > wanted) return false;
    at += size;
  }
  return false;
}

void Index::take(const List& list, std::vector<std::uint32_t>& out) const {
  std::uint32_t id = list.first;
  const std::uint8_t* at = list.deltas.data();
  const std::uint8_t* const end = at + list.deltas.size();
  for (;;) {
    if (id >= marks_) damaged({"有列表指到不存在的商标", "a list names a mark that is not there"});
    out.push_back(id);
    if (at == end) return;
    id += variable(at, end);
  }
}

/// Marks that hold all grams stand in the list of each: those that stand in the two shortest are compared.
void Index::take_shortest(std::span<const Key> grams, std::span<const std::span<const std::uint8_t>> buckets,
                          std::vector<std::uint32_t>& out) const {
  std::array<List, 2> shortest;
  std::size_t count = 0;
  for (std::size_t i = 0; i < grams.size(); ++i) {
    List list;
    if (!find(grams[i], buckets[i], list)) return;  // no mark holds them all
    if (count < 2) {
      shortest[count++] = list;
    } else if (list.bound() < shortest[1].bound()) {
      shortest[1] = list;
    }
    if (count == 2 && shortest[1].bound() < shortest[0].bound()) std::swap(shortest[0], shortest[1]);
  }
  if (count == 0) return;
  const std::size_t first = out.size();
  take(shortest[0], out);
  constexpr std::size_t k_worth = 3;
  if (count < 2 || out.size() - first < k_worth) return;
  const std::size_t second = out.size();
  take(shortest[1], out);
  // Lists are in the order of the marks.
  auto keep = out.begin() + static_cast<std::ptrdiff_t>(first);
  auto other = out.begin() + static_cast<std::ptrdiff_t>(second);
  const auto middle = other;
  for (auto it = keep; it != middle; ++it) {
    while (other != out.end() && *other < *it) ++other;
    if (other != out.end() && *other == *it) *keep++ = *it;
  }
  out.erase(keep, out.end());
}

std::size_t Index::bound(const Query& query, Tier tier) const {
  std::size_t n = 0;
  List list;
  for (const Key k : query.probes[static_cast<std::size_t>(tier)]) n += find(k, list) ? list.bound() : 0;
  query.short_names[static_cast<std::size_t>(tier)].each(
      [&](char32_t first, std::span<const std::uint64_t> sums) {
        const std::span<const std::uint8_t> set = short_set(first);
        for (const std::uint64_t sum : sums)
          n += is_in_short_set(exact_key(sum), set) && find(exact_key(sum), list) ? list.bound() : 0;
      });
  if (tier != Tier::part) return n;
  for (std::size_t i = 0; i < query.grams.size(); ++i) {
    const std::span<const Key> grams = query.grams[i];
    std::size_t least = ~std::size_t{0};
    for (const Key k : grams) least = std::min(least, find(k, list) ? list.bound() : 0);
    n += least;
  }
  return n;
}

void Index::propose(const Scratch& scratch, Tier tier, std::vector<std::uint32_t>& all) const {
  const auto t = static_cast<std::size_t>(tier);
  List list;
  for (std::size_t i = 0; i < scratch.probes[t].size(); ++i) {
    if (find(scratch.probes[t][i], scratch.buckets[t][i], list)) take(list, all);
  }
  if (tier == Tier::part) {
    std::span<const std::span<const std::uint8_t>> buckets = scratch.gram_buckets;
    for (std::size_t i = 0; i < scratch.grams.size(); ++i) {
      const std::span<const Key> grams = scratch.grams[i];
      take_shortest(grams, buckets.first(grams.size()), all);
      buckets = buckets.subspan(grams.size());
    }
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

void Index::begin(Scratch& scratch) const {
  if (read_ahead_ != nullptr) ask_for_postings(scratch.query);
  select_probes(scratch);
  for (const std::vector<Key>& keys : scratch.probes) prefetch_groups(keys);
  prefetch_groups(scratch.grams.all());
  for (Buckets& of_tier : scratch.buckets) of_tier.clear();
  scratch.gram_buckets.clear();
  if (read_ahead_ == nullptr) return;
  for (std::size_t t = 0; t < k_tiers; ++t) locate(scratch, static_cast<Tier>(t));
  ask_for_proposed(scratch);
}

void Index::search(const Prepared& later, Tier tier, Scratch& scratch) const {
  if (marks_ == 0) return;
  if (tier == Tier::same) begin(scratch);
  locate(scratch, tier);  // unless the tier before has done it
  std::vector<std::uint32_t>& all = scratch.candidates;
  all.clear();
  propose(scratch, tier, all);
  if (!scratch.done.empty()) {
    std::erase_if(all, [&](std::uint32_t mark) { return std::ranges::binary_search(scratch.done, mark); });
  }
  const std::size_t found_before = scratch.found.size();
  // They come while this tier is compared.
  if (tier != Tier::part && read_ahead_ == nullptr)
    locate(scratch, tier == Tier::same ? Tier::close : Tier::part);
  // The keys of a tier propose every mark in one of its relations, so that nothing else need be compared.
  Place place;
  for (std::size_t i = 0; i < all.size(); ++i) {
    // From far to near: where the group begins, its head, the block.
    if (i + 18 < all.size()) image::prefetch(&text_groups_[all[i + 18] / k_block / k_group_blocks]);
    if (i + 12 < all.size()) prefetch_group_of(all[i + 12]);
    if (i + 6 < all.size()) prefetch_block_of(all[i + 6]);
    const std::uint32_t mark = all[i];
    const std::span<const std::uint8_t> bytes = stored(mark, place);
    if (!later.sieve().may_pass(tier, bytes)) continue;
    std::size_t used = 0;
    if (const auto l = compare(later, read_sign(bytes, used), tier, tier)) {
      scratch.found.push_back({mark, *l});
      scratch.done.push_back(mark);
    }
  }
  std::ranges::sort(scratch.done);
  if (read_ahead_ != nullptr) ask_for_rows(std::span(scratch.found).subspan(found_before));
}

std::size_t Index::block_start(std::size_t block) const {
  const std::size_t group = text_groups_[block / k_group_blocks];
  if (group > texts_.size() || texts_.size() - group < k_group_head)
    damaged({"有商标在表外", "a mark lies outside of its table"});
  return group + block_in_group(texts_.subspan(group), block % k_group_blocks);
}

Sign Index::sign(std::uint32_t mark, Place& place) const {
  std::size_t used = 0;
  return read_sign(stored(mark, place), used);
}

std::span<const std::uint8_t> Index::stored(std::uint32_t mark, Place& place) const {
  if (mark / k_block != place.mark / k_block || mark < place.mark) {
    place = {mark - mark % k_block, block_start(mark / k_block)};
  }
  std::size_t used = 0;
  for (; place.mark < mark; ++place.mark) {
    used = place.at < texts_.size() ? sign_size(texts_.subspan(place.at)) : 0;
    if (used == 0) damaged({"有商标被截断", "a mark is cut off"});
    place.at += used;
  }
  if (place.at >= texts_.size()) damaged({"有商标在表外", "a mark lies outside of its table"});
  used = sign_size(texts_.subspan(place.at));
  if (used == 0) damaged({"有商标被截断", "a mark is cut off"});
  return texts_.subspan(place.at, used);
}

std::span<const RowRecord> Index::rows(std::uint32_t mark) const {
  const auto is_last = [&](std::size_t row) {
    if (row >= rows_.size()) damaged({"有注册在表外", "registrations lie outside of their table"});
    return (rows_[row].standing & k_last_row) != 0;
  };
  std::size_t first = first_rows_[mark / k_row_block];
  for (std::uint32_t i = mark % k_row_block; i > 0; ++first) i -= is_last(first) ? 1U : 0U;
  std::size_t last = first;
  while (!is_last(last)) ++last;
  return rows_.subspan(first, last + 1 - first);
}

Standing Index::standing(const RowRecord& row) {
  const auto value = static_cast<std::uint8_t>(row.standing & ~k_last_row);
  return value < k_standing_ids.size() ? static_cast<Standing>(value) : Standing::unknown;
}

Fame Index::fame(const RowRecord& row) {
  return row.fame < k_fame_ids.size() ? static_cast<Fame>(row.fame) : Fame::unknown;
}

std::string_view Index::field(const RowRecord& row, std::size_t number) const {
  std::size_t at = std::size_t{row.text} * 4;
  for (;; --number) {
    if (at >= row_texts_.size()) damaged({"有文本在表外", "a text lies outside of its table"});
    const auto* const begin = row_texts_.data() + at;
    const auto* const end = static_cast<const char*>(std::memchr(begin, 0, row_texts_.size() - at));
    if (end == nullptr) damaged({"有文本被截断", "a text is cut off"});
    if (number == 0) return {begin, static_cast<std::size_t>(end - begin)};
    at += static_cast<std::size_t>(end - begin) + 1;
  }
}

std::string_view Index::source(std::uint16_t number) const {
  std::size_t at = 0;
  for (; number > 0 && at < sources_.size(); ++at)
    number = static_cast<std::uint16_t>(number - (sources_[at] == 0 ? 1 : 0));
  if (at >= sources_.size()) damaged({"有来源不存在", "a source is not there"});
  const auto* const begin = sources_.data() + at;
  const auto* const end = static_cast<const char*>(std::memchr(begin, 0, sources_.size() - at));
  if (end == nullptr) damaged({"有来源被截断", "a source is cut off"});
  return {begin, static_cast<std::size_t>(end - begin)};
}

EarlierMark Index::earlier_mark(const RowRecord& row) const {
  EarlierMark m;
  m.name = field(row, 0);
  m.owner = field(row, 1);
  m.status = field(row, 2);
  m.number = field(row, 3);
  m.filed = field(row, 4);
  m.source = source(row.source);
  m.classes = row.classes;
  m.standing = standing(row);
  m.fame = fame(row);
  return m;
}

void search_all(const Index& index, const Prepared& later, Scratch& scratch) {
  scratch.start();
  query_keys(later, scratch.query);
  for (std::size_t t = 0; t < k_tiers; ++t) index.search(later, static_cast<Tier>(t), scratch);
}

}  // namespace tmsweep::search
