// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "image/image.h"
#include "model/finding.h"
#include "model/mark.h"

namespace tmsweep::search {

/// What of a name is compared. Each form is the one that Mark made, or `text` where Mark made none.
struct Sign {
  std::u32string text;       ///< Mark::core
  std::u32string written;    ///< the same characters before they were simplified and folded to Latin
  std::u32string digits;     ///< Mark::numerals
  std::u32string collapsed;  ///< Mark::collapsed
  std::u32string letters;    ///< Mark::skeleton
  std::vector<std::uint16_t> readings;  ///< reading set of each code point of `text`; 0: none
  std::u32string spelled;               ///< pinyin without spaces, when every code point is Han; else empty
  std::size_t han = 0;                  ///< how many code points are Han
};

Sign make_sign(const Mark& mark);

/// The named relation in which two names stand, and where.
struct Likeness {
  Relation relation = Relation::none;
  int changed = 0;  ///< code points that differ; containment: those that are added
  /// Of the later name's core: where the earlier mark is contained, or the one character that differs.
  Span part;
};

/// The closest relation between a later name and an earlier mark, by the headings on similar word marks in
/// the examination guidelines (part 2, chapter 5, 5.1). `none` when they stand in no relation.
Likeness compare(const image::Image& image, const Sign& later, const Sign& earlier);

}  // namespace tmsweep::search
