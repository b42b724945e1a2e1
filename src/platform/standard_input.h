// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>

namespace tmsweep::platform {

/// Standard input, read in blocks; a read that waits ends when a signal asks to stop (see Interruption).
std::istream& standard_input();

}  // namespace tmsweep::platform
