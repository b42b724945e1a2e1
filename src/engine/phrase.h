// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/earlier.h"
#include "engine/merge.h"
#include "image/image.h"
#include "model/report.h"

namespace tmsweep::engine {

/// Puts a merged draft into words of the report's language.
Finding phrase(const image::Image& image, const Report& report, Ground ground, const Merged& merged);

/// An earlier mark that stands in the way, in the words of the page earlier-mark; the report gives language,
/// edition and goods.
Finding conflict_finding(const image::Image& image, const Mark& mark, const Report& report,
                         Conflict conflict);

/// How far this run goes, for what the report says of itself.
struct Extent {
  unsigned origins = 0;  ///< bit N: marks of Origin N were compared
  bool behind = false;   ///< the user's marks may be incomplete
  std::size_t more_marks = 0;
  std::size_t marks_not_compared = 0;
  bool process_facts = true;
};

/// Says how far earlier marks were compared, and nothing else.
void cover_register(const Extent& extent, Report& report);

/// Fills in what follows from the findings: provisions, changes, process facts, coverage.
void complete(const image::Image& image, const Extent& extent, Report& report);

}  // namespace tmsweep::engine
