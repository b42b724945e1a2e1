// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tmsweep::compile {

/// A row or file of `data/` is not as it must be; the message begins with file:line.
class DataError : public std::runtime_error {
 public:
  DataError(const std::filesystem::path& file, std::size_t line, const std::string& what)
      : std::runtime_error(file.string() + ":" + std::to_string(line) + ": " + what) {}
};

struct Row {
  std::size_t line = 0;
  std::vector<std::string> fields;
};

/// A sorted, tab-separated table with a header line. The constructor refuses rows that are not NFC, have
/// another number of fields, carry blanks at their ends, or are out of order (bytes of the whole line).
class Table {
 public:
  Table(std::filesystem::path file, std::initializer_list<std::string_view> columns);

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[noreturn]] void fail(const Row& row, const std::string& what) const {
    throw DataError(file_, row.line, what);
  }
  /// Refuses a second row with the same values in the given columns.
  void require_unique(std::initializer_list<std::size_t> columns) const;
  /// Refuses rows whose column is empty.
  void require_filled(std::initializer_list<std::size_t> columns) const;

 private:
  std::filesystem::path file_;
  std::vector<Row> rows_;
};

/// Whole file as bytes. Throws DataError when it cannot be read.
std::string slurp(const std::filesystem::path& file);

/// `s` cut at each `separator`; an empty string has no parts.
std::vector<std::string> split(std::string_view s, char separator);

/// Files of a folder with this ending, sorted by name.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view ending);

}  // namespace tmsweep::compile
