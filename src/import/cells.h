// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tmsweep::import {

/// One field of a record of a table, as it stands there.
struct Cell {
  std::size_t begin = 0;  ///< bytes of the record, quotes included
  std::size_t end = 0;
  bool quoted = false;
  bool ragged = false;  ///< text follows the closing quote
};

/// Cuts a record into its fields. Fields of CSV may be quoted (RFC 4180) and then hold separators, doubled
/// quotes and line feeds; a field that is separated by tabs is unquoted only when it is quoted as a whole.
void cut_cells(std::string_view record, char separator, std::vector<Cell>& out);

/// The content of a field: without quotes, and without blanks around it when it has none.
std::string cell_text(std::string_view record, const Cell& cell);

/// Where the content begins, in bytes of the record.
std::size_t content_begin(std::string_view record, const Cell& cell);

/// Lines (from 0) and code points (from 0, of that line) before a byte of the text.
struct TextPlace {
  std::size_t line = 0;
  std::size_t column = 0;
};
TextPlace place_of(std::string_view text, std::size_t at);

/// At most so many bytes of the text, whole characters of UTF-8.
std::string_view beginning_of(std::string_view text, std::size_t most);

/// Without blanks and tabs at both ends.
std::string_view without_blanks(std::string_view text);

}  // namespace tmsweep::import
