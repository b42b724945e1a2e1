// SPDX-License-Identifier: Apache-2.0
#include "engine/merge.h"

#include <algorithm>
#include <tuple>

namespace tmsweep::engine {

namespace {

using image::Section;
using rules::Draft;

std::string_view article_of(const image::Image& image, const Draft& d, Edition edition) {
  const int number = image.basis_number(d.basis);
  if (number < 0) return {};
  const auto& basis = image.at<image::BasisRecord>(Section::bases, static_cast<std::uint32_t>(number));
  return image.text(basis.article[static_cast<std::size_t>(edition)]);
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

std::vector<Merged> merge(const image::Image& image, const Mark& mark, rules::Drafts drafts,
                          Edition edition) {
  for (Draft& d : drafts) {
    if (d.typed.length == 0) d.typed = mark.core.typed(d.part);
  }
  std::ranges::stable_sort(drafts, heavier);
  std::vector<Merged> out;
  for (Draft& d : drafts) {
    const std::string_view article = article_of(image, d, edition);
    const auto home = std::ranges::find_if(out, [&](const Merged& m) {
      if (!m.draft.typed.overlaps(d.typed)) return false;
      // A term met as the whole name and as a part of it is one mine, under the article for the whole name.
      if (m.draft.rule == d.rule &&
          (m.draft.typed == d.typed || article_of(image, m.draft, edition) == article))
        return true;
      return article_of(image, m.draft, edition) == article &&
             (m.draft.typed.covers(d.typed) || d.typed.covers(m.draft.typed));
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
