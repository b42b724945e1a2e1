// SPDX-License-Identifier: Apache-2.0
#include "engine/merge.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace tmsweep::engine {

namespace {

using image::Section;
using rules::Draft;

using Articles = std::array<std::string_view, 2>;  // by Edition

Articles articles_of(const image::Image& image, const Draft& d) {
  const int number = image.basis_number(d.basis);
  if (number < 0) return {};
  const auto& basis = image.at<image::BasisRecord>(Section::bases, static_cast<std::uint32_t>(number));
  return {image.text(basis.article[0]), image.text(basis.article[1])};
}

/// Heavier first; then the longer part, then the earlier; then ids, so that the order is the same everywhere.
bool heavier(const Draft& a, const Draft& b) {
  const int closeness_a = a.relation == Relation::none ? 0 : 1;
  const int closeness_b = b.relation == Relation::none ? 0 : 1;
  const auto key = [](const Draft& d, int closeness) {
    return std::tuple(-static_cast<int>(d.risk), closeness, -static_cast<std::int64_t>(d.typed.length),
                      d.typed.start, d.exact ? 0 : 1, d.rule, d.term);
  };
  return key(a, closeness_a) < key(b, closeness_b);
}

}  // namespace

std::vector<Merged> merge(const image::Image& image, const Mark& mark, rules::Drafts drafts) {
  for (Draft& d : drafts) {
    if (d.typed.length == 0) d.typed = mark.core.typed(d.part);
  }
  std::ranges::stable_sort(drafts, heavier);
  std::vector<Merged> out;
  for (Draft& d : drafts) {
    const Articles articles = articles_of(image, d);
    const auto home = std::ranges::find_if(out, [&](const Merged& m) {
      const Span& a = m.draft.typed;
      const Span& b = d.typed;
      // A term met as the whole name and as a part of it is one mine, under the article for the whole name.
      if (m.draft.rule == d.rule && a == b) return true;
      if (articles_of(image, m.draft) != articles) return false;
      return m.draft.rule == d.rule ? a.overlaps(b) : a.covers(b) || b.covers(a);
    });
    if (home == out.end()) {
      out.push_back({std::move(d), {}});
      continue;
    }
    const auto known = [&](const Draft& a) { return a.rule == d.rule; };
    if (home->draft.rule != d.rule && std::ranges::none_of(home->also, known))
      home->also.push_back(std::move(d));
  }
  std::ranges::stable_sort(out, [](const Merged& a, const Merged& b) {
    return std::pair(-static_cast<int>(a.draft.risk), a.draft.typed.start) <
           std::pair(-static_cast<int>(b.draft.risk), b.draft.typed.start);
  });
  return out;
}

}  // namespace tmsweep::engine
