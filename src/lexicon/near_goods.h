// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "image/image.h"

namespace tmsweep::lexicon {

/// Goods words that look like `typed`, nearest first, at most `most`: few characters apart, the same ending
/// before another. Reads the whole list, so it is for a text that no word was found in.
std::vector<std::string> near_goods(const image::Image& image, std::string_view typed, std::size_t most);

}  // namespace tmsweep::lexicon
