// SPDX-License-Identifier: Apache-2.0
#include "app/suggest.h"

#include <fmt/format.h>

#include "text/nearest.h"

namespace tmsweep::app {

std::string nearest(const std::string& typed, const std::vector<std::string>& known) {
  return text::nearest(typed, known);
}

std::string did_you_mean(const std::string& word) {
  return word.empty() ? "" : fmt::format(", did you mean '{}'?", word);
}

}  // namespace tmsweep::app
