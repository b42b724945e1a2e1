// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/earlier.h"
#include "engine/phase_times.h"
#include "image/image.h"
#include "model/report.h"
#include "model/result.h"
#include "rules/rule.h"
#include "text/mark.h"

namespace tmsweep::engine {

class Policy;

/// What stays the same for all names of a run.
struct Settings {
  Lang lang = Lang::zh;
  Date as_of;
  Date today;  ///< what the age of the database is counted to; all 0: it is not known
  text::Trace trace = text::Trace::off;
  bool earlier_behind = false;     ///< an import of the user's is not finished
  EarlierSettings earlier;         ///< no source: earlier marks are not searched
  bool process_facts = true;       ///< time limits and fees: the same for every name of a run
  const Policy* policy = nullptr;  ///< what the user decided; none: nothing
};

/// What a report says of the database; the marks are those of the run and left at 0.
DatabaseInfo database_info(const image::Image& image, const Date& today);

/// One name to check.
struct Query {
  std::string name;
  std::vector<std::string> goods;
  std::vector<int> classes;
  std::size_t line = 0;    ///< as in Report
  std::size_t column = 0;  ///< as in Report
  std::string file;        ///< as in Report
  std::string id;          ///< as in Report
};

/// Runs every rule over names. Holds nothing that changes between names.
class Checker {
 public:
  Checker(const image::Image& image, const Settings& settings);

  /// What a thread needs to search earlier marks, to be used for one name after the other.
  [[nodiscard]] EarlierMarks earlier_marks() const { return {image_, settings_.earlier}; }
  /// The finished report, or why the name or its goods could not be read.
  /// `times`, when given, counts on.
  [[nodiscard]] Result<Report> check(const Query& query, EarlierMarks& earlier,
                                     PhaseTimes* times = nullptr) const;
  [[nodiscard]] Result<Report> check(const Query& query) const {
    EarlierMarks earlier = earlier_marks();
    return check(query, earlier);
  }
  /// A report that says only that the name could not be checked.
  [[nodiscard]] Report failed(const Query& query, const Error& error) const;

 private:
  struct NumberedRule {
    const rules::Rule* rule = nullptr;
    int number = -1;  ///< in the image; −1: no page, no list
  };

  [[nodiscard]] rules::Drafts run_rules(const Mark& mark, const GoodsSelection& goods,
                                        const std::vector<lexicon::Hit>& hits,
                                        const lexicon::Composition& composition) const;
  void add_findings(const Mark& mark, rules::Drafts drafts, Report& report) const;
  [[nodiscard]] bool searches_marks() const;
  [[nodiscard]] Report empty_report(const Query& query) const;

  const image::Image& image_;
  Settings settings_;
  std::vector<NumberedRule> rules_;
  DatabaseInfo database_;
};

}  // namespace tmsweep::engine
