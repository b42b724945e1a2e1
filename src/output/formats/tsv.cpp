// SPDX-License-Identifier: Apache-2.0
#include "output/format.h"
#include "output/rows.h"

namespace tmsweep::output {

namespace {

/// No quotes: no cell has a tab or a line feed.
constexpr TableForm k_form{.cell = tsv_cell, .between = "\t", .behind = "\n"};

void begin(const Options& /*options*/, std::string& out) {
  write_header(k_form, out);
}

void report(const Report& r, const Options& o, std::size_t /*index*/, std::string& out) {
  write_rows(r, o, k_form, out);
}

void end(const Totals& totals, const Options& /*options*/, std::string& out) {
  write_faults(totals, k_form, out);
}

}  // namespace

extern constinit const Format tsv{
    .id = "tsv", .endings = {".tsv"}, .begin = begin, .report = report, .end = end};

}  // namespace tmsweep::output
