// SPDX-License-Identifier: Apache-2.0
#include "store/version.h"

#include <sqlite3.h>

namespace tmsweep::store {

std::string sqlite_version() {
  return sqlite3_libversion();
}

}  // namespace tmsweep::store
