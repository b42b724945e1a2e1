// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "image/image.h"
#include "model/rule_info.h"

namespace tmsweep::app {

/// The pages of all rules in one language, in the order of the image.
std::vector<RuleInfo> rule_infos(const image::Image& image, Lang lang);

}  // namespace tmsweep::app
