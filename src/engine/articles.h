// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "image/image.h"
#include "model/report.h"

namespace tmsweep::engine {

/// "第十条第一款第（二）项" / "art. 10(1)(2)" of a contract number such as 10.1.2, 15.3 or ad:9.3.
std::string article_label(Edition edition, std::string_view article, Lang lang);

/// The provision behind a contract number; quote empty when the image has none.
Provision provision(const image::Image& image, Edition edition, std::string_view article, Lang lang);

}  // namespace tmsweep::engine
