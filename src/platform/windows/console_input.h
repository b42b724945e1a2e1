// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>

namespace tmsweep::platform {

/// Lets a stream read what is typed in the console as UTF-8: read as bytes, everything but ASCII would be
/// lost.
void read_from_console(std::istream& in);

}  // namespace tmsweep::platform
