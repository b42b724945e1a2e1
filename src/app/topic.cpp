// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <algorithm>

namespace tmsweep::app {

const Topic* topic_named(std::string_view name) {
  for (const Topic* topic : topics::all()) {
    if (topic->name == name) return topic;
  }
  return nullptr;
}

std::vector<const Topic*> topics_in_order() {
  const std::span<const Topic* const> all = topics::all();
  std::vector<const Topic*> out(all.begin(), all.end());
  std::ranges::sort(out, {}, &Topic::order);
  return out;
}

}  // namespace tmsweep::app
