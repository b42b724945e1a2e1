// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/report.h"
#include "output/format.h"

namespace tmsweep::output {

/// A name beside an earlier mark, as a row of `similar` and `watch`.
struct MatchRow {
  std::string name;      ///< the later name, as typed
  std::size_t line = 0;  ///< where it stood in the input; 0: an argument
  std::string file;      ///< of several; else empty
  Finding finding;       ///< with its earlier mark
};

/// What a table is of: earlier marks of one name, or names of one brand.
enum class Side : bool { earlier, later };

/// The table as `text`, `tsv`, `json` or `jsonl`, best first as given. No row: text says so in words;
/// `json` names the database.
std::string match_table(std::span<const MatchRow> rows, Side side, std::string_view format,
                        const DatabaseInfo& database, const Options& options);

}  // namespace tmsweep::output
