// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "app/option.h"

namespace tmsweep::app {

/// A paragraph, or a term and what it means.
struct Passage {
  std::string_view term;  ///< empty: a paragraph
  Text text;              ///< words between backticks are code
};

/// What several commands share, as `help` and the manual tell it: one file of topics/, found there by the
/// build.
struct Topic {
  std::string_view name;     ///< as typed: "exit-codes"
  int order;                 ///< in lists and in the manual
  Text title;                ///< one line
  std::string_view section;  ///< heading in the English manual
  std::span<const Passage> passages;
};

namespace topics {

/// All topics, in the order of their file names.
std::span<const Topic* const> all();

}  // namespace topics

/// nullptr when there is none of this name.
const Topic* topic_named(std::string_view name);

std::vector<const Topic*> topics_in_order();

}  // namespace tmsweep::app
