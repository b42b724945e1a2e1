// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tmsweep::text::icu {

/// Version of ICU itself.
std::string version();

}  // namespace tmsweep::text::icu
