// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "image/image.h"
#include "model/finding.h"
#include "model/mark.h"

namespace tmsweep::lexicon {

/// A four-character run of the name that a set phrase lies close to.
struct NearIdiom {
  std::string idiom;
  Span part;  ///< code points of Mark::core
  Relation relation = Relation::homophone;
};

/// Set phrases that the name writes with other characters of the same or nearly the same sound, or (for a
/// name of four characters) with one other character. Runs that are words or phrases themselves are left
/// alone.
std::vector<NearIdiom> near_idioms(const image::Image& image, const Mark& mark);

}  // namespace tmsweep::lexicon
