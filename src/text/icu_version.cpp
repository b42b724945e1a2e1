// SPDX-License-Identifier: Apache-2.0
#include "text/icu_version.h"

#include <unicode/uvernum.h>

namespace tmsweep::text::icu {

std::string version() {
  return U_ICU_VERSION;
}

}  // namespace tmsweep::text::icu
