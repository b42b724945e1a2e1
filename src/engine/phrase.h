// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/merge.h"
#include "image/image.h"
#include "model/report.h"

namespace tmsweep::engine {

/// Puts a merged draft into words of the report's language.
Finding phrase(const image::Image& image, const Report& report, Ground ground, const Merged& merged);

/// How far this run goes, for what the report says of itself.
struct Extent {
  bool has_register = false;
  bool process_facts = true;
};

/// Fills in what follows from the findings: provisions, changes, process facts, coverage.
void complete(const image::Image& image, const Extent& extent, Report& report);

}  // namespace tmsweep::engine
