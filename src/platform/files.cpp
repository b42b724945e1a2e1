// SPDX-License-Identifier: Apache-2.0
#include "platform/files.h"

namespace tmsweep::platform {

std::string reason(const std::error_code& error) {
  const std::error_condition known = error.default_error_condition();
  if (known.category() == std::generic_category()) return known.message();
  return "error " + std::to_string(error.value());
}

}  // namespace tmsweep::platform
