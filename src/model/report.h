// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"
#include "model/goods.h"
#include "model/mark.h"

namespace tmsweep {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// First day of the 2026 edition of the Trademark Law (its art. 87).
inline constexpr Date k_law2026_in_force{2027, 1, 1};

inline Edition edition_at(const Date& date) {
  return date < k_law2026_in_force ? Edition::law2019 : Edition::law2026;
}

/// A statutory provision quoted in the report.
struct Provision {
  Edition edition = Edition::law2019;
  std::string article;  ///< contract numbering
  std::string law;      ///< name of the law in the report's language
  std::string label;    ///< "第十条第一款第（二）项" / "art. 10(1)(2)"
  std::string quote;    ///< exact words in zh, own rendering in en
};

/// Which database answered.
struct DatabaseInfo {
  std::string edition;
  std::optional<int> age_days;  ///< from the edition to the day of the run; nullopt: not known
  std::uint64_t terms = 0;
  std::uint64_t marks = 0;
  std::string sha256;
};

/// A finding that the user has accepted: it does not count for the verdict, and is still reported.
struct Accepted {
  enum class By : std::uint8_t { suppression, baseline };
  Finding finding;
  By by = By::suppression;
  std::string reason;   ///< as the user wrote it; empty for a baseline
  std::string expires;  ///< YYYY-MM-DD; empty for a baseline
};

struct ReportForms {
  std::string normalized;
  std::string simplified;
  std::string pinyin;
  std::string skeleton;
  std::string distinctive;
};

/// Everything a writer needs about one name; finished when it leaves the engine.
struct Report {
  std::string name;
  std::u32string typed;
  Risk verdict = Risk::none;
  Edition edition = Edition::law2019;
  Date as_of;
  Lang lang = Lang::zh;
  GoodsSelection goods;
  ReportForms forms;
  Findings findings;
  std::vector<Accepted> accepted;     ///< findings that do not count
  std::vector<Provision> provisions;  ///< one for each article cited, both editions
  std::vector<std::string> changes;   ///< what changes on 2027-01-01, for the articles cited
  std::vector<std::string> process;   ///< time limits, fees, consequences
  std::vector<std::string> coverage;  ///< what was not checked
  DatabaseInfo database;
  std::vector<TraceStep> trace;
  std::optional<std::string> error;  ///< the name could not be checked; everything else is empty
  std::string id;                    ///< the user\'s own for this name; empty: none
  std::string file;  ///< where the name stands, as the user named it; empty: an argument, or standard input
  std::size_t line = 0;    ///< position in the file, 1-based; 0: an argument
  std::size_t column = 0;  ///< of the name in its line, in code points, 1-based; 0: not known
};

}  // namespace tmsweep
