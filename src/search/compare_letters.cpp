// SPDX-License-Identifier: Apache-2.0
#include "search/compare_letters.h"

#include <algorithm>
#include <bit>

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
    const bool same = letters_worth(b) > k_least_shapes && earlier.folded(view).view() == a.folded().view();
    if (same) return Relation::phonetic;
  }
  // Folding at most halves a name.
  if (a.text.size() > 2 * b.size() || b.size() > 2 * a.text.size() || b.size() < k_least_shapes)
    return Relation::none;
  const Run& letters = earlier.folded(view);
  if (letters.size() != a.folded().size()) return Relation::none;
  if (a.text.size() >= k_least_shapes && letters.view() == a.folded().view()) return Relation::confusable;
  return is_rotation_of(a.folded().view(), letters.view()) ? Relation::order : Relation::none;
}

namespace {

bool is_word_of_several(const View& a, const View& b) {
  return a.kind == ViewKind::word || b.kind == ViewKind::word;
}

/// The same consonants in the same order, with as many vowels between them, of which one may be another:
/// CERTAN, SERTUN.
std::optional<int> sounds_alike(const Prepared::Form& a, Compared& earlier, std::size_t view) {
  constexpr int k_most_edits = 3;
  if (a.metaphone.size() < k_least_sound ||
      std::popcount(a.glance.sounds ^ earlier.glance(view).sounds) > k_most_sounds_apart)
    return {};
  const Chars key = a.metaphone.view();
  const Run& letters = earlier.folded(view);
  const bool short_name = std::min(letters.size(), a.folded().size()) < k_least_close_letters;
  const bool few =
      short_name || is_word_of_several(a.view, earlier.view(view)) || key.size() - vowels_in(key) < 2;
  const std::optional<int> vowels = vowels_apart(earlier.text(view), key, few ? 0 : 1);
  if (!vowels) return {};
  const std::size_t most = std::max(letters.size(), a.folded().size());
  const int changed = distance(a.folded().view(), letters.view(), static_cast<int>(most));
  const bool far = changed > k_most_edits || 2 * static_cast<std::size_t>(changed) > most;
  return *vowels > 0 && far ? std::nullopt : std::optional(changed);
}

/// Letters of like sound or look put together, the two differ in one at most; how many letters differ.
std::optional<int> differs_in_like_letters(const Prepared::Form& a, const Run& letters, int groups_apart) {
  const std::size_t n = letters.size();
  const std::size_t least = std::min(n, a.folded().size());
  const std::size_t most = std::max(n, a.folded().size());
  // Of a shorter name no letter may be another, but one may be added: OREO, BORIO.
  const bool added = least >= k_least_close_letters && most == least + 1;
  if (least < k_least_like && !added) return {};
  if (edits_of(n) > 1 || most - least > 1 || groups_apart > 2) return {};
  const int most_edits = most < k_least_segments ? 2 : 3;
  const int changed = plain_distance(a.folded().view(), letters.view(), most_edits);
  if (changed > most_edits) return {};
  const int groups = plain_distance(grouped(a.folded().view()).view(), grouped(letters.view()).view(), 1);
  return groups <= 1 ? std::optional(changed) : std::nullopt;
}

}  // namespace

std::optional<Likeness> close_letters(const image::Image& image, const Prepared::Form& a, Compared& earlier,
                                      std::size_t view) {
  const View& b_view = earlier.view(view);
  const bool words = is_word_of_several(a.view, b_view);
  const std::size_t enough = words ? k_least_close_word : k_least_sounding_letters;
  if (b_view.size < enough) return {};
  const Run& letters = earlier.folded(view);
  const std::size_t least = std::min(a.folded().size(), letters.size());
  const std::size_t most = std::max(a.folded().size(), letters.size());
  if (least < enough || most - least > k_most_sound_longer) return {};
  Likeness l{.relation = Relation::edit,
             .tier = Tier::close,
             .part = {a.view.start, a.view.size},
             .mark_part = {b_view.start, b_view.size},
             .later_view = a.view.kind,
             .earlier_view = b_view.kind};
  const int apart = std::popcount(a.glance.letters ^ earlier.glance(view).letters);
  if (least >= k_least_close_letters) {
    l.changed = most - least <= 1 && apart <= 2 ? distance(a.folded().view(), letters.view(), 1) : 2;
    if (l.changed <= 1) {
      // A plural is the same word (guidelines 5.1.11).
      const Chars b = earlier.text(view);
      const Chars shorter = a.text.size() < b.size() ? a.text : b;
      if (!words && (is_plural_of(a.text, b) || is_plural_of(b, a.text)) && is_word(image, shorter))
        l.relation = Relation::affix;
      return l;
    }
    if (edits_of(letters.size()) == 2 && least >= k_least_segments && most - least <= 2 && apart <= 4) {
      l.changed = plain_distance(a.folded().view(), letters.view(), 2);
      if (l.changed <= 2) return l;
    }
  }
  if (const auto changed = sounds_alike(a, earlier, view)) {
    l.relation = Relation::phonetic;
    l.changed = *changed;
    return l;
  }
  const int groups = std::popcount(a.glance.groups ^ earlier.glance(view).groups);
  if (words) return {};
  if (const auto changed = differs_in_like_letters(a, letters, groups)) {
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

}  // namespace

namespace {

/// The word that a name begins with; `whole` when it is all that the name has beside weak words.
View alone(const Sign& s) {
  View word = first_word(s);
  const auto is_all = [&](const View& v) {
    return (v.kind == ViewKind::whole || v.kind == ViewKind::distinctive) && v.start == word.start &&
           v.size == word.size;
  };
  word.kind = std::ranges::any_of(s.all_views(), is_all) ? ViewKind::whole : ViewKind::word;
  return word;
}

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

std::optional<Likeness> shares_edge(const image::Image& image, const Sign& later, const Sign& earlier) {
  const View own = alone(later);
  const View theirs = alone(earlier);
  if (own.size < k_least_start || theirs.size < k_least_start) return {};
  if (own.kind != ViewKind::whole && theirs.kind != ViewKind::whole) return {};
  const Chars a = later.of(own);
  const Chars b = earlier.of(theirs);
  std::size_t n = shared_start(a, b);
  if (n == 0) n = shared_start(collapsed(a).view(), collapsed(b).view());
  const std::size_t end = common_end(a, b);
  const bool ends = end >= k_least_end && 2 * end > std::max(a.size(), b.size()) && own.kind == theirs.kind;
  if ((n == 0 && !ends) || a == b || is_weak(image, a) || is_weak(image, b)) return {};
  if (n > 0 && !is_weak(image, a.substr(0, n))) return made(own, theirs, n, Manner::start);
  if (!ends || is_weak(image, a.substr(a.size() - end))) return {};
  return made(own, theirs, end, Manner::end);
}

}  // namespace tmsweep::search
