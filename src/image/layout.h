// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "model/goods.h"

/// The compiled form of `data/`: plain little-endian records, used where they lie.
///
/// An image is a header, a table of sections, and the sections. All text lives in one pool and is
/// referred to by offset and length; all cross references are indices, checked on every access.
namespace tmsweep::image {

inline constexpr std::array<char, 8> k_magic{'T', 'M', 'S', 'W', 'I', 'M', 'G', '\n'};
inline constexpr std::uint32_t k_version = 7;  ///< raised whenever a record below changes

struct Text {  ///< UTF-8 in the pool
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

struct Range {  ///< a run of records of another section
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// What normalization knows of one code point.
struct CharInfo {
  std::uint32_t fold = 0;        ///< 0: itself; else high bit set, length and offset in the fold pool
  std::uint32_t simplified = 0;  ///< 0: itself
  std::uint32_t skeleton = 0;    ///< up to three ASCII letters, first in the low byte; 0: none
  std::uint16_t readings = 0;    ///< reading set; 0: none
  std::uint8_t script = 0;       ///< tmsweep::Script
  std::uint8_t flags = 0;        ///< CharFlag
  std::uint8_t numeral = 0;      ///< 1 + decimal digit; 0: not a numeral digit
  std::uint8_t han_kind = 0;     ///< HanKind of `simplified`
  std::uint16_t lookalikes = 0;  ///< list of look-alike characters; 0: none
};

enum CharFlag : std::uint8_t {
  k_invisible = 1,
  k_bidi = 2,
  k_control = 4,
  k_combining = 8,      ///< needs the full normalizer when present
  k_standard_han = 16,  ///< in the table of general standard characters (2013)
  k_private_use = 32,
  k_imitates = 64,  ///< a digit or sign whose skeleton is a letter only beside letters
};

enum class HanKind : std::uint8_t { none, traditional, japanese, variant };

/// A trie node; its children are consecutive and sorted by label.
struct TrieNode {
  std::uint32_t label = 0;
  std::uint32_t first_child = 0;
  std::uint32_t child_count = 0;
  std::uint32_t entry = 0;  ///< 1 + index of a TrieEntry; 0: no entry ends here
};

struct TrieEntry {
  Range terms;               ///< of TermKey
  std::uint16_t cost = 0;    ///< 256 × −ln(word probability); 0: not an ordinary word
  std::uint8_t idiom = 0;    ///< 1: a set phrase
  std::uint8_t listed = 0;   ///< 1: in the word list itself, not only a term given a cost
  Text reading;              ///< spaced pinyin, when the word is not read as its characters are by default
  std::uint16_t labels = 0;  ///< bit N: a term of Label N ends here
  std::uint16_t reserved = 0;
};

/// A term reached under one of its keys.
struct TermKey {
  std::uint32_t term = 0;
  std::uint32_t relation = 0;  ///< tmsweep::Relation the key stands in
};

enum class Match : std::uint8_t { exact, only, prefix, suffix, word, part };

/// What a term says about the segment of a name that it covers.
enum class Label : std::uint8_t {
  none,
  goods,
  descriptive,
  place,
  company,
  premises,
  modifier,
  surname,
  article,
  common  ///< many names of brands begin with the word: ROYAL, FIRST
};

enum TermFlag : std::uint16_t {
  k_sound = 1,
  k_near = 2,
  k_glyph = 4,
  k_pinyin = 8,
  k_edit = 16,
  k_unsure = 32,
  k_other_meaning = 64,
};

/// One row of a list.
struct TermRecord {
  ClassMask goods = 0;  ///< 0: any goods
  Text text;
  Text note_zh;
  Text note_en;
  Text groups;  ///< similar groups of a goods word, parted by blanks
  std::uint16_t rule = 0;
  std::uint16_t kind = 0;
  std::uint16_t basis = 0;
  std::uint16_t source = 0;
  std::uint16_t flags = 0;
  std::uint8_t match = 0;
  std::uint8_t risk = 0;
  std::uint8_t label = 0;
  std::uint8_t length = 0;  ///< code points of the key
  std::uint16_t reserved = 0;
};

struct RuleRecord {
  Text id;
  std::array<Text, 2> title;  ///< by Lang
  std::array<Text, 2> meaning;
  std::array<Range, 2> exceptions;  ///< of Text in `texts`
  std::array<Range, 2> fixes;
  Range kinds;
  Range cases;
};

struct KindRecord {
  Text id;
  std::array<Text, 2> why;
};

struct BasisRecord {
  Text id;
  std::array<Text, 2> title;
  std::array<Text, 2> article;  ///< by Edition
  Text guideline;
  Text verified;
  std::uint32_t rule = 0;
  std::uint32_t effect = 0;
};

struct CaseRecord {
  Text name;
  Text goods;
  Text outcome;
  Text kind;
  Text basis;
  std::array<Text, 2> note;
  Text source;
  std::uint32_t year = 0;
};

struct ArticleRecord {  ///< sorted by (edition, article) as bytes
  Text edition;         ///< 2019 | 2026 | other
  Text article;
  Text quote_zh;
  Text summary_en;
};

struct LawRecord {
  Text id;
  std::array<Text, 2> name;
};

struct ChangeRecord {
  std::array<Text, 2> article;
  std::array<Text, 2> text;
};

struct ProcessRecord {
  Text id;
  Text edition;
  std::array<Text, 2> text;
  std::array<Text, 2> article;
};

struct ClassRecord {
  std::uint32_t number = 0;
  std::array<Text, 2> heading;
};

/// What else a name or word is called, sorted by `hash` (image::name_hash of its core form).
struct CounterpartRecord {
  std::uint64_t hash = 0;
  std::uint32_t known_mark = 0;  ///< a number that the names of one known mark share; 0: an ordinary word
  Text english;                  ///< of a Chinese word: the English word, letters only
  std::uint32_t reserved = 0;
};

/// A similar group (类似群) of the table of similar goods and services, sorted by code.
struct GroupRecord {
  Text code;
  std::array<Text, 2> label;
  std::uint32_t nice_class = 0;
  std::uint32_t seen = 0;  ///< 1: number and subject compared with a copy of the table; 0: from memory
};

enum class RelatedKind : std::uint32_t { cross_note, often };

/// Two groups that have to do with each other; `a` < `b`, sorted.
struct RelatedRecord {
  Text a;
  Text b;
  std::array<Text, 2> note;
  RelatedKind kind = RelatedKind::cross_note;
};

/// A class that those who file `nice_class` usually think of as well; sorted by both numbers.
struct AdviceRecord {
  std::uint32_t nice_class = 0;
  std::uint32_t advised = 0;
  std::array<Text, 2> text;
};

inline constexpr unsigned k_counterpart_bits = 14;  ///< of the hash: where its records start; one entry more

struct MetaRecord {
  Text key;
  Text value;
};

/// A four-character set phrase under one of its four "one character open" keys, sorted by hash.
struct IdiomKey {
  std::uint32_t hash = 0;
  std::uint32_t idiom = 0;
};

struct IdiomRecord {
  Text text;
  std::array<std::uint32_t, 4> chars{};
};

enum class Section : std::uint32_t {
  pool,
  texts,
  char_pages,
  char_infos,
  fold_pool,
  reading_sets,
  reading_ids,
  syllables,
  syllable_classes,
  lookalike_lists,
  lookalikes,
  lookalike_much,
  words_trie,
  word_roots,
  entries,
  term_keys,
  terms,
  sound_trie,
  sound_roots,
  sound_entries,
  sound_keys,
  glyph_trie,
  glyph_roots,
  glyph_entries,
  glyph_keys,
  edit_terms,
  rules,
  kinds,
  bases,
  sources,
  cases,
  articles,
  laws,
  changes,
  process,
  classes,
  idiom_keys,
  idioms,
  meta,
  counterparts,
  counterpart_starts,
  counterpart_set,  ///< bits of an image::HashSet
  mark_index,
  groups,
  related_groups,
  class_advice,
  count_
};

struct SectionEntry {
  std::uint64_t offset = 0;
  std::uint32_t item_size = 0;
  std::uint32_t count = 0;
};

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t sections = 0;
};

}  // namespace tmsweep::image
