// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "compile/page.h"
#include "image/writer.h"

namespace tmsweep::compile {

/// Numbers of what terms refer to.
struct RuleNumbers {
  struct Kind {
    std::uint16_t number = 0;
    bool uses_note = false;
  };
  std::map<std::string, std::uint16_t> rules;
  std::map<std::string, std::map<std::string, Kind>> kinds;  ///< rule → kind → number among all kinds
  std::map<std::string, std::uint16_t> bases;
  std::map<std::string, std::string> rule_of_basis;
};

/// Puts rule pages, decided cases, legal bases, statutes, process facts and classes.
/// `data` is the data folder, `pages` the folder of rule pages.
RuleNumbers compile_rules(const std::filesystem::path& data, const std::filesystem::path& pages,
                          image::Writer& writer);

}  // namespace tmsweep::compile
