// SPDX-License-Identifier: Apache-2.0
#include "app/suggest.h"

#include <algorithm>
#include <numeric>

namespace tmsweep::app {

namespace {

/// Levenshtein distance in bytes; one row is kept.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(const std::string& typed, const std::vector<std::string>& known) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, typed.size() / 3) + 1;
  for (const std::string& k : known) {
    if (const std::size_t d = distance(typed, k); d < best_distance) {
      best = k;
      best_distance = d;
    }
  }
  return best;
}

}  // namespace tmsweep::app
