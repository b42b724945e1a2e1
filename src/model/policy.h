// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/finding.h"
#include "model/report.h"

namespace tmsweep {

/// Id of the findings made by the user's own banned words.
inline constexpr std::string_view k_own_term = "own-term";

/// A rule that the user switched off or weighs otherwise.
struct RuleGrade {
  std::string rule;
  Risk risk = Risk::none;  ///< none: off
};

/// How a word of the user's must stand in a name.
enum class TermMatch : std::uint8_t {
  exact,     ///< it is the whole name
  contains,  ///< it stands anywhere
  word       ///< it stands at word boundaries
};

/// A word that the user does not want in names.
struct OwnTerm {
  std::string text;
  TermMatch match = TermMatch::contains;
  Risk risk = Risk::high;
  std::array<std::string, 2> message;  ///< by Lang; empty: none
  std::string where;                   ///< FILE:LINE
};

/// Findings of one rule on one name that the user accepts for a time.
struct Suppression {
  std::string name;
  std::string rule;
  std::string reason;
  Date expires;  ///< last day on which it applies
  std::string where;
};

/// What the user decided about rules and names, as it stands in the configuration.
struct UserPolicy {
  std::vector<RuleGrade> rules;  ///< each rule once
  std::vector<OwnTerm> terms;
  std::vector<Suppression> suppressions;

  [[nodiscard]] bool empty() const { return rules.empty() && terms.empty() && suppressions.empty(); }
};

/// A finding that a baseline accepts.
struct BaselineEntry {
  std::string name;
  std::string rule;
  Risk risk = Risk::low;          ///< a finding that weighs more is a new one
  std::vector<std::string> also;  ///< further rules of the same mine
  std::string fingerprint;        ///< model/fingerprint.h
};

using Baseline = std::vector<BaselineEntry>;

}  // namespace tmsweep
