// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "image/image.h"
#include "model/finding.h"
#include "search/compare.h"

namespace tmsweep::search {

/// The two names side by side, character by character where characters correspond, else as wholes: what is
/// the same, what sounds or looks alike, what one has and the other has not.
std::vector<AlignedPair> align(const image::Image& image, const Sign& later, const Sign& earlier,
                               const Likeness& likeness);

}  // namespace tmsweep::search
