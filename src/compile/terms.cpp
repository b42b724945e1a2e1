// SPDX-License-Identifier: Apache-2.0
#include "compile/terms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "image/idiom_hash.h"
#include "model/finding.h"
#include "text/mark.h"
#include "text/segment.h"
#include "text/utf8.h"

namespace tmsweep::compile {

namespace {

using image::Label;
using image::Match;
using image::Section;
using image::TermKey;
using image::TermRecord;
namespace fs = std::filesystem;

constexpr double k_corpus = 6.0e7;  ///< tokens behind the frequencies of the word list
constexpr std::uint16_t k_no_rule = 0xFFFF;
constexpr std::size_t k_most_readings = 8;  ///< combinations of heteronyms followed for one term

constexpr std::array<std::string_view, 6> k_matches{"exact", "only", "prefix", "suffix", "word", "part"};
constexpr std::array<std::pair<std::string_view, std::uint16_t>, 7> k_flags{
    {{"sound", image::k_sound},
     {"near", image::k_near},
     {"glyph", image::k_glyph},
     {"pinyin", image::k_pinyin},
     {"edit", image::k_edit},
     {"unsure", image::k_unsure},
     {"other-meaning", image::k_other_meaning}}};

/// What a list's terms say about the segment they cover; lists not named here say nothing.
const std::map<std::string_view, Label> k_labels{{"generic-term", Label::goods},
                                                 {"descriptive-term", Label::descriptive},
                                                 {"deceptive-quality", Label::descriptive},
                                                 {"advertising-extreme", Label::descriptive},
                                                 {"cosmetics-claim", Label::descriptive},
                                                 {"food-claim", Label::descriptive},
                                                 {"place-name", Label::place},
                                                 {"foreign-place", Label::place},
                                                 {"foreign-state", Label::place},
                                                 {"trade-term", Label::company}};

const std::map<std::string_view, Label> k_affix_labels{
    {"company-form", Label::company}, {"industry", Label::company}, {"premises", Label::premises},
    {"modifier", Label::modifier},    {"article", Label::article},  {"particle", Label::article}};

template <class Array>
std::uint8_t index_in(const Table& table, const Row& row, const Array& ids, const std::string& id) {
  const auto it = std::ranges::find(ids, id);
  if (it == ids.end()) table.fail(row, "unknown value: " + id);
  return static_cast<std::uint8_t>(it - ids.begin());
}

std::uint16_t flags_of(const Table& table, const Row& row, const std::string& list) {
  std::uint16_t flags = 0;
  for (const std::string& id : split(list, ',')) {
    const auto it = std::ranges::find(k_flags, id, &std::pair<std::string_view, std::uint16_t>::first);
    if (it == k_flags.end()) table.fail(row, "unknown flag: " + id);
    flags |= it->second;
  }
  return flags;
}

ClassMask classes_of_row(const Table& table, const Row& row, const std::string& text) {
  try {
    return parse_classes(text);
  } catch (const std::invalid_argument&) {
    table.fail(row, "not a list of Nice classes: " + text);
  }
}

std::uint16_t cost_of(double frequency) {
  const double cost = -std::log(std::max(frequency, 0.5) / k_corpus) * 256;
  return static_cast<std::uint16_t>(std::clamp(cost, 1.0, 65535.0));
}

/// A term that is no word of the list is taken for a rare one, so that segmentation can find it.
double assumed_frequency(std::size_t length) {
  return length <= 2 ? 18.0 : length == 3 ? 7.0 : 3.0;
}

bool all_han(const image::Image& image, std::u32string_view key) {
  return std::ranges::all_of(
      key, [&](char32_t c) { return static_cast<Script>(image.info(c).script) == Script::han; });
}

/// Calls `done` with each sequence of syllables that `key` may be read as, up to k_most_readings of them.
void each_reading(const image::Image& image, std::u32string_view key,
                  const std::function<void(const std::vector<std::uint16_t>&)>& done) {
  std::vector<std::vector<std::uint16_t>> all{{}};
  for (const char32_t c : key) {
    const auto set = image.readings(image.info(c).readings);
    if (set.empty()) return;
    std::vector<std::vector<std::uint16_t>> next;
    for (const auto& head : all) {
      for (const std::uint16_t s : set) {
        if (next.size() == k_most_readings) break;
        next.push_back(head);
        next.back().push_back(s);
      }
    }
    all = std::move(next);
  }
  for (const auto& reading : all) done(reading);
}

}  // namespace

ClassMask parse_classes(std::string_view text) {
  if (text.empty()) return 0;
  const bool all_but = text.front() == '!';
  ClassMask mask = 0;
  for (const std::string& part : split(all_but ? text.substr(1) : text, ',')) {
    const std::size_t dash = part.find('-');
    const int first = std::stoi(part.substr(0, dash));
    const int last = dash == std::string::npos ? first : std::stoi(part.substr(dash + 1));
    if (!is_nice_class(first) || !is_nice_class(last) || first > last) throw std::invalid_argument(part);
    for (int c = first; c <= last; ++c) mask |= class_bit(c);
  }
  constexpr ClassMask k_all = ((ClassMask{1} << (k_class_count + 1)) - 1) & ~ClassMask{1};
  return all_but ? k_all & ~mask : mask;
}

void Terms::KeyedTrie::add(const std::u32string& key, TermKey term) {
  const std::uint32_t e = trie.entry(key);
  if (e == keys.size()) keys.emplace_back();
  const auto same = [&](const TermKey& k) { return k.term == term.term; };
  if (std::ranges::none_of(keys[e], same)) keys[e].push_back(term);
}

Terms::Terms(std::vector<std::byte> chars, image::Writer& writer)
    : chars_(std::move(chars)), image_(chars_), writer_(writer) {}

Terms::Entry& Terms::entry(const std::u32string& key) {
  const std::uint32_t e = trie_.entry(key);
  if (e == entries_.size()) entries_.emplace_back();
  return entries_[e];
}

std::uint16_t Terms::source(const std::string& id) {
  const auto [it, fresh] = source_ids_.try_emplace(id, static_cast<std::uint16_t>(sources_.size()));
  if (fresh) sources_.push_back(writer_.text(id));
  return it->second;
}

void Terms::add_idiom(std::u32string_view key) {
  if (key.size() != 4) return;
  image::IdiomRecord record{writer_.text(text::encode(key)), {}};
  for (std::size_t i = 0; i < 4; ++i) record.chars[i] = key[i];
  const auto number = static_cast<std::uint32_t>(idioms_.size());
  for (std::uint32_t open = 0; open < 4; ++open) {
    idiom_keys_.push_back({image::idiom_hash(record.chars, open), number});
  }
  idioms_.push_back(record);
  add_sound_keys(key, k_idiom_term | number);
}

void Terms::add_words(const fs::path& folder) {
  for (const auto& [file, column] : {std::pair{"words.tsv", true}, std::pair{"idioms.tsv", false}}) {
    const Table table = column ? Table(folder / file, {"word", "freq", "tag", "source"})
                               : Table(folder / file, {"idiom", "freq", "source"});
    for (const Row& row : table.rows()) {
      const std::u32string key = text::key_of(image_, row.fields[0]);
      if (key.size() < 2 || !all_han(image_, key)) continue;
      Entry& e = entry(key);
      e.frequency = std::max(e.frequency, std::stod(row.fields[1]));
      e.listed = true;
      if (!column && !e.idiom) {
        e.idiom = true;
        add_idiom(key);
      }
    }
  }
  const Table readings{folder / "heteronym_words.tsv", {"word", "reading", "source"}};
  for (const Row& row : readings.rows()) {
    const std::u32string key = text::key_of(image_, row.fields[0]);
    if (key.size() >= 2) entry(key).reading = row.fields[1];
  }
  const Table english{folder / "en_words.tsv", {"word", "zipf", "source"}};
  for (const Row& row : english.rows()) {
    const std::u32string key = text::key_of(image_, row.fields[0]);
    if (key.size() >= 3) entry(key).listed = true;
  }
}

void Terms::add_sound_keys(std::u32string_view key, std::uint32_t term) {
  each_reading(image_, key, [&](const std::vector<std::uint16_t>& reading) {
    std::u32string classes;
    for (const std::uint16_t s : reading) classes.push_back(image_.sound_class(s));
    sounds_.add(classes, {term, 0});
  });
}

void Terms::add_pinyin_keys(std::u32string_view key, std::uint32_t term) {
  const auto put = [&](const std::u32string& spelled) {
    entry(spelled).keys.push_back({term, static_cast<std::uint32_t>(Relation::pinyin)});
  };
  if (const Entry& own = entry(std::u32string(key)); !own.reading.empty()) {
    put(text::key_of(image_, own.reading));
    return;
  }
  std::u32string spelled;
  for (const char32_t c : key) {
    const auto set = image_.readings(image_.info(c).readings);
    if (set.empty()) return;
    spelled += text::decode(image_.syllable(set.front())).value();
  }
  put(spelled);
}

void Terms::add_term(const Table& table, const Row& row, TermRecord record, std::string_view term_text) {
  const std::u32string key = text::key_of(image_, term_text);
  if (key.empty()) table.fail(row, "nothing of this term is left after normalization");
  if (key.size() > 200) table.fail(row, "is too long");
  const auto number = static_cast<std::uint32_t>(records_.size());
  record.text = writer_.text(term_text);
  record.length = static_cast<std::uint8_t>(key.size());
  records_.push_back(record);
  Entry& own = entry(key);
  own.keys.push_back({number, static_cast<std::uint32_t>(Relation::none)});
  // Names of goods and places are ordinary words: 罗汉果 holds no 罗汉, 禅城 no 禅.
  const auto label = static_cast<Label>(record.label);
  own.listed = own.listed || label == Label::goods || label == Label::place;
  own.spoken = own.spoken || record.match != static_cast<std::uint8_t>(Match::exact);
  const std::u32string digits = text::numeral_key(image_, key);
  if (digits != key && key.size() > 1) {
    entry(digits).keys.push_back({number, static_cast<std::uint32_t>(Relation::numeral)});
  }
  const bool han = all_han(image_, key);
  if ((record.flags & (image::k_sound | image::k_near)) != 0 && han && key.size() >= 2)
    add_sound_keys(key, number);
  if ((record.flags & image::k_glyph) != 0 && han && key.size() >= 2) glyphs_.add(key, {number, 0});
  if ((record.flags & image::k_pinyin) != 0 && han && key.size() >= 2) add_pinyin_keys(key, number);
  if ((record.flags & image::k_edit) != 0 && key.size() >= 4) edit_terms_.push_back(number);
}

void Terms::add_rule_row(const Table& table, const Row& row, const std::string& rule,
                         const RuleNumbers& numbers) {
  const auto& f = row.fields;
  const auto& kinds = numbers.kinds.at(rule);
  const auto kind = kinds.find(f[1]);
  if (kind == kinds.end()) table.fail(row, "the page of the rule has no kind " + f[1]);
  if (kind->second.uses_note && (f[7].empty() || f[8].empty()))
    table.fail(row, "this kind needs a note in both languages");
  const auto basis = numbers.bases.find(f[6]);
  if (basis == numbers.bases.end()) table.fail(row, "unknown legal basis: " + f[6]);
  TermRecord r;
  r.rule = numbers.rules.at(rule);
  r.kind = kind->second.number;
  r.basis = basis->second;
  r.match = index_in(table, row, k_matches, f[2]);
  r.risk = index_in(table, row, k_risk_ids, f[3]);
  r.goods = classes_of_row(table, row, f[4]);
  r.flags = flags_of(table, row, f[5]);
  r.note_zh = writer_.text(f[7]);
  r.note_en = writer_.text(f[8]);
  r.source = source(f[9]);
  // A place with a stronger other meaning, or one hardly known, is no weak part of a name: 凤凰, 弘前.
  const bool doubtful = (r.flags & (image::k_other_meaning | image::k_unsure)) != 0;
  const auto label = k_labels.find(rule);
  // A row that holds for the whole name only says nothing about a part of one.
  const bool whole_only = r.match == static_cast<std::uint8_t>(Match::exact);
  if (label != k_labels.end() && !doubtful && !whole_only) r.label = static_cast<std::uint8_t>(label->second);
  add_term(table, row, r, f[0]);
}

void Terms::add_rule_lists(const fs::path& folder, const RuleNumbers& numbers) {
  for (const fs::path& file : files_in(folder, ".tsv")) {
    const std::string rule = file.stem().string();
    const Table table{
        file, {"term", "kind", "match", "risk", "goods", "flags", "basis", "note_zh", "note_en", "source"}};
    if (!numbers.rules.contains(rule)) throw DataError(file, 0, "no page docs/rules/" + rule + ".md");
    table.require_unique({0, 2, 4});
    table.require_filled({0, 1, 2, 3, 6, 9});
    for (const Row& row : table.rows()) add_rule_row(table, row, rule, numbers);
  }
}

void Terms::add_goods(const fs::path& file, const RuleNumbers& numbers) {
  const Table table{file, {"word", "class", "group", "en", "source"}};
  table.require_unique({0, 1});
  table.require_filled({0, 1, 4});
  const std::string rule = "generic-term";
  TermRecord r;
  r.rule = numbers.rules.at(rule);
  r.kind = numbers.kinds.at(rule).at("goods-name").number;
  r.basis = numbers.bases.at("CN-11-1-1-1");
  r.match = static_cast<std::uint8_t>(Match::only);
  r.risk = static_cast<std::uint8_t>(Risk::high);
  r.label = static_cast<std::uint8_t>(Label::goods);
  // Rows of one word are neighbours: they become one term with all its classes.
  const auto& rows = table.rows();
  for (std::size_t i = 0; i < rows.size();) {
    r.goods = 0;
    std::string groups;
    std::size_t end = i;
    for (; end < rows.size() && rows[end].fields[0] == rows[i].fields[0]; ++end) {
      r.goods |= classes_of_row(table, rows[end], rows[end].fields[1]);
      if (const std::string& group = rows[end].fields[2]; !group.empty())
        groups += (groups.empty() ? "" : " ") + group;
    }
    r.groups = writer_.text(groups);
    r.note_en = writer_.text(rows[i].fields[3]);
    r.source = source(rows[i].fields[4]);
    add_term(table, rows[i], r, rows[i].fields[0]);
    i = end;
  }
}

void Terms::add_affixes(const fs::path& file) {
  const Table table{file, {"token", "kind", "note", "source"}};
  table.require_unique({0, 1});
  for (const Row& row : table.rows()) {
    const auto label = k_affix_labels.find(row.fields[1]);
    if (label == k_affix_labels.end()) table.fail(row, "unknown kind: " + row.fields[1]);
    TermRecord r;
    r.rule = k_no_rule;
    r.match = static_cast<std::uint8_t>(Match::only);
    r.label = static_cast<std::uint8_t>(label->second);
    r.source = source(row.fields[3]);
    add_term(table, row, r, row.fields[0]);
  }
}

void Terms::put_words() {
  std::vector<image::TrieEntry> entries;
  std::vector<TermKey> keys;
  std::vector<const std::u32string*> key_of_entry(entries_.size());
  for (const auto& [key, number] : trie_.entries()) key_of_entry[number] = &key;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& e = entries_[i];
    const std::u32string& key = *key_of_entry[i];
    image::TrieEntry out;
    out.terms = {static_cast<std::uint32_t>(keys.size()), static_cast<std::uint32_t>(e.keys.size())};
    keys.insert(keys.end(), e.keys.begin(), e.keys.end());
    out.idiom = e.idiom ? 1 : 0;
    out.listed = e.listed ? 1 : 0;
    out.reading = writer_.text(e.reading);
    for (const TermKey& k : e.keys) {
      const std::uint8_t label = records_[k.term].label;
      if (k.relation == 0 && label != 0) out.labels |= static_cast<std::uint16_t>(1U << label);
    }
    if (e.common) out.labels |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(Label::common));
    if (key.size() >= 2 && (e.listed || e.spoken) && all_han(image_, key)) {
      out.cost = cost_of(e.listed ? std::max(e.frequency, 1.0) : assumed_frequency(key.size()));
    }
    entries.push_back(out);
  }
  const std::vector<image::TrieNode> nodes = trie_.nodes();
  writer_.put(Section::words_trie, nodes);
  writer_.put(Section::word_roots, image::roots_of(nodes));
  writer_.put(Section::entries, entries);
  writer_.put(Section::term_keys, keys);
}

void Terms::put_keyed(const KeyedTrie& trie, const KeyedSections& sections) {
  std::vector<image::TrieEntry> entries;
  std::vector<TermKey> keys;
  for (const auto& list : trie.keys) {
    image::TrieEntry out;
    out.terms = {static_cast<std::uint32_t>(keys.size()), static_cast<std::uint32_t>(list.size())};
    keys.insert(keys.end(), list.begin(), list.end());
    entries.push_back(out);
  }
  const std::vector<image::TrieNode> nodes = trie.trie.nodes();
  writer_.put(sections.nodes, nodes);
  writer_.put(sections.roots, image::roots_of(nodes));
  writer_.put(sections.entries, entries);
  writer_.put(sections.keys, keys);
}

void Terms::put() {
  put_words();
  put_keyed(sounds_,
            {Section::sound_trie, Section::sound_roots, Section::sound_entries, Section::sound_keys});
  put_keyed(glyphs_,
            {Section::glyph_trie, Section::glyph_roots, Section::glyph_entries, Section::glyph_keys});
  std::ranges::sort(idiom_keys_, [](const image::IdiomKey& a, const image::IdiomKey& b) {
    return std::pair(a.hash, a.idiom) < std::pair(b.hash, b.idiom);
  });
  writer_.put(Section::edit_terms, edit_terms_);
  writer_.put(Section::terms, records_);
  writer_.put(Section::sources, sources_);
  writer_.put(Section::idiom_keys, idiom_keys_);
  writer_.put(Section::idioms, idioms_);
}

}  // namespace tmsweep::compile
