// SPDX-License-Identifier: Apache-2.0
#include "text/nearest.h"

#include <algorithm>

#include "text/distance.h"

namespace tmsweep::text {

std::string nearest(const std::string& typed, const std::vector<std::string>& known) {
  constexpr std::size_t k_short = 3;
  constexpr std::size_t k_longest_word = 1000;  // what is longer was not meant for a word
  if (typed.size() > k_longest_word) return {};
  std::string best;
  std::size_t best_distance = (typed.size() <= k_short ? 1 : std::max<std::size_t>(2, typed.size() / 3)) + 1;
  for (const std::string& k : known) {
    if (const std::size_t d = distance<char>(typed, k); d < best_distance) {
      best = k;
      best_distance = d;
    }
  }
  return best;
}

}  // namespace tmsweep::text
