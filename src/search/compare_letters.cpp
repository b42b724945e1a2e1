// SPDX-License-Identifier: Apache-2.0
#include "search/compare_letters.h"

#include <algorithm>

#include "search/glance.h"
#include "search/letters.h"

namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;

/// Whether one name is the other turned round at some letter: words of two names in another order.
bool is_rotation_of(Chars a, Chars b) {
  constexpr std::size_t k_least = 6;
  if (a.size() != b.size() || a.size() < k_least) return false;
  constexpr std::size_t k_least_piece = 3;
  for (std::size_t cut = k_least_piece; cut + k_least_piece <= a.size(); ++cut) {
    if (a.substr(cut) == b.substr(0, a.size() - cut) && a.substr(0, cut) == b.substr(a.size() - cut))
      return true;
  }
  return false;
}

bool is_plural_of(Chars longer, Chars shorter) {
  return longer.size() == shorter.size() + 1 && longer.back() == U's' && longer.starts_with(shorter);
}

}  // namespace

Relation same_letters(const Prepared::Form& a, Compared& earlier, std::size_t view) {
  constexpr std::size_t k_least_shapes = 3;
  const Chars b = earlier.text(view);
  if (is_kana(b.front()) && is_kana(a.text.front())) {
    const bool same = letters_worth(b) > k_least_shapes && earlier.folded(view).view() == a.folded.view();
    if (same) return Relation::phonetic;
  }
  // Folding at most halves a name.
  if (a.text.size() > 2 * b.size() || b.size() > 2 * a.text.size() || b.size() < k_least_shapes)
    return Relation::none;
  const Glance& glance = earlier.glance(view);
  if (glance.size != a.folded.size() || glance.letters != a.glance.letters) return Relation::none;
  const Run& letters = earlier.folded(view);
  if (a.text.size() >= k_least_shapes && letters.view() == a.folded.view()) return Relation::confusable;
  return is_rotation_of(a.folded.view(), letters.view()) ? Relation::order : Relation::none;
}

namespace {

bool is_word_of_several(const View& a, const View& b) {
  return a.kind == ViewKind::word || b.kind == ViewKind::word;
}

/// Whether what is seen at a glance of their sounds allows that the two sound alike.
inline bool may_sound_alike(const Prepared::Form& a, const Glance& b) {
  return a.has_key && a.glance.vowels.is_near(b.vowels, a.consonants) && may_have_sounds(a.glance, b);
}

/// The same consonants in the same order, with as many vowels between them, of which one may be another:
/// CERTAN, SERTUN.
std::optional<int> sounds_alike(const Prepared::Form& a, Compared& earlier, std::size_t view) {
  constexpr int k_most_edits = 3;
  const Glance& glance = earlier.glance(view);
  if (!may_sound_alike(a, glance)) return {};
  const Chars key = a.metaphone.view();
  const bool short_name = std::min<std::size_t>(glance.size, a.folded.size()) < k_least_close_letters;
  const bool few =
      short_name || is_word_of_several(a.view, earlier.view(view)) || key.size() - vowels_in(key) < 2;
  const bool other_vowel = a.glance.vowels.kinds != glance.vowels.kinds;
  if ((few && other_vowel) || !has_consonants_of(earlier.text(view), key)) return {};
  const Run& letters = earlier.folded(view);
  const std::size_t most = std::max(letters.size(), a.folded.size());
  const int changed = distance(a.folded.view(), letters.view(), static_cast<int>(most));
  const bool far = changed > k_most_edits || 2 * static_cast<std::size_t>(changed) > most;
  return other_vowel && far ? std::nullopt : std::optional(changed);
}

/// Letters of like sound or look put together, the two differ in one at most; how many letters differ.
std::optional<int> differs_in_like_letters(const Prepared::Form& a, Compared& earlier, std::size_t view) {
  if (!may_have_like_letters(a.glance, earlier.glance(view))) return {};
  const Run& letters = earlier.folded(view);
  const int most_edits = std::max(letters.size(), a.folded.size()) < k_least_segments ? 2 : 3;
  const int changed = plain_distance(a.folded.view(), letters.view(), most_edits);
  if (changed > most_edits) return {};
  const int groups = plain_distance(grouped(a.folded.view()).view(), grouped(letters.view()).view(), 1);
  return groups <= 1 ? std::optional(changed) : std::nullopt;
}

}  // namespace

bool may_be_close(const Prepared::Form& a, Compared& earlier, std::size_t view) {
  const View& v = earlier.view(view);
  const std::size_t enough = is_word_of_several(a.view, v) ? k_least_close_word : k_least_sounding_letters;
  const std::size_t own = a.glance.size;
  const std::size_t size = v.size;
  if (own < enough || size < enough || own > size + k_most_sound_longer) return false;
  // Folding makes a name at most half as long.
  if ((earlier.keeps_size() ? size : size / 2) > own + k_most_sound_longer) return false;
  const Glance& b = earlier.glance(view);
  return may_be_edited(a.glance, b) != 0 || may_have_like_letters(a.glance, b) || may_sound_alike(a, b);
}

std::optional<Likeness> close_letters(const image::Image& image, const Prepared::Form& a, Compared& earlier,
                                      std::size_t view) {
  const View& b_view = earlier.view(view);
  const bool words = is_word_of_several(a.view, b_view);
  const std::size_t enough = words ? k_least_close_word : k_least_sounding_letters;
  if (b_view.size < enough) return {};
  const Glance& glance = earlier.glance(view);
  const std::size_t least = std::min<std::size_t>(a.folded.size(), glance.size);
  const std::size_t most = std::max<std::size_t>(a.folded.size(), glance.size);
  if (least < enough || most - least > k_most_sound_longer) return {};
  Likeness l{.relation = Relation::edit,
             .tier = Tier::close,
             .part = {a.view.start, a.view.size},
             .mark_part = {b_view.start, b_view.size},
             .later_view = a.view.kind,
             .earlier_view = b_view.kind};
  const unsigned edits = may_be_edited(a.glance, glance);
  if ((edits & k_one_edit) != 0) {
    l.changed = distance(a.folded.view(), earlier.folded(view).view(), 1);
    if (l.changed <= 1) {
      // A plural is the same word (guidelines 5.1.11).
      const Chars b = earlier.text(view);
      const Chars shorter = a.text.size() < b.size() ? a.text : b;
      if (!words && (is_plural_of(a.text, b) || is_plural_of(b, a.text)) && is_word(image, shorter))
        l.relation = Relation::affix;
      return l;
    }
  }
  if ((edits & k_two_edits) != 0) {
    l.changed = plain_distance(a.folded.view(), earlier.folded(view).view(), 2);
    if (l.changed <= 2) return l;
  }
  if (const auto changed = sounds_alike(a, earlier, view)) {
    l.relation = Relation::phonetic;
    l.changed = *changed;
    return l;
  }
  if (words) return {};
  if (const auto changed = differs_in_like_letters(a, earlier, view)) {
    l.manner = Manner::like;
    l.changed = *changed;
    return l;
  }
  return {};
}

namespace {

std::size_t common_start(Chars a, Chars b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  return n;
}

/// Letters that both begin with, when they are four or more and half of each.
std::size_t shared_start(Chars a, Chars b) {
  const std::size_t n = common_start(a, b);
  return n >= k_least_start && 2 * n >= std::max(a.size(), b.size()) ? n : 0;
}

/// The same without doubled letters.
std::size_t shared_single_start(Chars a, Chars b) {
  if (a.front() != b.front()) return 0;
  const Run x = collapsed(a);
  const Run y = collapsed(b);
  return x.size() == a.size() && y.size() == b.size() ? 0 : shared_start(x.view(), y.view());
}

}  // namespace

namespace {

Likeness made(const View& own, const View& theirs, std::size_t shared, Manner manner) {
  return {.relation = Relation::containment,
          .tier = Tier::part,
          .changed = static_cast<int>(std::max<std::size_t>(own.size, theirs.size) - shared),
          .part = {own.start, own.size},
          .mark_part = {theirs.start, theirs.size},
          .later_view = own.kind,
          .earlier_view = theirs.kind,
          .manner = manner};
}

std::size_t common_end(Chars a, Chars b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return n;
}

}  // namespace

View start_word(const Sign& s) {
  View word = first_word(s);
  const auto is_all = [&](const View& v) {
    return (v.kind == ViewKind::whole || v.kind == ViewKind::distinctive) && v.start == word.start &&
           v.size == word.size;
  };
  word.kind = std::ranges::any_of(s.all_views(), is_all) ? ViewKind::whole : ViewKind::word;
  return word;
}

namespace {

constexpr std::size_t k_least_weak = 3;  ///< letters of a weak word

/// How many letters of the `end` that two names share are a weak word: BANK of SBERBANK and NURBANK.
std::size_t weak_end(const image::Image& image, Chars a, std::size_t end) {
  for (std::size_t n = end; n >= k_least_weak; --n) {
    if (is_weak(image, a.substr(a.size() - n))) return n;
  }
  return 0;
}

/// Whether words of so many letters end alike: more than half of each, and more than the weak word at the
/// end.
bool is_enough_end(const image::Image& image, Chars a, Chars b) {
  constexpr std::size_t k_least_beside = 2;
  const std::size_t end = common_end(a, b);
  if (end < k_least_same_end || 2 * end <= std::max(a.size(), b.size())) return false;
  if (end < k_least_end && a.size() != b.size()) return false;
  const std::size_t weak = weak_end(image, a, end);
  return weak == 0 || end >= weak + k_least_beside;
}

/// The same at the start: HOTEL of HOTEL MARTINA and HOTEL REGINA.
std::size_t weak_start(const image::Image& image, Chars a, std::size_t start) {
  for (std::size_t n = start; n >= k_least_weak; --n) {
    if (is_weak(image, a.substr(0, n))) return n;
  }
  return 0;
}

/// How many letters two names have in common that begin and end alike, weak words at their ends aside; 0 when
/// these are too few.
std::size_t shared_frame(const image::Image& image, Chars a, Chars b) {
  constexpr std::size_t k_most_longer = 2;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > k_most_longer) return 0;
  const std::size_t both_end = common_end(a, b);
  if (a.front() != b.front() || both_end < k_least_frame_end) return 0;
  const std::size_t both_start = common_start(a, b);
  const std::size_t weak = weak_start(image, a, both_start) + weak_end(image, a, both_end);
  if (std::min(a.size(), b.size()) < weak + k_least_frame) return 0;
  const std::size_t least = std::min(a.size(), b.size()) - weak;
  const std::size_t most = std::max(a.size(), b.size()) - weak;
  if (most == k_least_frame || both_start >= least + weak || both_end >= least + weak) return 0;
  const std::size_t same = std::min(both_start + both_end - weak, least);
  return 3 * same >= 2 * most ? same + weak : 0;
}

}  // namespace

std::optional<Likeness> has_same_frame(const Prepared& later, const Sign& earlier) {
  if (later.sign().han > 0 || earlier.han > 0) return {};
  const Chars a = later.sign().text.view();
  const Chars b = earlier.text.view();
  if (a.size() < k_least_frame || b.size() < k_least_frame) return {};
  const std::size_t same = shared_frame(later.image(), a, b);
  if (same == 0) return {};
  return Likeness{.relation = Relation::edit,
                  .tier = Tier::part,
                  .changed = static_cast<int>(std::max(a.size(), b.size()) - same),
                  .part = {0, static_cast<std::uint32_t>(a.size())},
                  .mark_part = {0, static_cast<std::uint32_t>(b.size())},
                  .manner = Manner::frame};
}

std::optional<Likeness> shares_edge(const Prepared& later, const Sign& earlier) {
  const View own = later.start();
  if (own.size < k_least_start || earlier.han > 0) return {};
  const View theirs = start_word(earlier);
  if (theirs.size < k_least_start) return {};
  if (own.kind != ViewKind::whole && theirs.kind != ViewKind::whole) return {};
  const Chars a = later.sign().of(own);
  const Chars b = earlier.of(theirs);
  const image::Image& image = later.image();
  std::size_t n = shared_start(a, b);
  if (n == 0) n = shared_single_start(a, b);
  const bool ends = own.kind == theirs.kind && is_enough_end(image, a, b);
  if ((n == 0 && !ends) || a == b || is_weak(image, b)) return {};
  if (n > 0 && !is_weak(image, a.substr(0, n))) return made(own, theirs, n, Manner::start);
  return ends ? std::optional(made(own, theirs, common_end(a, b), Manner::end)) : std::nullopt;
}

}  // namespace tmsweep::search
