// SPDX-License-Identifier: Apache-2.0
#include "app/suggest.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/distance.h"

namespace tmsweep::app {

std::string nearest(const std::string& typed, const std::vector<std::string>& known) {
  std::string best;
  constexpr std::size_t k_short = 3;
  std::size_t best_distance = (typed.size() <= k_short ? 1 : std::max<std::size_t>(2, typed.size() / 3)) + 1;
  for (const std::string& k : known) {
    if (const std::size_t d = text::distance<char>(typed, k); d < best_distance) {
      best = k;
      best_distance = d;
    }
  }
  return best;
}

std::string did_you_mean(const std::string& word) {
  return word.empty() ? "" : fmt::format(", did you mean '{}'?", word);
}

}  // namespace tmsweep::app
