// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace tmsweep::app {

/// The known word nearest to `typed` by edit distance, or nothing when none is near (a third of its length).
std::string nearest(const std::string& typed, const std::vector<std::string>& known);

}  // namespace tmsweep::app
