// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "model/finding.h"

namespace tmsweep::engine {

/// The verdict of a name is its heaviest finding; without findings it is `none`, which means only that
/// nothing was found within what was checked.
inline Risk verdict(const Findings& findings) {
  Risk worst = Risk::none;
  for (const Finding& f : findings) worst = std::max(worst, f.risk);
  return worst;
}

}  // namespace tmsweep::engine
