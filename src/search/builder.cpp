// SPDX-License-Identifier: Apache-2.0
#include "search/builder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <exception>
#include <fstream>
#include <thread>

#include "model/worded.h"
#include "search/index_groups.h"
#include "search/index_text.h"
#include "search/sound.h"
#include "text/mark.h"
#include "text/utf8.h"

namespace tmsweep::search {

namespace {

constexpr std::size_t k_partitions = 256;  ///< by the first byte of the key
/// Fewer keys a bucket: fewer candidates by chance, and a larger table of buckets. Small indexes can afford
/// it.
constexpr std::size_t k_keys_in_bucket = 12;
constexpr std::size_t k_keys_in_small_bucket = 2;
constexpr std::uint32_t k_small_index = 500'000;
constexpr std::uint32_t k_least_bits = 14;   ///< of 64 buckets a group and 256 partitions of whole groups
constexpr std::uint32_t k_key_set = 60'000;  ///< marks of an index whose set of keys stays in the cache
constexpr std::size_t k_small = 4096;        ///< fewer marks are not worth a second thread

std::size_t thread_count(std::size_t items) {
  if (items < k_small) return 1;
  constexpr std::size_t k_most_threads = 16;
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, k_most_threads);
}

/// Runs `work(part, first, last)` over [0, size) in equal parts, each on a thread of its own; what one throws
/// is thrown here.
template <class Work>
void in_parallel(std::size_t size, std::size_t parts, const Work& work) {
  if (parts <= 1) return work(0, 0, size);
  std::vector<std::exception_ptr> failures(parts);
  std::vector<std::jthread> threads;
  for (std::size_t p = 0; p < parts; ++p) {
    threads.emplace_back([&, p] {
      try {
        work(p, size * p / parts, size * (p + 1) / parts);
      } catch (...) {
        failures[p] = std::current_exception();
      }
    });
  }
  threads.clear();
  for (const std::exception_ptr& f : failures) {
    if (f) std::rethrow_exception(f);
  }
}

/// Like marks become neighbours: script and length, then sound.
std::uint64_t order_of(const image::Image& image, const Sign& sign) {
  const Sounds sounds(image, sign.text.view().substr(0, 3));
  std::array<std::uint16_t, k_most_compared> codes{};
  sounds.main_codes(image, codes);
  const std::uint64_t script = sign.han > 0 ? 0 : 1;
  const std::uint64_t size = sign.han > 0 ? 0 : sign.text.size();
  return script << 63U | size << 48U | std::uint64_t{codes[0]} << 32U | std::uint64_t{codes[1]} << 16U |
         codes[2];
}

void put_variable(std::uint32_t value, std::string& out) {
  while (value >= 0x80U) {
    out.push_back(static_cast<char>(value | 0x80U));
    value >>= 7U;
  }
  out.push_back(static_cast<char>(value));
}

template <class T>
std::string_view bytes_of(const std::vector<T>& items) {
  return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)};
}

}  // namespace

IndexBuilder::IndexBuilder(const image::Image& image, std::string_view content)
    : image_(image), content_(content) {}

std::optional<Error> IndexBuilder::add(const EarlierMark& mark) {
  const Result<std::u32string> name = text::decode(mark.name);
  if (!name) return name.error();
  if (name.value().empty()) {
    return Error{
        worded({"名称是空的", "the name is empty"}), worded({"去掉这一行", "leave the row out"}), {}};
  }
  if (name.value().size() > text::k_longest_name) {
    return Error{worded({"名称超过 {} 个字符", "the name has more than {} characters"}, text::k_longest_name),
                 worded({"只写商标的文字部分", "give the word part of the mark alone"}),
                 {}};
  }
  RowRecord r;
  r.classes = mark.classes;
  row_texts_.resize((row_texts_.size() + 3) / 4 * 4);
  r.text = static_cast<std::uint32_t>(row_texts_.size() / 4);
  name_at_.push_back(row_texts_.size());
  for (const std::string* field : {&mark.name, &mark.owner, &mark.status, &mark.number, &mark.filed}) {
    // A zero byte ends a field, so none may stand inside.
    row_texts_.append(field->data(), std::min(field->size(), field->find('\0')));
    row_texts_.push_back('\0');
  }
  const auto [it, fresh] =
      source_ids_.try_emplace(mark.source, static_cast<std::uint16_t>(source_ids_.size()));
  if (fresh) sources_.append(mark.source).push_back('\0');
  r.source = it->second;
  r.standing = static_cast<std::uint8_t>(mark.standing);
  r.fame = static_cast<std::uint8_t>(mark.fame);
  rows_.push_back(r);
  return {};
}

std::string_view IndexBuilder::stored(const Kept& k) const {
  const std::string& texts = parts_[k.part].texts;
  const auto* const at = reinterpret_cast<const std::uint8_t*>(texts.data()) + k.text;
  return {texts.data() + k.text, sign_size({at, texts.size() - k.text})};
}

void IndexBuilder::read_names() {
  parts_.resize(thread_count(rows_.size()));
  in_parallel(rows_.size(), parts_.size(), [&](std::size_t p, std::size_t first, std::size_t last) {
    Part& part = parts_[p];
    part.kept.reserve(last - first);
    for (std::size_t row = first; row < last; ++row) {
      const Result<text::Core> read = text::core_of(image_, row_texts_.data() + name_at_[row]);
      if (!read || read.value().text.empty()) continue;
      const text::Core& core = read.value();
      const Sign sign =
          make_sign(image_, std::u32string_view(core.text).substr(0, kept(core.text)), core.token_edges);
      part.kept.push_back({order_of(image_, sign), static_cast<std::uint32_t>(part.texts.size()),
                           static_cast<std::uint32_t>(row), static_cast<std::uint8_t>(p)});
      put_sign(sign, part.texts);
    }
  });
}

void IndexBuilder::begin_block() {
  const std::size_t number = blocks_.size() % k_group_blocks;
  if (number == 0) {
    text_groups_.push_back(static_cast<std::uint32_t>(texts_.size()));
    texts_.append(k_group_head, '\0');
  } else {
    const std::size_t group = text_groups_.back();
    const std::size_t after_first = texts_.size() - group - k_group_head;
    texts_[group + 2 * number - 2] = static_cast<char>(after_first & 0xFFU);
    texts_[group + 2 * number - 1] = static_cast<char>(after_first >> 8U);
  }
  blocks_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

void IndexBuilder::number_marks() {
  const auto before = [&](const Kept& a, const Kept& b) {
    if (a.order != b.order) return a.order < b.order;
    const int c = stored(a).compare(stored(b));
    return c != 0 ? c < 0 : a.row < b.row;
  };
  in_parallel(parts_.size(), parts_.size(), [&](std::size_t p, std::size_t, std::size_t) {
    std::sort(parts_[p].kept.begin(), parts_[p].kept.end(), before);
  });
  std::vector<Kept> all = std::move(parts_[0].kept);
  for (std::size_t p = 1; p < parts_.size(); ++p) {
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    all.insert(all.end(), parts_[p].kept.begin(), parts_[p].kept.end());
    parts_[p].kept = {};
    std::inplace_merge(all.begin(), all.begin() + middle, all.end(), before);
  }
  std::string_view last;
  ordered_rows_.reserve(all.size());
  for (const Kept& k : all) {
    const std::string_view text = stored(k);
    if (marks_ == 0 || text != last) {
      if (marks_ % k_block == 0) begin_block();
      if (marks_ % k_row_block == 0) first_rows_.push_back(static_cast<std::uint32_t>(ordered_rows_.size()));
      texts_ += text;
      if (!ordered_rows_.empty()) ordered_rows_.back().standing |= k_last_row;
      ++marks_;
      last = text;
    }
    ordered_rows_.push_back(rows_[k.row]);
  }
  if (!ordered_rows_.empty()) ordered_rows_.back().standing |= k_last_row;
  parts_.clear();
  rows_ = {};
  name_at_ = {};
}

void IndexBuilder::collect_keys(std::uint32_t first, std::uint32_t last, Partitions& out,
                                std::vector<ShortName>& short_names) const {
  out.resize(k_partitions);
  std::vector<Key> keys;
  const auto* const texts = reinterpret_cast<const std::uint8_t*>(texts_.data());
  for (std::uint32_t block = first; block < last; ++block) {
    std::size_t at = blocks_[block];
    const std::uint32_t end = std::min(marks_, (block + 1) * k_block);
    for (std::uint32_t mark = block * k_block; mark < end; ++mark) {
      std::size_t used = 0;
      const Sign sign = read_sign({texts + at, texts_.size() - at}, used);
      at += used;
      mark_keys(image_, sign, keys);
      if (const auto name = short_name(sign)) short_names.push_back(*name);
      for (const Key k : keys) out[static_cast<std::size_t>(k >> 56U)].push_back({k, mark});
    }
  }
}

void IndexBuilder::make_keys() {
  keys_.resize(thread_count(marks_));
  short_names_.resize(keys_.size());
  in_parallel(blocks_.size(), keys_.size(), [&](std::size_t p, std::size_t first, std::size_t last) {
    collect_keys(static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), keys_[p],
                 short_names_[p]);
  });
  std::size_t total = 0;
  for (const Partitions& p : keys_) {
    for (const std::vector<Posting>& list : p) total += list.size();
  }
  const std::size_t wanted = marks_ <= k_small_index ? k_keys_in_small_bucket : k_keys_in_bucket;
  while ((total >> bucket_bits_) > wanted) ++bucket_bits_;
  bucket_bits_ = std::max(bucket_bits_, k_least_bits);
}

/// Buckets of the partitions [first, last).
void IndexBuilder::lay_out(std::size_t first, std::size_t last, Lists& out) {
  const unsigned drop = 64U - bucket_bits_ - k_fingerprint_bits;
  const std::size_t id_bytes = marks_ < (1U << 24U) ? 3 : 4;
  std::vector<Posting> list;
  std::string deltas;
  const auto before = [&](const Posting& a, const Posting& b) {
    const Key x = a.key >> drop;
    const Key y = b.key >> drop;
    return x != y ? x < y : a.mark < b.mark;
  };
  BucketWriter writer(first << (bucket_bits_ - 8U), out.groups, out.postings);
  for (std::size_t p = first; p < last; ++p) {
    list.clear();
    for (Partitions& of_thread : keys_) {
      list.insert(list.end(), of_thread[p].begin(), of_thread[p].end());
      of_thread[p] = {};
    }
    std::sort(list.begin(), list.end(), before);
    for (std::size_t i = 0; i < list.size();) {
      const Key prefix = list[i].key >> drop;
      std::string& bucket = writer.bucket(prefix >> k_fingerprint_bits);
      deltas.clear();
      std::size_t end = i + 1;
      for (; end < list.size() && list[end].key >> drop == prefix; ++end) {
        const std::uint32_t mark = list[end].mark;
        if (mark != list[end - 1].mark) put_variable(mark - list[end - 1].mark, deltas);
      }
      const auto fingerprint =
          static_cast<char>((prefix & (k_several - 1U)) | (deltas.empty() ? 0U : k_several));
      const std::uint32_t mark = list[i].mark;
      bucket.push_back(fingerprint);
      bucket.append(reinterpret_cast<const char*>(&mark), id_bytes);
      if (!deltas.empty()) {
        put_variable(static_cast<std::uint32_t>(deltas.size()), bucket);
        bucket += deltas;
      }
      i = end;
    }
  }
  writer.bucket(last << (bucket_bits_ - 8U));
}

void IndexBuilder::lay_out_postings() {
  std::vector<Lists> lists(thread_count(marks_));
  in_parallel(k_partitions, lists.size(),
              [&](std::size_t p, std::size_t first, std::size_t last) { lay_out(first, last, lists[p]); });
  keys_.clear();
  for (Lists& l : lists) {
    if (postings_.size() + l.postings.size() > 0xFFFFFFFFU) {
      throw Failure(worded({"在先商标太多，一个索引放不下；去掉一些来源",
                            "more earlier marks than one index can hold; leave some of the sources out"}));
    }
    const auto shift = static_cast<std::uint32_t>(postings_.size());
    for (const std::uint32_t g : l.groups) bucket_groups_.push_back(g + shift);
    postings_ += l.postings;
    l = {};
  }
  bucket_groups_.push_back(static_cast<std::uint32_t>(postings_.size()));
}

/// Eight bits a name: one key in nine is taken for one that is there.
void IndexBuilder::lay_out_short_names() {
  constexpr std::size_t k_bits = 8;
  constexpr std::size_t k_names_in_group = 256;
  constexpr std::size_t k_most_groups = 4096;
  std::size_t names = 0;
  for (const std::vector<ShortName>& list : short_names_) names += list.size();
  const std::size_t groups = std::min(std::bit_ceil(names / k_names_in_group + 1), k_most_groups);
  std::vector<std::size_t> in_group(groups);
  for (const std::vector<ShortName>& list : short_names_) {
    for (const ShortName& n : list) ++in_group[short_group(n.first, groups)];
  }
  short_groups_.assign(1, 0);
  for (const std::size_t n : in_group)
    short_groups_.push_back(short_groups_.back() + static_cast<std::uint32_t>((n * k_bits + 7) / 8));
  short_name_bits_.resize(short_groups_.back());
  for (const std::vector<ShortName>& list : short_names_) {
    for (const ShortName& n : list) {
      const std::size_t group = short_group(n.first, groups);
      const std::size_t first = short_groups_[group];
      const std::size_t bit = first * 8 + short_bit(n.key, (short_groups_[group + 1] - first) * 8);
      short_name_bits_[bit / 8] =
          static_cast<char>(static_cast<unsigned char>(short_name_bits_[bit / 8]) | 1U << bit % 8);
    }
  }
  short_names_ = {};
}

void IndexBuilder::lay_out_key_set() {
  if (marks_ == 0 || marks_ > k_key_set) return;
  std::size_t total = 0;
  const auto each_list = [&](const auto& use) {
    for (const Partitions& p : keys_) std::ranges::for_each(p, use);
  };
  each_list([&](const std::vector<Posting>& list) { total += list.size(); });
  key_bits_.resize(image::HashSet::size_for(total));
  each_list([&](const std::vector<Posting>& list) {
    for (const Posting& p : list) image::HashSet::put(p.key, key_bits_);
  });
}

void IndexBuilder::build() {
  read_names();
  number_marks();
  make_keys();
  lay_out_key_set();
  lay_out_short_names();
  lay_out_postings();
}

std::array<std::string_view, static_cast<std::size_t>(IndexSection::count_)> IndexBuilder::sections() const {
  return {bytes_of(text_groups_),   texts_,          bytes_of(first_rows_),
          bytes_of(ordered_rows_),  row_texts_,      sources_,
          bytes_of(bucket_groups_), postings_,       bytes_of(key_bits_),
          bytes_of(short_groups_),  short_name_bits_};
}

IndexHeader IndexBuilder::header() const {
  IndexHeader h;
  h.magic = k_index_magic;
  h.version = k_index_version;
  h.bucket_bits = bucket_bits_;
  h.marks = marks_;
  h.rows = static_cast<std::uint32_t>(ordered_rows_.size());
  std::copy_n(content_.begin(), std::min(content_.size(), h.content.size()), h.content.begin());
  std::uint64_t offset = sizeof h;
  const auto all = sections();
  for (std::size_t i = 0; i < all.size(); ++i) {
    offset = (offset + 7) / 8 * 8;
    h.sections[i] = {offset, all[i].size()};
    offset += all[i].size();
  }
  return h;
}

std::vector<std::byte> IndexBuilder::finish() {
  build();
  const IndexHeader h = header();
  const auto all = sections();
  std::vector<std::byte> out(h.sections.back().offset + h.sections.back().size);
  std::memcpy(out.data(), &h, sizeof h);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].empty()) std::memcpy(out.data() + h.sections[i].offset, all[i].data(), all[i].size());
  }
  return out;
}

void IndexBuilder::write(const std::filesystem::path& file) {
  build();
  const IndexHeader h = header();
  const auto all = sections();
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&h), sizeof h);
  std::uint64_t at = sizeof h;
  for (std::size_t i = 0; i < all.size(); ++i) {
    static constexpr std::array<char, 8> k_zeros{};
    out.write(k_zeros.data(), static_cast<std::streamsize>(h.sections[i].offset - at));
    out.write(all[i].data(), static_cast<std::streamsize>(all[i].size()));
    at = h.sections[i].offset + all[i].size();
  }
  out.close();
  if (!out) {
    throw Failure(
        worded({"{}: 写不了索引；磁盘满了吗？", "{}: the index could not be written; is the disk full?"},
               file.string()));
  }
}

}  // namespace tmsweep::search
