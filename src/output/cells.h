// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tmsweep::output {

/// A text for a table: nothing in it breaks a row, and a spreadsheet takes it for no formula.
std::string cell(std::string_view text);
/// The same for a table without quotes: none is opened at the head of the cell either.
std::string tsv_cell(std::string_view text);
/// A cell as RFC 4180 wants it, in quotes where it needs them.
std::string csv_cell(std::string_view text);

/// How the rows of a table are written.
struct TableForm {
  std::string (*cell)(std::string_view text);
  std::string_view between;
  std::string_view behind;
};
void write_row(std::span<const std::string_view> cells, const TableForm& form, std::string& out);

}  // namespace tmsweep::output
