// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "image/image.h"
#include "model/goods.h"
#include "model/mark.h"

namespace tmsweep::lexicon {

/// A term of some list met in the name.
struct Hit {
  std::uint32_t term = 0;
  Span part;   ///< code points of Mark::core
  Span typed;  ///< typed code points
  Relation relation = Relation::none;
  bool whole = false;  ///< the term is all of the name
};

/// How a condition on goods stands towards the applied goods.
enum class GoodsFit : std::uint8_t { applies, unknown, excluded };

GoodsFit goods_fit(ClassMask condition, const GoodsSelection& goods);

/// Every term that stands in the name in the way its row demands (`only` is left to the composition), each
/// under its closest relation: the term itself, then numerals, imitated letters, pinyin, sound, shape, one
/// letter.
std::vector<Hit> find_terms(const image::Image& image, const Mark& mark);

}  // namespace tmsweep::lexicon
