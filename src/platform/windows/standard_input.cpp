// SPDX-License-Identifier: Apache-2.0
#include "platform/standard_input.h"

#include <iostream>

namespace tmsweep::platform {

std::istream& standard_input() {
  return std::cin;  // which reads the console as UTF-8, see console_input.h
}

}  // namespace tmsweep::platform
