// SPDX-License-Identifier: Apache-2.0
#include "search/compare_han.h"

#include <algorithm>
#include <array>

namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;
using image::Image;

bool is_permutation_of(Chars a, Chars b) {
  std::array<char32_t, k_most_compared> x;
  std::array<char32_t, k_most_compared> y;
  std::ranges::copy(a, x.begin());
  std::ranges::copy(b, y.begin());
  const auto end = static_cast<std::ptrdiff_t>(a.size());
  std::sort(x.begin(), x.begin() + end);
  std::sort(y.begin(), y.begin() + end);
  return std::equal(x.begin(), x.begin() + end, y.begin());
}

/// How often the characters of two names that differ at a place look alike, or are different in every way.
/// The earlier mark is read by its main readings: its keys of this tier hold no others.
struct Places {
  int look = 0;
  int other = 0;
  std::size_t last_other = 0;
};
Places places(const Image& image, const Prepared::Form& a, Chars b) {
  Places out;
  for (std::size_t i = 0; i < b.size() && out.other < 2; ++i) {
    if (a.text[i] == b[i]) continue;
    const auto readings =
        is_han(b[i]) ? image.readings(image.info(b[i]).readings) : std::span<const std::uint16_t>{};
    const Close c =
        closeness(image, a.text[i], a.sounds.at(i), b[i], readings.first(readings.empty() ? 0 : 1));
    out.look += c == Close::look ? 1 : 0;
    if (c != Close::other) continue;
    ++out.other;
    out.last_other = i;
  }
  return out;
}

bool are_two_looks(const Image& image, Chars a, Chars b) {
  if (a.size() > k_most_two_looks) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i] && !looks_much_like(image, a[i], b[i])) return false;
  }
  return true;
}

/// Whether all that two names share around [first, last) is weak: 老王火锅, 老李火锅.
bool rest_is_weak(const Image& image, Chars text, std::size_t first, std::size_t last) {
  return is_weak(image, text.substr(0, first)) && is_weak(image, text.substr(last));
}

std::optional<Likeness> made(const Prepared::Form& a, Relation relation, int changed, Chars b) {
  return Likeness{.relation = relation,
                  .tier = Tier::close,
                  .changed = changed,
                  .part = {a.view.start, a.view.size},
                  .mark_part = {0, static_cast<std::uint32_t>(b.size())},
                  .later_view = a.view.kind};
}

/// Characters left when the longest weak tail is set aside: 张 of 张火锅.
std::size_t without_weak_tail(const Image& image, Chars text) {
  for (std::size_t n = 0; n < text.size(); ++n) {
    if (is_weak(image, text.substr(n))) return n;
  }
  return text.size();
}

/// One character more, inside: the longer name without it is the shorter.
bool is_added_inside(Chars longer, Chars shorter) {
  std::size_t i = 0;
  while (i < shorter.size() && longer[i] == shorter[i]) ++i;
  if (i == 0 || i == shorter.size()) return false;  // at an end: containment says it better
  return longer.substr(i + 1) == shorter.substr(i);
}

std::optional<Likeness> one_more(const Image& image, const Prepared::Form& a, Chars b) {
  const bool later_longer = a.text.size() > b.size();
  const Chars longer = later_longer ? a.text : b;
  const Chars shorter = later_longer ? b : a.text;
  if (shorter.size() < k_least_close_han) return {};
  if (!is_added_inside(longer, shorter) || without_weak_tail(image, shorter) < 2) return {};
  return made(a, Relation::one_character, 1, b);
}

}  // namespace

int different(Chars a, Chars b) {
  if (a.size() != b.size()) {
    return static_cast<int>(std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
  }
  int n = 0;
  for (std::size_t i = 0; i < a.size(); ++i) n += a[i] == b[i] ? 0 : 1;
  return n;
}

Relation same_han(const Image& image, const Prepared::Form& a, Chars b) {
  if (a.text.size() != b.size() || b.size() < 2) return Relation::none;
  const Sounds sounds(image, b);
  bool near = false;
  for (std::size_t i = 0; i < b.size(); ++i) {
    const Close c = closeness(image, a.text[i], a.sounds.at(i), b[i], sounds.at(i));
    if (c == Close::look || c == Close::other) {
      return b.size() >= k_least_close_han && is_permutation_of(a.text, b) ? Relation::order : Relation::none;
    }
    near = near || c == Close::near;
  }
  return near ? Relation::near_homophone : Relation::homophone;
}

std::optional<Likeness> close_han(const Image& image, const Prepared::Form& a, Chars b) {
  const std::size_t n = b.size();
  if (a.text.size() != n) {
    return a.text.size() + 1 == n || n + 1 == a.text.size() ? one_more(image, a, b) : std::nullopt;
  }
  if (n < 2) return {};
  const int changed = different(a.text, b);
  // Of two characters one may be hard to tell apart, and the other is the same.
  if (n == 2) {
    const bool one = a.view.kind == ViewKind::whole && changed == 1 &&
                     looks_much_like(image, a.text[0], b[0]) != looks_much_like(image, a.text[1], b[1]);
    return one ? made(a, Relation::glyph, 1, b) : std::nullopt;
  }
  const Places p = places(image, a, b);
  if (p.other == 0 && p.look == 1 && changed <= 2) return made(a, Relation::glyph, changed, b);
  if (a.view.kind == ViewKind::whole && changed == 2 && are_two_looks(image, a.text, b))
    return made(a, Relation::glyph, 2, b);
  if (changed == 1 && p.other == 1 && !rest_is_weak(image, a.text, p.last_other, p.last_other + 1))
    return made(a, Relation::one_character, 1, b);
  return {};
}

std::optional<Likeness> contained_by_sound(const Prepared& later, const Sign& earlier) {
  const Chars name = later.sign().text.view();
  const Chars mark = earlier.text.view();
  if (mark.size() < k_least_close_han || earlier.han != mark.size() || later.sign().han < mark.size())
    return {};
  const Sounds mark_sounds(later.image(), mark);
  for (std::size_t at = 0; at + mark.size() <= name.size(); ++at) {
    if (!may_hold(later.sign(), at, at + mark.size())) continue;
    const Chars part = name.substr(at, mark.size());
    // A part of a name is read by its main readings.
    const Sounds& sounds = later.forms().front().sounds;
    bool same = true;
    for (std::size_t i = 0; same && i < part.size(); ++i) {
      const auto all = sounds.at(at + i);
      same = closeness(later.image(), part[i], all.first(all.empty() ? 0 : 1), mark[i], mark_sounds.at(i)) <=
             Close::homophone;
    }
    if (!same) continue;
    const auto size = static_cast<std::uint32_t>(mark.size());
    return Likeness{.relation = Relation::containment,
                    .tier = Tier::part,
                    .changed = static_cast<int>(name.size() - mark.size()),
                    .part = {static_cast<std::uint32_t>(at), size},
                    .mark_part = {0, size},
                    .holds = true,
                    .manner = Manner::by_sound};
  }
  return {};
}

std::optional<Likeness> spreads(const Prepared& later, const Sign& earlier) {
  const Chars name = later.sign().text.view();
  const Chars mark = earlier.text.view();
  if (!is_spread_size(mark.size(), name.size()) || earlier.han != mark.size() || name.front() != mark.front())
    return {};
  std::size_t met = 1;
  std::size_t last = 0;
  for (std::size_t i = 1; i < name.size() && met < mark.size(); ++i) {
    if (name[i] != mark[met]) continue;
    ++met;
    last = i;
  }
  if (met < mark.size() || without_weak_tail(later.image(), mark) < 2) return {};
  return Likeness{.relation = Relation::containment,
                  .tier = Tier::part,
                  .changed = static_cast<int>(name.size() - mark.size()),
                  .part = {0, static_cast<std::uint32_t>(last + 1)},
                  .mark_part = {0, static_cast<std::uint32_t>(mark.size())},
                  .holds = true,
                  .manner = Manner::spread};
}

std::optional<Likeness> few_apart(const Prepared& later, const Sign& earlier) {
  const Chars a = later.sign().text.view();
  const Chars b = earlier.text.view();
  const std::size_t least = std::min(a.size(), b.size());
  const std::size_t most = std::max(a.size(), b.size());
  if (later.sign().han != a.size() || earlier.han != b.size() || most < k_least_few || most - least > 1)
    return {};
  std::size_t start = 0;
  while (start < least && a[start] == b[start]) ++start;
  std::size_t end = 0;
  while (end < least - start && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
  const std::size_t same = start + end;
  if (start == 0 || end == 0 || std::max(start, end) < k_least_edge || same == least || 3 * same < 2 * most)
    return {};
  if (rest_is_weak(later.image(), a, start, a.size() - end)) return {};
  return Likeness{.relation = Relation::one_character,
                  .tier = Tier::part,
                  .changed = static_cast<int>(most - same),
                  .part = {0, static_cast<std::uint32_t>(a.size())},
                  .mark_part = {0, static_cast<std::uint32_t>(b.size())},
                  .manner = Manner::few};
}

}  // namespace tmsweep::search
