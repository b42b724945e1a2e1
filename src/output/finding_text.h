// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"
#include "output/totals.h"
#include "output/words.h"

namespace tmsweep::output {

/// The provision behind these articles in an edition, or null.
const Provision* provision_of(const Report& report, Edition edition,
                              const std::array<std::string, 2>& articles);
/// "《商标法》（2019）第十条第一款第（二）项", in the edition of the report; the number alone when it is not
/// quoted.
std::string citation(const Report& report, const Finding& finding, Lang lang);

/// "names.txt:3:5", "第3行", or nothing for an argument. Not yet made printable.
std::string place(std::string_view file, std::size_t line, std::size_t column, Lang lang);
/// A text that may be a line of any length, for a message: its head and … when it is long.
std::string shortened(std::string_view text);
/// "2026-11-23".
std::string iso(const Date& date);
/// Items in one text.
std::string joined(const std::vector<std::string>& items, std::string_view between);
/// "29,30", empty for none and for all.
std::string class_list(ClassMask mask);

/// What follows the last report: counts, database, coverage. Lines without line feeds, not yet made
/// printable.
std::string totals_line(const Totals& totals, Lang lang);
std::string facts_line(const RunFacts& facts, Lang lang);
std::vector<std::string> coverage_lines(const Totals& totals, Lang lang);
/// Names that could not be checked beyond those that are listed in totals.unchecked; 0: all are.
std::size_t more_unchecked(const Totals& totals);

}  // namespace tmsweep::output
