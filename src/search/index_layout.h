// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

/// The index of earlier marks: plain little-endian sections, read where they lie, in the program or in a
/// file.
///
/// A *mark* is one distinct core form with its token starts; it has one or more *registrations*. Marks are
/// numbered in the order of script, length and sound, so that like marks are neighbours and lists of them
/// take one byte each. Each key of a mark is hashed into a bucket; a bucket holds, for each key in it, a
/// fingerprint and the numbers of the marks. Fingerprints may collide: every mark that is found is compared.
namespace tmsweep::search {

inline constexpr std::array<char, 8> k_index_magic{'T', 'M', 'S', 'W', 'M', 'R', 'K', '\n'};
inline constexpr std::uint32_t k_index_version = 6;

enum class IndexSection : std::uint32_t {
  text_groups,  ///< u32: where each group of k_group_blocks blocks of k_block marks begins in `texts`
  texts,        ///< groups (see index_groups.h) of marks: size, flags, token starts, core (see index_text.h)
  first_rows,   ///< u32: the first registration of each k_row_block marks
  rows,         ///< RowRecord
  row_texts,    ///< name, owner, status, number, filed of a registration, each ended by a zero byte
  sources,      ///< names of the sources, each ended by a zero byte
  bucket_groups,  ///< u32: where each group of k_group_buckets buckets begins in `postings`; one more than
                  ///< there are
  postings,       ///< groups (see index_groups.h) of buckets
  key_set,  ///< a bit set of the keys of a small index, of a power of two of bytes or none: their low bits
  short_groups,  ///< u32: where the bits of each group of short names begin in `short_names`; one more than
                 ///< there are, which is a power of two
  short_names,   ///< bit sets: the low bits of the keys of short names that begin alike
  count_
};

inline constexpr std::uint32_t k_block = 8;
inline constexpr std::uint32_t k_row_block = 16;

struct RowRecord {
  std::uint64_t classes = 0;
  std::uint32_t text = 0;  ///< offset in `row_texts`, in units of 4 bytes
  std::uint16_t source = 0;
  std::uint8_t standing = 0;  ///< and k_last_row
  std::uint8_t fame = 0;
};

/// The group of short names, of so many, that a name with this first character is in.
constexpr std::size_t short_group(char32_t first, std::size_t groups) {
  return static_cast<std::size_t>((first * 0x9E3779B97F4A7C15ULL) >> 32U) & (groups - 1);
}
/// The bit of a key in a set of so many.
constexpr std::size_t short_bit(std::uint64_t key, std::size_t bits) {
  return static_cast<std::size_t>((key & 0xFFFFFFFFU) * bits >> 32U);
}

/// Whether a set of short names, as `short_names` has them, may have this one.
inline bool is_in_short_set(std::uint64_t key, std::span<const std::uint8_t> set) {
  if (set.empty()) return false;
  const std::size_t bit = short_bit(key, set.size() * 8);
  return (static_cast<unsigned>(set[bit / 8]) >> bit % 8 & 1U) != 0;
}

inline constexpr std::uint8_t k_last_row = 0x80;  ///< the last registration of its mark

struct IndexSectionEntry {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;  ///< bytes
};

struct IndexHeader {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t bucket_bits = 0;
  std::uint32_t marks = 0;
  std::uint32_t rows = 0;
  std::array<char, 64> content{};  ///< content-sha256 of the tables that the keys follow from
  std::array<IndexSectionEntry, static_cast<std::size_t>(IndexSection::count_)> sections{};
};

inline constexpr unsigned k_fingerprint_bits = 7;
inline constexpr std::uint8_t k_several = 0x80;  ///< flag of a fingerprint: a list of numbers follows

}  // namespace tmsweep::search
