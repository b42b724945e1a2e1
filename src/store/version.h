// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tmsweep::store {

/// Version of SQLite.
std::string sqlite_version();

}  // namespace tmsweep::store
