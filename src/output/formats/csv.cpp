// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "output/cells.h"
#include "output/format.h"
#include "output/rows.h"

namespace tmsweep::output {

namespace {

/// RFC 4180: commas between, CR LF behind.
void write(const auto& cells, std::string& out) {
  std::string_view between;
  for (const auto& text : cells) {
    (out += between) += csv_cell(text);
    between = ",";
  }
  out += "\r\n";
}

void begin(const Options& /*options*/, std::string& out) {
  out += "\xEF\xBB\xBF";  // without it Excel reads Chinese as GBK
  write(k_columns, out);
}

void report(const Report& r, const Options& o, std::size_t /*index*/, std::string& out) {
  rows_of(r, o, [&](const Row& row) { write(row, out); });
}

void end(const Totals& totals, const Options& /*options*/, std::string& out) {
  for (const std::string& fault : totals.faults) write(fault_row(fault), out);
}

}  // namespace

extern constinit const Format csv{
    .id = "csv", .endings = {".csv"}, .begin = begin, .report = report, .end = end};

}  // namespace tmsweep::output
