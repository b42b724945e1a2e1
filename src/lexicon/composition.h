// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "image/layout.h"
#include "lexicon/hits.h"

namespace tmsweep::lexicon {

/// A part of the name that a list calls weak: goods, description, place, company form, premises, modifier.
struct Segment {
  Span part;  ///< code points of Mark::core
  image::Label label = image::Label::none;
  const Hit* hit = nullptr;  ///< nullptr: a number with its unit
  bool depends_on_goods = false;
};

/// How the name is put together, as far as the lists can tell.
struct Composition {
  std::vector<Segment> segments;  ///< in order, not overlapping
  bool all_weak = false;          ///< the segments cover the whole name
  bool depends_on_goods = false;

  [[nodiscard]] bool has(image::Label label) const;
  /// Whether segments cover all of `part`.
  [[nodiscard]] bool is_weak(Span part) const;
  /// Whether everything outside `part` is covered by segments.
  [[nodiscard]] bool rest_is_weak(const Mark& mark, Span part) const;
};

/// Chooses the segments that cover most of the name, fewest first; each must begin and end at word
/// boundaries.
Composition compose(const image::Image& image, const Mark& mark, std::span<const Hit> hits,
                    const GoodsSelection& goods);

/// The distinctive part: what remains of the name when weak segments are set aside; the whole name when
/// nothing distinctive would remain (fewer than two Han characters or three letters).
std::u32string distinctive_part(const Mark& mark, const Composition& composition);

}  // namespace tmsweep::lexicon
