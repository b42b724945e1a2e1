// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/finding.h"

namespace tmsweep {

/// The page of a rule in one language, for formats that list the rules beside the findings.
struct RuleInfo {
  std::string id;
  std::string title;
  std::string meaning;
  std::vector<std::string> exceptions;
  std::vector<std::string> fixes;
  Risk heaviest = Risk::none;                        ///< of its list; none: the rule has no list
  std::vector<std::array<std::string, 2>> articles;  ///< by Edition, one a legal basis; empty text: none
};

}  // namespace tmsweep
