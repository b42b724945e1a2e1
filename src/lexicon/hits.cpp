// SPDX-License-Identifier: Apache-2.0
#include "lexicon/hits.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "model/worded.h"
#include "text/segment.h"
#include "text/utf8.h"

namespace tmsweep::lexicon {

namespace {

using image::Image;
using image::Match;
using image::Section;
using image::TermKey;
using image::TermRecord;
using image::Trie;

/// The relation that a key stands in; damaged data may name one that there is not.
Relation relation_of(const TermKey& key) {
  return key.relation < k_relation_ids.size() ? static_cast<Relation>(key.relation) : Relation::none;
}

/// Lists whose terms keep their meaning at the head of a longer word: 日本人, 上海滩.
constexpr std::uint8_t k_place_label = static_cast<std::uint8_t>(image::Label::place);

/// The term's own characters, which only a damaged image can have broken.
std::u32string points_of(const Image& image, const TermRecord& term) {
  Result<std::u32string> points = text::decode(image.text(term.text));
  if (!points) {
    throw image::ImageError(worded(
        {"数据库的映像已损坏：有词条不是 UTF-8", "the database image is damaged: a term is not UTF-8"}));
  }
  return std::move(points).value();
}

class Finder {
 public:
  Finder(const Image& image, const Mark& mark) : image_(image), mark_(mark) {}

  std::vector<Hit> all() {
    ask_for_roots();
    take_known_parts();
    if (!mark_.numerals.text.empty()) scan(mark_.numerals, Relation::numeral);
    if (!mark_.skeleton.text.empty()) scan(mark_.skeleton, Relation::confusable);
    if (!mark_.collapsed.text.empty()) scan(mark_.collapsed, Relation::repetition);
    scan_sounds();
    scan_glyphs();
    scan_letters();
    keep_closest();
    return std::move(hits_);
  }

 private:
  /// What the scans for sounds and shapes begin with comes while the name itself is looked for.
  void ask_for_roots() const {
    for (std::size_t i = 0; i < mark_.core.text.size(); ++i) {
      if (mark_.scripts[i] != Script::han) continue;
      text::ask_for_children(image_.glyphs(), image_.glyph_root(mark_.core.text[i]));
      const auto syllables = image_.readings(mark_.readings[i]);
      if (syllables.empty()) continue;
      text::ask_for_children(image_.sounds(), image_.sound_root(image_.sound_class(syllables.front())));
    }
  }

  /// Core code points behind [start, end) of another form, found through their typed origin.
  [[nodiscard]] Span core_part(const Form& form, std::uint32_t start, std::uint32_t end) const {
    if (&form == &mark_.core || &form == &mark_.numerals) return {start, end - start};
    const Span typed = form.typed({start, end - start});
    auto first = static_cast<std::uint32_t>(mark_.core.text.size());
    std::uint32_t last = 0;
    for (std::uint32_t i = 0; i < mark_.core.text.size(); ++i) {
      if (!mark_.core.origin[i].overlaps(typed)) continue;
      first = std::min(first, i);
      last = i + 1;
    }
    return last > first ? Span{first, last - first} : Span{};
  }

  void take_known_parts() {
    for (const KnownPart& k : mark_.known_parts)
      take_all(image_.entry(k.entry).terms, k.part, Relation::none, k.part == mark_.whole());
  }

  void take_all(image::Range terms, Span part, Relation relation, bool whole) {
    for (const TermKey& key : image_.run<TermKey>(Section::term_keys, terms)) {
      const Relation own = relation_of(key);
      take(key.term, part, own != Relation::none ? own : relation, whole);
    }
  }

  void scan(const Form& form, Relation relation) {
    text::each_known_part(image_, form.text, [&](Span part, std::uint32_t entry) {
      take_all(image_.entry(entry).terms, core_part(form, part.start, part.end()), relation,
               part.length == form.text.size());
    });
  }

  [[nodiscard]] bool latin(std::uint32_t i) const {
    return i < mark_.scripts.size() &&
           (mark_.scripts[i] == Script::latin || mark_.scripts[i] == Script::digit);
  }

  /// Whether the hit begins and ends where words do.
  [[nodiscard]] bool stands_alone(Span part, const TermRecord& term, Relation relation) const {
    if (latin(part.start) || latin(part.end() - 1)) {
      const bool starts = !latin(part.start) || (mark_.token_edges[part.start] & k_token_start) != 0;
      const bool ends = !latin(part.end() - 1) || (mark_.token_edges[part.end() - 1] & k_token_end) != 0;
      return (starts && ends) || (relation == Relation::pinyin && between_syllables(part));
    }
    if (text::cuts_word(mark_, part)) return false;
    const Span around = text::word_around(mark_, part);
    if (around.length == 0) return true;
    const bool only = term.match == static_cast<std::uint8_t>(Match::only);
    return !only && term.label == k_place_label && around.start == part.start &&
           around.length <= part.length + 1 && part.length >= 2;
  }

  /// The Latin letters around a pinyin hit are whole syllables too: BEIJINGREN, but not HENANXYZ.
  [[nodiscard]] bool between_syllables(Span part) const {
    std::uint32_t first = part.start;
    std::uint32_t last = part.end();
    while (first > 0 && (mark_.token_edges[first] & k_token_start) == 0) --first;
    while (last < mark_.core.text.size() && (mark_.token_edges[last - 1] & k_token_end) == 0) ++last;
    const std::u32string_view text = mark_.core.text;
    constexpr std::uint32_t k_least_letters = 6;
    return part.length >= k_least_letters &&
           text::is_pinyin(image_, text.substr(first, part.start - first)) &&
           text::is_pinyin(image_, text.substr(part.end(), last - part.end()));
  }

  [[nodiscard]] bool fits(const TermRecord& term, Span part, Relation relation, bool whole) const {
    const auto size = static_cast<std::uint32_t>(mark_.core.text.size());
    switch (static_cast<Match>(term.match)) {
      case Match::exact:
        return whole;
      case Match::prefix:
        return part.start == 0 && (whole || stands_alone(part, term, relation));
      case Match::suffix:
        return part.end() == size && (whole || stands_alone(part, term, relation));
      case Match::only:
      case Match::word:
        return whole || stands_alone(part, term, relation);
      case Match::part:
        return true;
    }
    return false;
  }

  /// A repeated letter or syllable often makes another word (google, 爸爸); only longer terms survive the
  /// folding.
  [[nodiscard]] bool survives_folding(const TermRecord& term, Span part, bool whole) const {
    const bool letters = mark_.scripts[part.start] == Script::latin;
    return letters ? term.length >= 4 : term.length >= 3 || (whole && term.length == 2);
  }

  void take(std::uint32_t number, Span part, Relation relation, bool whole) {
    if (part.length == 0) return;
    const auto& term = image_.at<TermRecord>(Section::terms, number);
    if (relation == Relation::repetition && !survives_folding(term, part, whole)) return;
    if (relation == Relation::numeral && term.length < 2) return;
    if (!fits(term, part, relation, whole)) return;
    hits_.push_back({number, part, mark_.core.typed(part), relation, whole});
  }

  // Homophones
  // -----------------------------------------------------------------------------------------------

  [[nodiscard]] bool readable(std::uint32_t i) const { return mark_.readings[i] != 0; }

  void scan_sounds() {
    const Trie& trie = image_.sounds();
    for (std::uint32_t i = 0; i < mark_.core.text.size(); ++i) {
      if (readable(i)) sound_step(trie, Trie::k_none, i, i);
    }
  }

  void sound_walk(const Trie& trie, std::uint32_t node, std::uint32_t first, std::uint32_t at) {
    if (const std::uint32_t e = trie.entry(node); e != Trie::k_none && at > first + 1) {
      const auto& entry = image_.at<image::TrieEntry>(Section::sound_entries, e);
      for (const TermKey& key : image_.run<TermKey>(Section::sound_keys, entry.terms)) {
        if ((key.term & k_idiom) == 0) take_sound(key.term, {first, at - first});
      }
    }
    if (at < mark_.core.text.size() && readable(at)) sound_step(trie, node, first, at);
  }

  /// On from `node`, or from the root at the first character.
  void sound_step(const Trie& trie, std::uint32_t node, std::uint32_t first, std::uint32_t at) {
    std::uint16_t previous = 0xFFFF;
    for (const std::uint16_t s : image_.readings(mark_.readings[at])) {
      const std::uint16_t c = image_.sound_class(s);
      if (c == previous) continue;
      previous = c;
      const std::uint32_t next = at == first ? image_.sound_root(c) : trie.child(node, c);
      if (next != Trie::k_none) sound_walk(trie, next, first, at + 1);
    }
  }

  [[nodiscard]] bool same_syllable(char32_t a, char32_t b) const {
    for (const std::uint16_t x : image_.readings(image_.info(a).readings)) {
      for (const std::uint16_t y : image_.readings(image_.info(b).readings)) {
        if (x == y) return true;
      }
    }
    return false;
  }

  void take_sound(std::uint32_t number, Span part) {
    const auto& term = image_.at<TermRecord>(Section::terms, number);
    const std::u32string key = points_of(image_, term);
    const std::u32string_view typed = std::u32string_view(mark_.core.text).substr(part.start, part.length);
    if (key.size() != typed.size() || typed == key) return;
    const bool whole = part == mark_.whole();
    constexpr std::size_t k_least_contained = 3;
    std::size_t changed = 0;
    bool near = false;
    for (std::size_t i = 0; i < key.size(); ++i) {
      changed += key[i] != typed[i] ? 1U : 0U;
      near = near || !same_syllable(key[i], typed[i]);
    }
    // Two characters inside a longer name sound like something too easily, unless one of them is the term's
    // own.
    if (!whole && key.size() < k_least_contained && changed == key.size()) return;
    if (near && (term.flags & image::k_near) == 0) return;
    if (text::is_ordinary_word(image_, typed)) return;
    if (!whole && text::cuts_word(mark_, part)) return;
    const Relation relation = near ? Relation::near_homophone : Relation::homophone;
    const auto match = static_cast<Match>(term.match);
    if (match == Match::exact && !whole) return;
    if (match == Match::prefix && part.start != 0) return;
    if (match == Match::suffix && part.end() != mark_.core.text.size()) return;
    hits_.push_back({number, part, mark_.core.typed(part), relation, whole});
  }

  // Look-alikes
  // ----------------------------------------------------------------------------------------------

  void scan_glyphs() {
    const Trie& trie = image_.glyphs();
    for (std::uint32_t i = 0; i < mark_.core.text.size(); ++i) {
      if (mark_.scripts[i] == Script::han) glyph_step(trie, Trie::k_none, i, i, 0);
    }
  }

  void glyph_walk(const Trie& trie, std::uint32_t node, std::uint32_t first, std::uint32_t at, int changed) {
    if (const std::uint32_t e = trie.entry(node); e != Trie::k_none && changed == 1) {
      const auto& entry = image_.at<image::TrieEntry>(Section::glyph_entries, e);
      const Span part{first, at - first};
      const std::u32string_view typed = std::u32string_view(mark_.core.text).substr(first, at - first);
      if (!text::is_ordinary_word(image_, typed) && !text::begins_word(image_, typed)) {
        for (const TermKey& key : image_.run<TermKey>(Section::glyph_keys, entry.terms)) {
          take(key.term, part, Relation::glyph, part == mark_.whole());
        }
      }
    }
    if (at < mark_.core.text.size() && mark_.scripts[at] == Script::han)
      glyph_step(trie, node, first, at, changed);
  }

  /// On from `node`, or from the root at the first character.
  void glyph_step(const Trie& trie, std::uint32_t node, std::uint32_t first, std::uint32_t at, int changed) {
    const auto child = [&](char32_t c) { return at == first ? image_.glyph_root(c) : trie.child(node, c); };
    const char32_t c = mark_.core.text[at];
    if (const std::uint32_t next = child(c); next != Trie::k_none)
      glyph_walk(trie, next, first, at + 1, changed);
    if (changed != 0) return;
    for (const char32_t other : image_.lookalikes(image_.info(c))) {
      if (const std::uint32_t next = child(other); next != Trie::k_none)
        glyph_walk(trie, next, first, at + 1, 1);
    }
  }

  // One letter
  // -----------------------------------------------------------------------------------------------

  /// Whether b comes from a by changing, adding or dropping one letter after the first.
  static bool one_letter_apart(std::u32string_view a, std::u32string_view b) {
    if (a == b || a.front() != b.front()) return false;
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t i = 0;
    while (i < a.size() && a[i] == b[i]) ++i;
    return a.size() == b.size() ? a.substr(i + 1) == b.substr(i + 1) : a.substr(i) == b.substr(i + 1);
  }

  void scan_letters() {
    if (mark_.scripts.empty() ||
        !std::ranges::all_of(mark_.scripts, [](Script s) { return s == Script::latin; }))
      return;
    const std::u32string_view name = mark_.core.text;
    if (text::is_ordinary_word(image_, name)) return;
    for (const std::uint32_t number : image_.all<std::uint32_t>(Section::edit_terms)) {
      const auto& term = image_.at<TermRecord>(Section::terms, number);
      if (term.length + 1U < name.size() || name.size() + 1U < term.length) continue;
      std::u32string key = points_of(image_, term);
      for (char32_t& c : key) c = c >= U'A' && c <= U'Z' ? c + 32 : c;
      if (one_letter_apart(key, name)) take(number, mark_.whole(), Relation::edit, true);
    }
  }

  // ----------------------------------------------------------------------------------------------------------

  void keep_closest() {
    std::ranges::stable_sort(hits_, [](const Hit& a, const Hit& b) {
      return std::tuple(a.term, a.part.start, a.part.length, rank(a.relation)) <
             std::tuple(b.term, b.part.start, b.part.length, rank(b.relation));
    });
    const auto same = [](const Hit& a, const Hit& b) { return a.term == b.term && a.part == b.part; };
    hits_.erase(std::unique(hits_.begin(), hits_.end(), same), hits_.end());
  }

  static int rank(Relation r) { return r == Relation::near_homophone ? 100 : static_cast<int>(r); }

  static constexpr std::uint32_t k_idiom = 0x80000000U;
  const Image& image_;
  const Mark& mark_;
  std::vector<Hit> hits_;
};

}  // namespace

GoodsFit goods_fit(ClassMask condition, const GoodsSelection& goods) {
  if (condition == 0) return GoodsFit::applies;
  if (!goods.known()) return GoodsFit::unknown;
  return (condition & goods.classes) != 0 ? GoodsFit::applies : GoodsFit::excluded;
}

std::vector<Hit> find_terms(const Image& image, const Mark& mark) {
  return Finder(image, mark).all();
}

}  // namespace tmsweep::lexicon
