// SPDX-License-Identifier: Apache-2.0
#include "output/cells.h"

#include <algorithm>
#include <array>

#include "output/terminal.h"

namespace tmsweep::output {

namespace {

/// What begins a formula; some spreadsheets also take the full-width signs.
constexpr std::array<std::string_view, 8> k_formula{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
/// Blanks that a spreadsheet may drop before it looks for a formula.
constexpr std::array<std::string_view, 3> k_blanks{" ", "\u00a0", "\u3000"};

std::string_view without_blanks(std::string_view s) {
  const auto blank = [&] {
    return std::ranges::find_if(k_blanks, [&](std::string_view b) { return s.starts_with(b); });
  };
  for (auto found = blank(); found != k_blanks.end(); found = blank()) s.remove_prefix(found->size());
  return s;
}

}  // namespace

std::string cell(std::string_view text) {
  std::string out = printable(text);
  const std::string_view head = without_blanks(out);
  if (std::ranges::any_of(k_formula, [&](std::string_view sign) { return head.starts_with(sign); }))
    out.insert(out.begin(), '\'');
  return out;
}

std::string tsv_cell(std::string_view text) {
  std::string out = cell(text);
  if (without_blanks(out).starts_with('"')) out.insert(out.begin(), '\'');
  return out;
}

std::string csv_cell(std::string_view text) {
  const std::string plain = cell(text);
  const bool blank_edge = !plain.empty() && (plain.front() == ' ' || plain.back() == ' ');
  if (!blank_edge && plain.find_first_of(",\"") == std::string::npos) return plain;
  std::string out = "\"";
  for (const char c : plain) {
    out += c;
    if (c == '"') out += '"';
  }
  return out + '"';
}

void write_row(std::span<const std::string_view> cells, const TableForm& form, std::string& out) {
  std::string_view between;
  for (const std::string_view text : cells) {
    (out += between) += form.cell(text);
    between = form.between;
  }
  out += form.behind;
}

}  // namespace tmsweep::output
