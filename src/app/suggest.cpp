// SPDX-License-Identifier: Apache-2.0
#include "app/suggest.h"

#include "model/worded.h"
#include "text/nearest.h"

namespace tmsweep::app {

std::string nearest(const std::string& typed, const std::vector<std::string>& known) {
  return text::nearest(typed, known);
}

Message did_you_mean(const std::string& word) {
  if (word.empty()) return {};
  return worded({"（是不是“{}”？）", ", did you mean '{}'?"}, word);
}

}  // namespace tmsweep::app
