// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <istream>
#include <string>
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
  std::size_t column = 0;  ///< of the name, in code points, 1-based; 0: not known
  std::string file;        ///< whoever opened the file fills it in
};

/// Receives each row, or why a line could not be read; the reader goes on either way.
struct NameSink {
  std::function<void(NameRow)> row;
  std::function<void(std::size_t line, const std::string& text, const Error&)> fault;
};

inline constexpr std::size_t k_longest_line = 1U << 20U;  ///< bytes; longer lines are faults

/// Reads names until the end of `in`. The shape is told from the first line: a JSON object: JSON Lines with
/// `name`, `goods`, `class`; a header with a `name` column: tab- or comma-separated (RFC 4180 quotes); else
/// one name a line. A byte order mark is skipped, CR LF and empty lines are accepted.
void read_names(std::istream& in, const NameSink& sink);

/// "29,30" or "第29类" → classes. Refuses anything that is no Nice class.
Result<std::vector<int>> parse_class_list(const std::string& text);

}  // namespace tmsweep::import
