// SPDX-License-Identifier: Apache-2.0
#include "engine/earlier.h"

#include <algorithm>
#include <tuple>

#include "engine/weights.h"
#include "search/align.h"
#include "search/counterpart.h"
#include "text/mark.h"

namespace tmsweep::engine {

namespace {

using search::Likeness;
using search::Sign;
using search::ViewKind;

/// The code points of the normalized name that became the core, as they are written.
std::u32string written(const Mark& mark) {
  std::u32string out;
  for (std::size_t i = 0; i < mark.normalized.text.size(); ++i) {
    if (std::ranges::find(mark.core.origin, mark.normalized.origin[i]) != mark.core.origin.end())
      out.push_back(mark.normalized.text[i]);
  }
  return out;
}

/// Same characters: identical, or in another script (guidelines 4.1 and 5.1.1).
Relation named(const image::Image& image, const Mark& later, const std::string& earlier) {
  const Result<Mark> read = text::make_mark(image, earlier);
  return read && written(read.value()) != written(later) ? Relation::script : Relation::identical;
}

/// Two names in one script are no translation of each other.
bool are_one_script(const Sign& later, const Sign& earlier, const Likeness& l) {
  const bool a = search::han_in(later.text.view().substr(l.part.start, l.part.length)) > 0;
  const bool b = search::han_in(earlier.text.view().substr(l.mark_part.start, l.mark_part.length)) > 0;
  return a == b;
}

std::string_view kind_of(const Sign& later, const Sign& earlier, const Likeness& l) {
  if (l.one_brand && are_one_script(later, earlier, l)) return "same-brand";
  if (l.manner == search::Manner::like) return "like-letters";
  if (l.manner == search::Manner::few) return "few-characters";
  if (l.manner == search::Manner::frame) return "same-frame";
  if (l.manner == search::Manner::spread) return "spread-out";
  if (l.relation != Relation::containment) return id_of(l.relation);
  if (l.manner == search::Manner::by_sound) return "contained-sound";
  if (l.manner == search::Manner::start) return "shared-start";
  if (l.manner == search::Manner::end) return "shared-end";
  const auto piece = [](ViewKind v) { return v == ViewKind::part || v == ViewKind::word; };
  if (l.tier == search::Tier::same && piece(l.later_view) && piece(l.earlier_view)) return "shared-part";
  if (l.tier == search::Tier::same && piece(l.later_view))
    return l.earlier_view == ViewKind::whole ? "containment" : "distinctive-part";
  return l.holds ? "containment" : "contained";
}

std::string_view basis_of(const EarlierMark& mark, Goods goods) {
  if (goods == Goods::other && mark.fame == Fame::well_known) return "CN-13";
  return mark.standing == Standing::pending ? "CN-31" : "CN-30";
}

/// Risk first, then the tier and the relation from the closest to the loosest, then fame, then what differs.
/// With the tier before the relation nothing of a tier left out could have come before what was found.
std::uint64_t rank_of(Risk risk, const Likeness& l, Fame fame, Goods goods) {
  const auto field = [](auto value, unsigned shift) { return static_cast<std::uint64_t>(value) << shift; };
  const int changed = std::clamp(l.changed, 0, 255);
  return field(static_cast<int>(Risk::high) - static_cast<int>(risk), 44U) | field(l.tier, 40U) |
         field(l.relation, 32U) | field(static_cast<int>(Fame::well_known) - static_cast<int>(fame), 24U) |
         field(goods == Goods::other, 16U) | field(changed, 0U);
}

}  // namespace

void EarlierMarks::take_row(Weighed w, const Sign& later, const Sign& earlier, const search::Index& index,
                            const search::RowRecord& row, Goods goods) {
  EarlierMark mark;
  mark.fame = search::Index::fame(row);
  mark.standing = search::Index::standing(row);
  w.risk = weigh(image_, later, earlier, w.likeness, mark, goods);
  if (w.risk == Risk::none) return;
  // The very name of a known brand is worth a note whatever the goods.
  const bool own_name = w.likeness.relation == Relation::identical &&
                        w.likeness.later_view == ViewKind::whole &&
                        w.likeness.earlier_view == ViewKind::whole && mark.fame >= Fame::known;
  if (goods == Goods::other && w.risk < Risk::medium && !own_name &&
      settings_.other_classes == OtherClasses::leave_out)
    return;
  w.fame = mark.fame;
  w.row = static_cast<std::uint32_t>(&row - index.rows(w.mark).data());
  w.rank = rank_of(w.risk, w.likeness, mark.fame, goods);
  // One mark is reported once, by its heaviest registration.
  if (!weighed_.empty() && weighed_.back().mark == w.mark && weighed_.back().source == w.source) {
    if (w.rank < weighed_.back().rank) weighed_.back() = w;
    return;
  }
  weighed_.push_back(w);
}

void EarlierMarks::take(std::uint32_t source, const Sign& later, const GoodsSelection& goods) {
  const search::Index& index = *settings_.sources[source].index;
  for (const search::Found& f : scratch_.found) {
    const Sign earlier = index.sign(f.mark);
    Weighed w{.mark = f.mark, .source = source, .relation = f.likeness.relation, .likeness = f.likeness};
    if (settings_.sources[source].origin == Origin::bundle) {
      for (const auto& c : search::counterparts(image_, earlier.text.view())) {
        if (c.known_mark != 0) w.known_mark = c.known_mark;
      }
    }
    for (const search::RowRecord& row : index.rows(f.mark)) {
      EarlierMark classes;
      classes.classes = row.classes;
      take_row(w, later, earlier, index, row, goods_of(classes, goods));
    }
  }
}

void EarlierMarks::keep_one_of_each() {
  std::ranges::stable_sort(weighed_, {},
                           [](const Weighed& w) { return std::tuple(w.rank, w.source, w.mark); });
  // A name that is a known mark itself lives beside other known marks: NIKE and NICE.
  const bool famous = std::ranges::any_of(weighed_, [&](const Weighed& w) {
    return is_bundled(w) && w.relation == Relation::identical && w.likeness.later_view == ViewKind::whole &&
           w.likeness.earlier_view == ViewKind::whole && w.fame >= Fame::known;
  });
  if (famous) {
    std::erase_if(weighed_, [&](const Weighed& w) {
      return is_bundled(w) && w.relation != Relation::identical && w.relation != Relation::numeral;
    });
  }
  // Beside a brand that is clearly meant, others that are merely near are chance.
  const bool meant =
      std::ranges::any_of(weighed_, [&](const Weighed& w) { return is_bundled(w) && w.risk == Risk::high; });
  if (meant) {
    std::erase_if(weighed_, [&](const Weighed& w) {
      const Relation r = w.relation;
      const bool near = r == Relation::one_character || r == Relation::edit || r == Relation::phonetic ||
                        r == Relation::near_homophone || r == Relation::containment ||
                        r == Relation::confusable;
      return is_bundled(w) && w.risk < Risk::high && near;
    });
  }
  std::vector<std::uint64_t> seen;
  std::erase_if(weighed_, [&](const Weighed& w) {
    if (w.known_mark == 0) return false;
    if (std::ranges::find(seen, w.known_mark) != seen.end()) return true;
    seen.push_back(w.known_mark);
    return false;
  });
}

Conflict EarlierMarks::conflict(const Weighed& w, const Sign& later, const GoodsSelection& goods) const {
  const search::Index& index = *settings_.sources[w.source].index;
  const search::RowRecord& row = index.rows(w.mark)[w.row];
  const Sign earlier = index.sign(w.mark);
  Conflict c;
  c.mark = index.earlier_mark(row);
  c.relation = w.likeness.relation;
  c.kind = kind_of(later, earlier, w.likeness);
  c.basis = basis_of(c.mark, goods_of(c.mark, goods));
  c.risk = w.risk;
  const bool whole = c.relation == Relation::affix || c.relation == Relation::repetition;
  c.part = whole ? Span{0, static_cast<std::uint32_t>(later.text.size())} : w.likeness.part;
  c.changed = w.likeness.changed;
  c.alignment = search::align(image_, later, earlier, w.likeness);
  return c;
}

Conflicts EarlierMarks::find(const Mark& mark, const GoodsSelection& goods) {
  Conflicts out;
  weighed_.clear();
  const Sign later = search::make_sign(image_, mark);
  if (later.text.empty() || settings_.sources.empty()) return out;
  prepared_.prepare(later);
  search::query_keys(prepared_, scratch_.query);
  for (std::uint32_t s = 0; s < settings_.sources.size(); ++s) {
    const search::Index& index = *settings_.sources[s].index;
    scratch_.start();
    for (std::size_t t = 0; t < search::k_tiers; ++t) {
      const auto tier = static_cast<search::Tier>(t);
      // Enough that nothing of the looser tiers could push aside.
      const Risk enough = tier == search::Tier::close ? Risk::high : Risk::medium;
      const auto heavy = std::ranges::count_if(
          weighed_, [&](const Weighed& w) { return w.source == s && w.risk >= enough; });
      if (tier != search::Tier::same && heavy >= static_cast<std::ptrdiff_t>(settings_.most)) {
        out.not_compared += index.bound(scratch_.query, tier);
        continue;
      }
      scratch_.found.clear();
      index.search(prepared_, tier, scratch_);
      take(s, later, goods);
    }
  }
  keep_one_of_each();
  if (weighed_.size() > settings_.most) {
    out.more = weighed_.size() - settings_.most;
    weighed_.resize(settings_.most);
  }
  for (const Weighed& w : weighed_) {
    Conflict c = conflict(w, later, goods);
    if (c.relation == Relation::identical) {
      c.relation = named(image_, mark, c.mark.name);
      c.kind = id_of(c.relation);
    }
    out.list.push_back(std::move(c));
  }
  return out;
}

}  // namespace tmsweep::engine
