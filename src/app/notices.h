// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/message.h"

namespace tmsweep::app {

/// "tmsweep: …", one line. It may quote what was typed or read: nothing that a terminal would obey passes
/// through.
std::string notice_line(const Message& message, Lang lang);

/// The line on standard error.
void notify(const Message& message, Lang lang);

}  // namespace tmsweep::app
