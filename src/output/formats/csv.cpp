// SPDX-License-Identifier: Apache-2.0
#include "output/format.h"
#include "output/rows.h"

namespace tmsweep::output {

namespace {

/// RFC 4180.
constexpr TableForm k_form{.cell = csv_cell, .between = ",", .behind = "\r\n"};

void begin(const Options& /*options*/, std::string& out) {
  out += "\xEF\xBB\xBF";  // without it Excel reads Chinese as GBK
  write_header(k_form, out);
}

void report(const Report& r, const Options& o, std::size_t /*index*/, std::string& out) {
  write_rows(r, o, k_form, out);
}

void end(const Totals& totals, const Options& /*options*/, std::string& out) {
  write_faults(totals, k_form, out);
}

}  // namespace

extern constinit const Format csv{
    .id = "csv", .endings = {".csv"}, .begin = begin, .report = report, .end = end};

}  // namespace tmsweep::output
