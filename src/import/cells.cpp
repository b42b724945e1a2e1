// SPDX-License-Identifier: Apache-2.0
#include "import/cells.h"

#include <algorithm>

namespace tmsweep::import {

namespace {

constexpr std::string_view k_blanks = " \t";

/// Behind the quote that closes the one at `at`; the end of the record when none does.
std::size_t behind_quotes(std::string_view record, std::size_t at) {
  for (++at; at < record.size(); ++at) {
    at = record.find('"', at);
    if (at == std::string_view::npos) return record.size();
    const bool doubled = at + 1 < record.size() && record[at + 1] == '"';
    if (!doubled) return at + 1;
    ++at;
  }
  return record.size();
}

Cell next_cell(std::string_view record, char separator, std::size_t at) {
  const bool quote = at < record.size() && record[at] == '"';
  if (separator == '\t') {
    const std::size_t end = std::min(record.find(separator, at), record.size());
    const bool whole = quote && end - at > 1 && record[end - 1] == '"';
    return {at, end, whole && behind_quotes(record.substr(0, end), at) == end, false};
  }
  const std::size_t closed = quote ? behind_quotes(record, at) : at;
  const std::size_t end = std::min(record.find(separator, closed), record.size());
  return {at, end, quote, quote && end != closed};
}

}  // namespace

void cut_cells(std::string_view record, char separator, std::vector<Cell>& out) {
  out.clear();
  for (std::size_t at = 0;;) {
    out.push_back(next_cell(record, separator, at));
    at = out.back().end;
    if (at >= record.size()) return;
    ++at;
  }
}

std::string cell_text(std::string_view record, const Cell& cell) {
  const std::string_view raw = record.substr(cell.begin, cell.end - cell.begin);
  if (!cell.quoted) return std::string(without_blanks(raw));
  std::string out;
  out.reserve(raw.size());
  bool inside = true;
  for (std::size_t i = 1; i < raw.size(); ++i) {
    const bool quote = inside && raw[i] == '"';
    if (quote && i + 1 < raw.size() && raw[i + 1] == '"') {
      ++i;
    } else if (quote) {
      inside = false;
      continue;
    }
    out += raw[i];
  }
  return out;
}

std::size_t content_begin(std::string_view record, const Cell& cell) {
  if (cell.quoted) return cell.begin + 1;
  return std::min(record.find_first_not_of(k_blanks, cell.begin), cell.end);
}

TextPlace place_of(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t feed = before.rfind('\n');
  const std::string_view line = feed == std::string_view::npos ? before : before.substr(feed + 1);
  TextPlace place;
  if (feed != std::string_view::npos) place.line = static_cast<std::size_t>(std::ranges::count(before, '\n'));
  place.column = static_cast<std::size_t>(
      std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  return place;
}

std::string_view beginning_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

std::string_view without_blanks(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace tmsweep::import
