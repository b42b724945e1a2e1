// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <streambuf>

namespace tmsweep::platform {

/// What is typed in the console, as UTF-8: read as bytes, everything but ASCII would be lost.
std::streambuf& console_input();

}  // namespace tmsweep::platform
