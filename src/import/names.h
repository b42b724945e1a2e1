// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/result.h"

namespace tmsweep::import {

/// One name of an input file.
struct NameRow {
  std::string name;
  std::vector<std::string> goods;
  std::vector<int> classes;
  std::size_t line = 0;    ///< 1-based
  std::size_t column = 0;  ///< of the first character of the name, in code points, 1-based; 0: not known
  std::string id;          ///< the user's own, to tell rows apart; empty: none
  std::string file;        ///< whoever opened the file fills it in
};

/// Where the names stand in a file, as far as the user says so. Empty: told from the file itself.
struct NameOptions {
  std::string column;                 ///< of a table: a header, or a number from 1 on
  std::vector<std::string> pointers;  ///< of JSON: RFC 6901 with `*` for any element or member
  std::string encoding;               ///< an id of text::k_charset_ids

  [[nodiscard]] bool empty() const { return column.empty() && pointers.empty() && encoding.empty(); }
};

/// What is wrong with the options themselves, naming the option; nullopt when they can be used.
std::optional<Error> fault_of(const NameOptions& options);

/// Receives each row, or what could not be read: a row with its place and as much of its text as helps. After
/// a fault the reader goes on where it can.
struct NameSink {
  std::function<void(NameRow&&)> row;
  std::function<void(NameRow, const Error&)> fault;
  std::function<void(std::string_view encoding)> read_as = {};  ///< told, not given, and not UTF-8
  std::function<void()> waiting = {};  ///< the next row is waited for: a pipe has brought no more until now
};

inline constexpr std::size_t k_longest_line = 1U << 20U;  ///< bytes; longer lines and names are faults

/// Reads names until the end of `in`, in bounded memory. The encoding is told from the first 64 KiB. The
/// shape is told from the first line: JSON Lines with `name`, `goods`, `class`; a JSON document that is an
/// array of texts or of such objects; a header with a `name` column: tab- or comma-separated (RFC 4180
/// quotes, which may hold line feeds); else one name a line. `column` makes it a table, `pointers` make it
/// JSON. A byte order mark is skipped, CR LF and empty lines are accepted, blanks around a name are not part
/// of it. `options` without a fault.
void read_names(std::istream& in, const NameOptions& options, const NameSink& sink);

inline constexpr std::size_t k_shown = 240;  ///< bytes of a line that a fault shows at most

/// "29,30" or "第29类" → classes. Refuses anything that is no Nice class.
Result<std::vector<int>> parse_class_list(const std::string& text);

}  // namespace tmsweep::import
