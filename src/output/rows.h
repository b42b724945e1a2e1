// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "output/cells.h"
#include "output/format.h"

namespace tmsweep::output {

/// Columns of csv and tsv. One row a finding; a name without findings, and one that could not be checked, has
/// a row of its own.
inline constexpr std::array<std::string_view, 30> k_columns{"name",          "id",
                                                            "file",          "line",
                                                            "column",        "verdict",
                                                            "risk",          "rule",
                                                            "title",         "matched",
                                                            "term",          "why",
                                                            "article",       "law",
                                                            "effect",        "relation",
                                                            "earlier_mark",  "earlier_classes",
                                                            "earlier_owner", "earlier_number",
                                                            "fixes",         "accepted",
                                                            "fingerprint",   "error",
                                                            "goods",         "classes",
                                                            "law_edition",   "as_of",
                                                            "coverage",      "database"};

void write_header(const TableForm& form, std::string& out);
/// The rows of a report.
void write_rows(const Report& report, const Options& options, const TableForm& form, std::string& out);
/// A row for each thing that kept the run from being whole.
void write_faults(const Totals& totals, const TableForm& form, std::string& out);

}  // namespace tmsweep::output
