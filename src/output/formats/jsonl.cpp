// SPDX-License-Identifier: Apache-2.0
#include "output/format.h"
#include "output/report_json.h"

namespace tmsweep::output {

namespace {

void begin(const Options& /*options*/, std::string& /*out*/) {}

void report(const Report& r, const Options& /*options*/, std::size_t /*index*/, std::string& out) {
  JsonWriter json(out);
  write_report(r, json);
  out += '\n';
}

void end(const Totals& /*totals*/, const Options& /*options*/, std::string& /*out*/) {}

}  // namespace

extern constinit const Format jsonl{
    .id = "jsonl", .endings = {".jsonl", ".ndjson"}, .begin = begin, .report = report, .end = end};

}  // namespace tmsweep::output
