// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "image/image.h"
#include "model/mark.h"
#include "rules/rule.h"

namespace tmsweep::engine {

/// A draft and the weaker bases of the same mine.
struct Merged {
  rules::Draft draft;
  std::vector<rules::Draft> also;
};

/// One mine, one finding: drafts of one rule on overlapping parts of the name become the strongest of them,
/// and drafts of several rules under the same articles (of both editions) on the same part are gathered under
/// the strongest. The result is sorted by weight, then position.
std::vector<Merged> merge(const image::Image& image, const Mark& mark, rules::Drafts drafts);

}  // namespace tmsweep::engine
