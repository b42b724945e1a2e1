// SPDX-License-Identifier: Apache-2.0
#include "app/notices.h"

#include <cstdio>

#include "output/terminal.h"

namespace tmsweep::app {

std::string notice_line(const Message& message, Lang lang) {
  return "tmsweep: " + output::printable(output::readable(message.in(lang))) + "\n";
}

void notify(const Message& message, Lang lang) {
  std::fputs(notice_line(message, lang).c_str(), stderr);
}

}  // namespace tmsweep::app
