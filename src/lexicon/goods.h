// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "image/image.h"
#include "model/goods.h"
#include "model/result.h"

namespace tmsweep::lexicon {

/// Reads what the user typed as goods: each text is cut at commas and semicolons, and the goods words it ends
/// with (or else contains) name its classes. Given classes win over those of the words. Refuses a class
/// outside 1..45 and goods that are not valid UTF-8.
Result<GoodsSelection> read_goods(const image::Image& image, const std::vector<std::string>& goods,
                                  const std::vector<int>& classes);

}  // namespace tmsweep::lexicon
