// SPDX-License-Identifier: Apache-2.0
#include "output/baseline_json.h"

#include <algorithm>
#include <tuple>

#include "output/json_writer.h"

namespace tmsweep::output {

namespace {

auto place(const BaselineEntry& e) {
  return std::tie(e.name, e.rule, e.fingerprint);
}

}  // namespace

std::string baseline_json(Baseline baseline) {
  std::ranges::stable_sort(baseline, [](const auto& a, const auto& b) { return place(a) < place(b); });
  const auto same = [](const auto& a, const auto& b) { return place(a) == place(b); };
  baseline.erase(std::unique(baseline.begin(), baseline.end(), same), baseline.end());
  std::string out = "{\"schema\":\"tmsweep.baseline/1\",\"entries\":[";
  for (const BaselineEntry& e : baseline) {
    out += out.ends_with('[') ? "\n" : ",\n";
    JsonWriter j(out);
    j.open('{');
    j.field("name", e.name);
    j.field("rule", e.rule);
    j.field("risk", id_of(e.risk));
    if (!e.also.empty()) j.list("also", e.also);
    j.field("fingerprint", e.fingerprint);
    j.close('}');
  }
  return out + (out.ends_with('[') ? "]}\n" : "\n]}\n");
}

}  // namespace tmsweep::output
