// SPDX-License-Identifier: Apache-2.0
#include "output/format.h"
#include "output/report_json.h"

namespace tmsweep::output {

namespace {

/// One object a run: the report itself for one name, a run object for several.
void begin(const Options& o, std::string& out) {
  if (o.several) out += "{\"schema\":\"tmsweep.run/1\",\"reports\":[";
}

void report(const Report& r, const Options& o, std::size_t index, std::string& out) {
  if (index > 0) out += ',';
  if (o.several) out += '\n';
  JsonWriter json(out);
  write_report(r, json);
}

void end(const Totals& totals, const Options& o, std::string& out) {
  if (!o.several) {
    out += '\n';
    return;
  }
  out += "\n],";
  JsonWriter json(out);
  json.key("complete");
  json.boolean(totals.faults.empty() && !totals.interrupted);
  json.list("errors", totals.faults);
  out += "}\n";
}

}  // namespace

extern constinit const Format json{
    .id = "json", .endings = {".json"}, .begin = begin, .report = report, .end = end};

}  // namespace tmsweep::output
