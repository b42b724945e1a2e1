// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>

namespace tmsweep::platform {

/// Standard input, read in blocks; a read that waits ends when a signal asks to stop (see Interruption), and
/// in_avail() is 0 when a read would wait.
std::istream& standard_input();

}  // namespace tmsweep::platform
