// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/report.h"

namespace tmsweep::output {

/// A name that could not be checked, and why.
struct Unchecked {
  std::string name;
  std::string error;
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// What all names of a run share.
struct RunFacts {
  Edition edition = Edition::law2019;
  Date as_of;
  DatabaseInfo database;
};

/// What is known of a run behind its last report. Bounded, however many names there are.
struct Totals {
  std::size_t high = 0;
  std::size_t medium = 0;
  std::size_t low = 0;
  std::size_t none = 0;
  std::size_t errors = 0;                                 ///< names that could not be checked
  std::size_t accepted = 0;                               ///< findings accepted by the user
  std::map<std::string, std::size_t, std::less<>> rules;  ///< findings of each
  bool interrupted = false;                               ///< the run ended before its last name
  std::vector<std::string> faults;  ///< why the run is not whole beside `errors`: a file that cannot be read

  // Only where a format asks for a summary (Need::k_summary):
  std::optional<RunFacts> facts;      ///< of the first report
  std::vector<std::string> coverage;  ///< sentences of all reports, each once, the first k_most_coverage
  bool more_coverage = false;         ///< there were more
  std::vector<Unchecked> unchecked;   ///< the first k_most_unchecked of `errors`

  [[nodiscard]] std::size_t names() const { return high + medium + low + none + errors; }
  [[nodiscard]] bool whole() const { return errors == 0 && faults.empty() && !interrupted; }

  /// Adds what was counted of later names.
  Totals& operator+=(const Totals& later);
};

inline constexpr std::size_t k_most_coverage = 50;
inline constexpr std::size_t k_most_unchecked = 1000;

/// What a format asks for beside the reports (bits). What no format of a run asks for is not gathered.
enum Need : std::uint8_t { k_rules = 1, k_summary = 2 };

/// Counts a report; `needs` are those of all formats of the run.
void count(const Report& report, std::uint8_t needs, Totals& totals);
/// The rules of a run, the most frequent first.
std::vector<std::pair<std::string, std::size_t>> by_count(const Totals& totals);

}  // namespace tmsweep::output
