// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tmsweep::output {

/// A text for a table: nothing in it breaks a row, and a spreadsheet takes it for no formula.
std::string cell(std::string_view text);
/// The same for a table without quotes: none is opened at the head of the cell either.
std::string tsv_cell(std::string_view text);
/// A cell as RFC 4180 wants it, in quotes where it needs them.
std::string csv_cell(std::string_view text);

}  // namespace tmsweep::output
