// SPDX-License-Identifier: Apache-2.0
#include "support/paths.h"

namespace tmsweep::support {

std::filesystem::path test_dir() {
  return TMSWEEP_TEST_DIR;
}

std::filesystem::path data_dir() {
  return TMSWEEP_DATA_DIR;
}

}  // namespace tmsweep::support
