// SPDX-License-Identifier: Apache-2.0
#include "compile/table.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "text/icu.h"
#include "text/utf8.h"

namespace tmsweep::compile {

namespace {

bool has_outer_blank(const std::string& s) {
  return !s.empty() && (s.front() == ' ' || s.back() == ' ');
}

}  // namespace

std::string slurp(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw DataError(file, 0, "cannot be read");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> split(std::string_view s, char separator) {
  std::vector<std::string> out;
  if (s.empty()) return out;
  for (std::size_t at = 0;;) {
    const std::size_t end = s.find(separator, at);
    out.emplace_back(s.substr(at, end == std::string_view::npos ? end : end - at));
    if (end == std::string_view::npos) return out;
    at = end + 1;
  }
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view ending) {
  std::vector<std::filesystem::path> out;
  if (!std::filesystem::is_directory(folder)) return out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().string().ends_with(ending)) out.push_back(entry.path());
  }
  std::ranges::sort(out);
  return out;
}

Table::Table(std::filesystem::path file, std::initializer_list<std::string_view> columns)
    : file_(std::move(file)) {
  const std::string bytes = slurp(file_);
  if (bytes.empty() || bytes.back() != '\n') throw DataError(file_, 0, "must end with a line feed");
  std::string previous;
  std::size_t number = 0;
  for (const std::string& line : split(std::string_view(bytes).substr(0, bytes.size() - 1), '\n')) {
    ++number;
    std::vector<std::string> fields = split(line, '\t');
    if (number == 1) {
      if (!std::ranges::equal(fields, columns)) throw DataError(file_, 1, "has another header");
      continue;
    }
    if (!text::decode(line)) throw DataError(file_, number, "is not valid UTF-8");
    if (!text::icu::is_nfc(line)) throw DataError(file_, number, "is not in Unicode form NFC");
    if (fields.size() != columns.size()) {
      throw DataError(
          file_, number,
          "has " + std::to_string(fields.size()) + " fields instead of " + std::to_string(columns.size()));
    }
    if (std::ranges::any_of(fields, has_outer_blank))
      throw DataError(file_, number, "has a blank at the end of a field");
    if (line <= previous) throw DataError(file_, number, "is out of order or repeated (LC_ALL=C sort)");
    previous = line;
    rows_.push_back({number, std::move(fields)});
  }
}

void Table::require_unique(std::initializer_list<std::size_t> columns) const {
  std::set<std::vector<std::string>> seen;
  for (const Row& row : rows_) {
    std::vector<std::string> key;
    for (const std::size_t c : columns) key.push_back(row.fields[c]);
    if (!seen.insert(std::move(key)).second)
      fail(row, "repeats an earlier row: " + row.fields[*columns.begin()]);
  }
}

void Table::require_filled(std::initializer_list<std::size_t> columns) const {
  for (const Row& row : rows_) {
    for (const std::size_t c : columns) {
      if (row.fields[c].empty()) fail(row, "leaves column " + std::to_string(c + 1) + " empty");
    }
  }
}

}  // namespace tmsweep::compile
