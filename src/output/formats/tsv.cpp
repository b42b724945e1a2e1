// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "output/cells.h"
#include "output/format.h"
#include "output/rows.h"

namespace tmsweep::output {

namespace {

/// No quotes: no cell has a tab or a line feed.
void write(const auto& cells, std::string& out) {
  std::string_view between;
  for (const auto& text : cells) {
    (out += between) += tsv_cell(text);
    between = "\t";
  }
  out += '\n';
}

void begin(const Options& /*options*/, std::string& out) {
  write(k_columns, out);
}

void report(const Report& r, const Options& o, std::size_t /*index*/, std::string& out) {
  rows_of(r, o, [&](const Row& row) { write(row, out); });
}

void end(const Totals& totals, const Options& /*options*/, std::string& out) {
  for (const std::string& fault : totals.faults) write(fault_row(fault), out);
}

}  // namespace

extern constinit const Format tsv{
    .id = "tsv", .endings = {".tsv"}, .begin = begin, .report = report, .end = end};

}  // namespace tmsweep::output
