// SPDX-License-Identifier: Apache-2.0
#include "search/compare.h"

#include <algorithm>

#include "search/compare_han.h"
#include "search/compare_letters.h"
#include "search/letters.h"

namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;
using image::Image;

bool has(const Renderings& renderings, Chars letters) {
  return std::ranges::any_of(renderings.all(), [&](const Run& r) { return r.view() == letters; });
}

/// English of Chinese, or with a plural -s: 花 and FLOWERS.
bool has_word(const Renderings& renderings, Chars letters) {
  return has(renderings, letters) || (letters.size() > 2 && letters.back() == U's' &&
                                      has(renderings, letters.substr(0, letters.size() - 1)));
}

/// Whether both are names of one known mark: 耐克 and NIKE.
bool is_name_of_one_mark(const Image& image, const Prepared::Form& a, Chars b) {
  const bool known = std::ranges::any_of(a.counterparts, [](const auto& r) { return r.known_mark != 0; });
  if (!known) return false;
  for (const image::CounterpartRecord& y : counterparts(image, b)) {
    if (y.known_mark != 0 && std::ranges::find(a.counterparts, y.known_mark,
                                               &image::CounterpartRecord::known_mark) != a.counterparts.end())
      return true;
  }
  return false;
}

/// Pinyin and meaning: one side Han, the other letters.
Relation across(const Image& image, const Prepared::Form& a, Compared& earlier, std::size_t view) {
  const Chars b = earlier.text(view);
  const std::size_t b_han = han_in(b);
  if (a.han == a.text.size() && b_han == 0) {
    if (a.pinyin.count == 0 && a.english.count == 0) return Relation::none;
    const Run& letters = earlier.folded(view);
    if (has(a.pinyin, letters.view()) && is_pinyin_of(image, b, a.text)) return Relation::pinyin;
    if (has_word(a.english, letters.view())) return Relation::translation;
  } else if (a.han == 0 && b_han == b.size()) {
    Renderings renderings;
    pinyin_of(image, b, renderings);
    if (has(renderings, a.folded.view()) && is_pinyin_of(image, a.text, b)) return Relation::pinyin;
    english_of(image, b, renderings);
    if (has_word(renderings, a.folded.view())) return Relation::translation;
  }
  return Relation::none;
}

/// Whether the two are the same when repetitions are folded, and one has some.
bool repeats(const Prepared::Form& a, Chars b) {
  if (a.text.front() != b.front()) return false;
  const bool repeated = a.collapsed.size() != a.text.size();
  if (!repeated && b.size() <= a.text.size()) return false;
  return a.collapsed.view() == collapsed(b).view();
}

/// Relations of the first tier between two views.
Relation same(const Prepared& later, const Prepared::Form& a, Compared& earlier, std::size_t view) {
  const Image& image = later.image();
  const Chars b = earlier.text(view);
  if (a.text == b) return Relation::identical;
  if (a.digits.size() >= 2 && a.digits.view() == digits_of(image, b).view()) return Relation::numeral;
  if (is_name_of_one_mark(image, a, b)) return Relation::translation;
  const bool b_has_han = earlier.sign().han > 0 && han_in(b) > 0;
  if ((a.han > 0) != b_has_han) return across(image, a, earlier, view);
  // Whole names, or 牛牌 and 牛牛.
  const bool whole = (a.view.kind == ViewKind::whole || a.text.size() == 1) &&
                     (earlier.view(view).kind == ViewKind::whole || b.size() == 1);
  if (whole && repeats(a, b)) return Relation::repetition;
  return a.han == 0 ? same_letters(a, earlier, view) : same_han(image, a, b);
}

Span span_of(const View& v) {
  return {v.start, v.size};
}

/// The two views that are equal or sound the same leave weak words only: one name is the other with an
/// affix. Parts and words are contained.
Relation of_views(Relation found, const View& a, const View& b) {
  if (found != Relation::identical) return found;
  const auto loose = [](const View& v) { return v.kind == ViewKind::part || v.kind == ViewKind::word; };
  return loose(a) || loose(b) ? Relation::containment : Relation::affix;
}

/// Two names that both lose something and share two characters then have little in common, unless they differ
/// in one weak character: 大润发 and 小润发, but not 农夫果园 and 农夫山泉.
bool is_little(const Sign& later, const Prepared::Form& a, const Sign& earlier, const View& v) {
  const bool both = a.view.kind != ViewKind::whole && v.kind != ViewKind::whole;
  const bool one_each =
      later.text.size() == a.text.size() + 1 && earlier.text.size() == std::size_t{v.size} + 1;
  return both && a.han == 2 && v.size == 2 && !one_each;
}

/// Equal, or one the plural of the other.
bool is_same_word(Chars a, Chars b) {
  const Chars longer = a.size() < b.size() ? b : a;
  const Chars shorter = a.size() < b.size() ? a : b;
  return a == b ||
         (longer.size() == shorter.size() + 1 && longer.back() == U's' && longer.starts_with(shorter));
}

/// Whether every word of an earlier mark of several words stands in the name, in whatever order.
bool holds_all_words(const Prepared& later, const Sign& earlier) {
  int words = 0;
  for (const View& v : earlier.all_views()) {
    if (v.kind != ViewKind::word) continue;
    ++words;
    const bool held = std::ranges::any_of(later.forms(), [&](const Prepared::Form& f) {
      return (f.view.kind == ViewKind::word || f.view.kind == ViewKind::whole) &&
             is_same_word(f.text, earlier.of(v));
    });
    if (!held) return false;
  }
  return words >= 2;
}

/// The closest relation of the first tier; that the two share a word goes into `word` when nothing else does.
std::optional<Likeness> of_first_tier(const Prepared& later, Compared& mark, std::optional<Likeness>& word) {
  const Sign& earlier = mark.sign();
  for (const Prepared::Form& a : later.forms()) {
    for (std::size_t i = 0; i < mark.count(); ++i) {
      const View& v = mark.view(i);
      const Chars b = mark.text(i);
      Relation r = same(later, a, mark, i);
      if (r == Relation::none) continue;
      const bool whole = a.view.kind == ViewKind::whole && v.kind == ViewKind::whole;
      if (!whole) r = of_views(r, a.view, v);
      if (r == Relation::affix && is_little(later.sign(), a, earlier, v)) continue;
      const int changed = static_cast<int>(later.sign().text.size()) - static_cast<int>(a.text.size()) +
                          static_cast<int>(earlier.text.size()) - static_cast<int>(b.size());
      const bool all =
          r == Relation::containment && v.kind == ViewKind::word && holds_all_words(later, earlier);
      if (all) {
        return Likeness{.relation = Relation::order,
                        .tier = Tier::same,
                        .changed = changed,
                        .part = {0, static_cast<std::uint32_t>(later.sign().text.size())},
                        .mark_part = {0, static_cast<std::uint32_t>(earlier.text.size())}};
      }
      const bool pieces = a.view.kind != ViewKind::whole && v.kind != ViewKind::whole;
      const Likeness l{.relation = r,
                       .tier = Tier::same,
                       .changed = whole ? different(a.text, b) : changed,
                       .part = span_of(a.view),
                       .mark_part = span_of(v),
                       .later_view = a.view.kind,
                       .earlier_view = v.kind,
                       .one_brand = r == Relation::translation && is_name_of_one_mark(later.image(), a, b)};
      if (!pieces || r != Relation::containment) return l;
      if (!word) word = l;
    }
  }
  return {};
}

/// Two names that begin and end alike are nearer to one another than a word of one is to the other.
std::optional<Likeness> frame_before(const Prepared& later, const Sign& earlier, Tier tier) {
  auto l = has_same_frame(later, earlier);
  if (l) l->tier = tier;
  return l;
}

bool is_of_word(const Likeness& l) {
  return l.later_view == ViewKind::word || l.earlier_view == ViewKind::word;
}

std::optional<Likeness> close(const Prepared& later, Compared& mark) {
  const Sign& earlier = mark.sign();
  for (const Prepared::Form& a : later.forms()) {
    if (a.han > 0) {
      if (!is_compared_closely(a) || earlier.han == 0) continue;
      if (auto l = close_han(later.image(), a, earlier.text.view())) return l;
      continue;
    }
    if (earlier.han != 0) continue;
    for (std::size_t i = 0; i < mark.count(); ++i) {
      if (!may_be_close(a, mark, i)) continue;
      const auto l = close_letters(later.image(), a, mark, i);
      if (!l) continue;
      const auto frame = is_of_word(*l) ? frame_before(later, earlier, Tier::close) : std::nullopt;
      return frame ? frame : l;
    }
  }
  return {};
}

std::optional<Likeness> part(const Prepared& later, const Sign& earlier) {
  const Chars name = later.sign().text.view();
  const Chars mark = earlier.text.view();
  if (mark.size() < name.size()) {
    const bool needle = is_needle(mark);
    for (std::size_t at = name.find(mark); at != Chars::npos; at = name.find(mark, at + 1)) {
      const std::size_t end = at + mark.size();
      if (!(needle && may_hold(later.sign(), at, end)) && !is_short_needle(later.sign(), at, end)) continue;
      const auto size = static_cast<std::uint32_t>(mark.size());
      // Among weak words only the mark is met as such (guidelines 5.1.12 to 5.1.14).
      const Image& image = later.image();
      const bool among_weak = is_weak(image, name.substr(0, at)) && is_weak(image, name.substr(at + size)) &&
                              !is_weak(image, mark) && earlier.han > 0;
      return Likeness{.relation = among_weak ? Relation::affix : Relation::containment,
                      .tier = Tier::part,
                      .changed = static_cast<int>(name.size() - mark.size()),
                      .part = {static_cast<std::uint32_t>(at), size},
                      .mark_part = {0, size},
                      .holds = true};
    }
    if (earlier.han > 0) {
      if (const auto l = contained_by_sound(later, earlier)) return l;
    }
  }
  for (const Prepared::Form& a : later.forms()) {
    if (!is_compared_closely(a)) continue;
    if (a.text.size() >= mark.size() || !is_needle(a.text)) continue;
    const std::size_t at = mark.find(a.text);
    if (at == Chars::npos) continue;
    return Likeness{.relation = Relation::containment,
                    .tier = Tier::part,
                    .changed = static_cast<int>(mark.size() - a.text.size()),
                    .part = span_of(a.view),
                    .mark_part = {static_cast<std::uint32_t>(at), a.view.size},
                    .later_view = a.view.kind};
  }
  if (earlier.han > 0) {
    const auto l = spreads(later, earlier);
    return l ? l : few_apart(later, earlier);
  }
  const auto l = has_same_frame(later, earlier);
  return l ? l : shares_edge(later, earlier);
}

/// Words that sound like the name of a letter or digit as that one: CMORE, SEE MORE.
std::optional<Likeness> same_by_letter_names(const Prepared& later, const Sign& earlier) {
  if (later.sign().han > 0) return {};
  const Run theirs = with_letter_names(earlier);
  if (later.named().empty() && theirs.empty()) return {};
  const Chars a = later.named().empty() ? later.sign().text.view() : later.named().view();
  const Chars b = theirs.empty() ? earlier.text.view() : theirs.view();
  if (a != b || a.size() < k_least_sounding_letters) return {};
  return Likeness{.relation = Relation::phonetic,
                  .tier = Tier::same,
                  .changed = different(later.sign().text.view(), earlier.text.view()),
                  .part = {0, static_cast<std::uint32_t>(later.sign().text.size())},
                  .mark_part = {0, static_cast<std::uint32_t>(earlier.text.size())}};
}

std::optional<Likeness> found_in(const Prepared& later, Compared& mark) {
  std::optional<Likeness> word;
  if (auto l = of_first_tier(later, mark, word)) return l;
  if (auto l = same_by_letter_names(later, mark.sign())) return l;
  if (!word) return {};
  // Better than that they share a word: that one is words of the other.
  auto whole = part(later, mark.sign());
  const bool is_whole = whole && (whole->holds || whole->part.length == later.sign().text.size());
  if (!is_whole || whole->manner != Manner::plain) {
    const auto frame = frame_before(later, mark.sign(), Tier::same);
    return frame ? frame : word;
  }
  whole->tier = Tier::same;
  return whole;
}

}  // namespace

void Prepared::prepare(const Sign& sign) {
  sign_ = &sign;
  count_ = 0;
  for (const View& v : sign.all_views()) fill(forms_[count_++], v);
  named_ = with_letter_names(sign);
  start_ = start_word(sign);
  if (start_.size >= k_least_start && is_weak(image_, sign.of(start_))) start_ = {};
  sieve_.prepare(*this);
}

void Prepared::fill(Form& f, const View& view) const {
  f.view = view;
  f.text = sign_->of(view);
  f.han = han_in(f.text);
  f.collapsed = collapsed(f.text);
  f.counterparts = counterparts(image_, f.text);
  f.digits = digits_of(image_, f.text);
  if (f.han == 0) {
    fold(f.text, f.folded, f.glance);
    f.metaphone = metaphone(f.text);
    f.glance.vowels = vowels_of(f.metaphone.view());
    f.has_key = f.metaphone.size() >= k_least_sound;
    f.consonants = static_cast<std::uint8_t>(f.metaphone.size() - vowels_in(f.metaphone.view()));
    f.sounds.clear();
    f.pinyin.count = 0;
    f.english.count = 0;
  } else {
    f.metaphone.clear();
    f.has_key = false;
    f.folded.clear();
    f.sounds = Sounds(image_, f.text);
    pinyin_of(image_, f.text, f.pinyin);
    english_of(image_, f.text, f.english);
  }
}

std::optional<Likeness> compare(const Prepared& later, const Sign& earlier, Tier tier, Tier from) {
  if (later.sign().text.empty() || earlier.text.empty()) return {};
  Compared mark(earlier);
  if (from == Tier::same) {
    if (auto l = found_in(later, mark)) return l;
  }
  if (tier == Tier::same) return {};
  if (from <= Tier::close) {
    if (auto l = close(later, mark)) return l;
  }
  if (tier == Tier::close) return {};
  return part(later, earlier);
}

Run digits_of(const Image& image, Chars text) {
  Run out;
  bool any = false;
  for (const char32_t c : text) {
    const std::uint8_t n = image.info(c).numeral;
    any = any || n != 0 || is_digit(c);
    out.push(n == 0 ? c : U'0' + (n - 1U));
  }
  if (any) return out;
  return is_letter(text.front()) ? spelled_digits(text) : Run();
}

bool is_short_needle(const Sign& name, std::size_t first, std::size_t last) {
  constexpr std::size_t k_three = 3;
  const std::size_t all = name.text.size();
  const std::size_t size = last - first;
  // Half of a name that begins with it: RAW in RAWKUS.
  const std::size_t most = first == 0 ? 2 * k_three : k_three + 2;
  if (all > most || name.han > 0 || (first > 0 && last < all)) return false;
  const Chars part = name.text.view().substr(first, size);
  return size == k_three || (size == 2 && all == k_three && std::ranges::any_of(part, is_digit));
}

}  // namespace tmsweep::search
