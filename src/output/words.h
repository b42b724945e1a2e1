// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/report.h"

namespace tmsweep::output {

/// The fixed wording of the text report in one language. `{}` are filled in order.
struct Words {
  std::array<std::string_view, 4> verdicts;  ///< by Risk
  std::array<std::string_view, 4> risks;     ///< by Risk
  std::array<std::string_view, 4> effects;   ///< by Effect
  std::array<std::string_view, 3> outcomes;  ///< refused, accepted, invalidated
  std::string_view not_checked;
  std::string_view nothing_found;
  std::string_view accepted_only;     ///< every finding is accepted
  std::string_view accepted_verdict;  ///< in place of the verdict then
  std::string_view and_accepted;
  std::string_view accepted;        ///< label of an accepted finding
  std::string_view accepted_until;  ///< reason, last day
  std::string_view accepted_baseline;
  std::string_view advice_only;
  std::string_view mines;
  std::string_view and_advice;
  std::string_view basis_line;
  std::string_view goods_unknown;
  std::string_view in_classes;
  std::string_view classes_only;
  std::string_view list_comma;
  std::string_view colon;
  std::string_view why;
  std::string_view law;
  std::string_view cited;
  std::string_view quoted;
  std::string_view from_2027;
  std::string_view exception;
  std::string_view fix;
  std::string_view more;
  std::string_view decided;
  std::string_view case_line;
  std::string_view case_goods;
  std::string_view case_year;
  std::string_view earlier;
  std::string_view beside;                     ///< label of the two names side by side
  std::array<std::string_view, 17> aligned;    ///< by Relation
  std::array<std::string_view, 17> relations;  ///< by Relation, as one word
  std::string_view owner;
  std::string_view number;
  std::string_view also;
  std::string_view source;
  std::string_view changes;
  std::string_view process;
  std::string_view coverage;
  std::string_view trace;
  std::string_view database;
  std::string_view totals;
  std::string_view by_rule;
  std::string_view accepted_total;
  std::string_view interrupted;
};

const Words& words(Lang lang);

/// Which data answered and how old they are: the last line of a report.
std::string database_line(const DatabaseInfo& database, const Words& words);

}  // namespace tmsweep::output
