// SPDX-License-Identifier: Apache-2.0
#include "output/xml.h"

#include "output/terminal.h"

namespace tmsweep::output {

std::string xml(std::string_view s) {
  std::string out;
  for (const char c : printable(s)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&apos;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void attribute(std::string& out, std::string_view name, std::string_view value) {
  ((((out += ' ') += name) += "=\"") += xml(value)) += '"';
}

}  // namespace tmsweep::output
