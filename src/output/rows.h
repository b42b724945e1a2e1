// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "output/format.h"

namespace tmsweep::output {

/// Columns of csv and tsv. One row a finding; a name without findings, and one that could not be checked, has
/// a row of its own.
inline constexpr std::array<std::string_view, 30> k_columns{"name",
                                                            "id",
                                                            "file",
                                                            "line",
                                                            "column",
                                                            "verdict",
                                                            "risk",
                                                            "rule",
                                                            "title",
                                                            "matched",
                                                            "term",
                                                            "why",
                                                            "article",
                                                            "law",
                                                            "effect",
                                                            "relation",
                                                            "earlier_mark",
                                                            "earlier_classes",
                                                            "earlier_owner",
                                                            "earlier_number",
                                                            "fixes",
                                                            "accepted",
                                                            "fingerprint",
                                                            "error",
                                                            "goods",
                                                            "classes",
                                                            "law_edition",
                                                            "as_of",
                                                            "coverage",
                                                            "database"};

using Row = std::array<std::string, k_columns.size()>;
using RowSink = std::function<void(const Row&)>;

/// The rows of a report, cells not yet escaped.
void rows_of(const Report& report, const Options& options, const RowSink& sink);
/// The row of something that kept the run from being whole.
Row fault_row(const std::string& fault);

}  // namespace tmsweep::output
