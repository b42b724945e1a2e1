// SPDX-License-Identifier: Apache-2.0
#include "lexicon/composition.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.h"

namespace tmsweep::lexicon {

namespace {

using image::Image;
using image::Label;
using image::Section;
using image::TermRecord;

constexpr std::array<std::u32string_view, 34> k_units{
    U"克", U"千克", U"公斤", U"斤", U"毫升", U"升", U"度", U"元", U"块", U"年", U"岁", U"天",
    U"日", U"小时", U"分钟", U"只", U"支",   U"粒", U"包", U"盒", U"片", U"件", U"折", U"g",
    U"kg", U"ml",   U"l",    U"mm", U"cm",   U"m",  U"mg", U"w",  U"v",  U"号"};

struct Boundaries {
  std::vector<bool> start;
  std::vector<bool> end;

  explicit Boundaries(const Mark& mark) : start(mark.core.text.size() + 1), end(mark.core.text.size() + 1) {
    for (const Word& w : mark.words) {
      start[w.part.start] = true;
      end[w.part.end()] = true;
    }
  }
  [[nodiscard]] bool align(Span part) const { return start[part.start] && end[part.end()]; }
};

bool says_something(const Hit& hit, const TermRecord& term) {
  return term.label != static_cast<std::uint8_t>(Label::none) && hit.relation == Relation::none;
}

/// A number followed by a unit: 80克, 5.5度. A number alone is not weak here; the rule on numbers sees to it.
Segment quantity_at(const Mark& mark, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < mark.core.text.size() && mark.scripts[end] == Script::digit) ++end;
  if (end == at) return {};
  const std::u32string_view rest = std::u32string_view(mark.core.text).substr(end);
  for (const std::u32string_view unit : k_units) {
    if (!rest.starts_with(unit)) continue;
    const auto stop = end + static_cast<std::uint32_t>(unit.size());
    const bool letters = mark.scripts[end] == Script::latin;
    if (letters && (mark.token_edges[stop - 1] & k_token_end) == 0) continue;
    return {{at, stop - at}, Label::descriptive, nullptr, false};
  }
  return {};
}

struct Best {
  std::uint32_t covered = 0;
  std::uint32_t count = 0;
  int chosen = -1;  ///< index of the candidate that ends here; −1: the code point is left free
};

bool better(const Best& a, const Best& b) {
  return a.covered != b.covered ? a.covered > b.covered : a.count < b.count;
}

std::vector<Segment> candidates(const Image& image, const Mark& mark, std::span<const Hit> hits,
                                const GoodsSelection& goods) {
  std::vector<Segment> out;
  std::optional<Boundaries> boundaries;
  for (const Hit& hit : hits) {
    const auto& term = image.at<TermRecord>(Section::terms, hit.term);
    if (!says_something(hit, term)) continue;
    if (!boundaries) boundaries.emplace(mark);
    if (hit.part != mark.whole() && !boundaries->align(hit.part)) continue;
    const GoodsFit fit = goods_fit(term.goods, goods);
    if (fit == GoodsFit::excluded) continue;
    out.push_back({hit.part, static_cast<Label>(term.label), &hit, fit == GoodsFit::unknown});
  }
  for (std::uint32_t i = 0; i < mark.core.text.size(); ++i) {
    const bool run_start =
        mark.scripts[i] == Script::digit && (i == 0 || mark.scripts[i - 1] != Script::digit);
    if (!run_start) continue;
    if (const Segment s = quantity_at(mark, i); s.part.length != 0) out.push_back(s);
  }
  return out;
}

}  // namespace

bool Composition::has(Label label) const {
  return std::ranges::any_of(segments, [&](const Segment& s) { return s.label == label; });
}

bool Composition::is_weak(Span part) const {
  for (std::uint32_t i = part.start; i < part.end(); ++i) {
    const Span point{i, 1};
    if (std::ranges::none_of(segments, [&](const Segment& s) { return s.part.covers(point); })) return false;
  }
  return true;
}

bool Composition::rest_is_weak(const Mark& mark, Span part) const {
  return is_weak({0, part.start}) && is_weak({part.end(), mark.whole().length - part.end()});
}

Composition compose(const Image& image, const Mark& mark, std::span<const Hit> hits,
                    const GoodsSelection& goods) {
  const std::vector<Segment> all = candidates(image, mark, hits, goods);
  Composition out;
  if (all.empty()) return out;
  const auto size = static_cast<std::uint32_t>(mark.core.text.size());
  std::vector<Best> best(size + 1);
  for (std::uint32_t end = 1; end <= size; ++end) {
    best[end] = best[end - 1];
    best[end].chosen = -1;
    for (std::size_t c = 0; c < all.size(); ++c) {
      if (all[c].part.end() != end) continue;
      const Best& from = best[all[c].part.start];
      const Best with{from.covered + all[c].part.length, from.count + 1, static_cast<int>(c)};
      if (better(with, best[end])) best[end] = with;
    }
  }
  for (std::uint32_t end = size; end > 0;) {
    if (best[end].chosen < 0) {
      --end;
      continue;
    }
    const Segment& s = all[static_cast<std::size_t>(best[end].chosen)];
    out.segments.push_back(s);
    out.depends_on_goods = out.depends_on_goods || s.depends_on_goods;
    end = s.part.start;
  }
  std::ranges::reverse(out.segments);
  out.all_weak = best[size].covered == size;
  return out;
}

std::u32string distinctive_part(const Mark& mark, const Composition& composition) {
  if (composition.segments.empty()) return mark.core.text;
  std::u32string rest;
  std::size_t han = 0;
  for (std::uint32_t i = 0; i < mark.core.text.size(); ++i) {
    const Span point{i, 1};
    if (std::ranges::any_of(composition.segments, [&](const Segment& s) { return s.part.covers(point); }))
      continue;
    rest.push_back(mark.core.text[i]);
    han += mark.scripts[i] == Script::han ? 1U : 0U;
  }
  constexpr std::size_t k_least_han = 2;
  constexpr std::size_t k_least_letters = 3;
  return han >= k_least_han || rest.size() - han >= k_least_letters ? rest : mark.core.text;
}

}  // namespace tmsweep::lexicon
