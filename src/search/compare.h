// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "image/image.h"
#include "model/finding.h"
#include "model/mark.h"

namespace tmsweep::search {

/// What of a name is compared: its letters and characters, how they sound, and its spelling in pinyin.
struct Sign {
  std::u32string text;                  ///< Mark::core
  std::u32string digits;                ///< Mark::numerals, or `text`
  std::vector<std::uint16_t> readings;  ///< reading set of each code point; 0: none
  std::u32string spelled;               ///< pinyin without spaces, when every code point is Han
  std::size_t han = 0;                  ///< how many code points are Han
};

Sign make_sign(const Mark& mark);

/// The named relation in which two names stand, and where.
struct Likeness {
  Relation relation = Relation::none;
  int changed = 0;  ///< code points that differ (for containment: those that are added)
  Span part;        ///< containment: the part of the later name that is the earlier mark
};

/// The closest relation between a later name and an earlier mark, by the headings on similar word marks in
/// the examination guidelines (part 2, chapter 5, 5.1). `none` when they stand in no relation.
Likeness compare(const image::Image& image, const Sign& later, const Sign& earlier);

}  // namespace tmsweep::search
