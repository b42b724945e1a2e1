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
  // Folding at most halves a name.
  if (a.text.size() > 2 * b.size() || b.size() > 2 * a.text.size() || b.size() < k_least_shapes)
    return Relation::none;
  const Run& letters = earlier.folded(view);
  if (letters.size() != a.folded.size()) return Relation::none;
  if (a.text.size() >= k_least_shapes && letters.view() == a.folded.view()) return Relation::confusable;
  return is_rotation_of(a.folded.view(), letters.view()) ? Relation::order : Relation::none;
}

std::optional<Likeness> close_letters(const image::Image& image, const Prepared::Form& a, Compared& earlier,
                                      std::size_t view) {
  const View& b_view = earlier.view(view);
  const bool words = a.view.kind == ViewKind::word || b_view.kind == ViewKind::word;
  const std::size_t enough = words ? k_least_close_word : k_least_close_letters;
  if (b_view.size < enough) return {};
  const Run& letters = earlier.folded(view);
  const std::size_t least = std::min(a.folded.size(), letters.size());
  const std::size_t most = std::max(a.folded.size(), letters.size());
  if (least < enough || most - least > k_most_sound_longer) return {};
  Likeness l{.relation = Relation::edit,
             .tier = Tier::close,
             .part = {a.view.start, a.view.size},
             .mark_part = {b_view.start, b_view.size},
             .later_view = a.view.kind,
             .earlier_view = b_view.kind};
  const int apart = std::popcount(a.letters ^ earlier.letters(view));
  l.changed = most - least <= 1 && apart <= 2 ? distance(a.folded.view(), letters.view(), 1) : 2;
  if (l.changed <= 1) {
    // A plural is the same word (guidelines 5.1.11).
    const Chars b = earlier.text(view);
    const Chars shorter = a.text.size() < b.size() ? a.text : b;
    if (!words && (is_plural_of(a.text, b) || is_plural_of(b, a.text)) && is_word(image, shorter))
      l.relation = Relation::affix;
    return l;
  }
  if (least >= k_least_two_edits && most - least <= 2 && apart <= 4) {
    l.changed = plain_distance(a.folded.view(), letters.view(), 2);
    if (l.changed <= 2) return l;
  }
  if (a.metaphone.size() < k_least_sound ||
      std::popcount(a.sounds_seen ^ earlier.sounds(view)) > k_most_sounds_apart ||
      !sounds_as(earlier.text(view), a.metaphone.view()))
    return {};
  l.relation = Relation::phonetic;
  l.changed = distance(a.folded.view(), letters.view(), static_cast<int>(most));
  return l;
}

}  // namespace tmsweep::search
