// SPDX-License-Identifier: Apache-2.0
#include "import/baseline.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "output/baseline_json.h"

namespace tmsweep::import {

TEST_CASE("a baseline is read as it was written, sorted, each entry once") {
  const Baseline some{{"乙", "vulgar", Risk::low, {}, "00000000000000ff"},
                      {"甲\x1b[31m\u202e", "party", Risk::high, {"state-name"}, "0000000000000001"},
                      {"乙", "vulgar", Risk::low, {}, "00000000000000ff"}};
  const std::string json = output::baseline_json(some);
  CHECK(json.find('\x1b') == std::string::npos);
  CHECK(std::count(json.begin(), json.end(), '\n') == 4);  // head, two entries, foot
  const Result<Baseline> read = read_baseline(json);
  REQUIRE(read.ok());
  REQUIRE(read.value().size() == 2);
  CHECK(read.value()[0].name == "乙");
  CHECK(read.value()[1].name == "甲\x1b[31m\u202e");
  CHECK(read.value()[1].risk == Risk::high);
  CHECK(read.value()[1].also == std::vector<std::string>{"state-name"});
  CHECK(output::baseline_json(read.value()) == json);
  CHECK(read_baseline(output::baseline_json({})).value().empty());
}

TEST_CASE("whatever is no baseline is refused as a whole") {
  const std::string head = R"({"schema":"tmsweep.baseline/1","entries":[)";
  const std::string good = R"({"name":"a","rule":"r","risk":"low","fingerprint":"0123456789abcdef"})";
  REQUIRE(read_baseline(head + good + "]}").ok());
  for (const std::string& bad : std::vector<std::string>{
           "", "[]", "{}", "null", R"({"schema":"tmsweep.baseline/2","entries":[]})",
           R"({"schema":"tmsweep.baseline/1"})", head, head + good, head + good + "," + good, head + "1]}",
           head + R"({"name":"a"}]})",
           head + R"({"name":1,"rule":"r","risk":"low","fingerprint":"0123456789abcdef"}]})",
           head + R"({"name":"a","rule":"r","risk":"none","fingerprint":"0123456789abcdef"}]})",
           head + R"({"name":"a","rule":"r","risk":"low","fingerprint":"xyz"}]})",
           head + R"({"name":"a","rule":"r","risk":"low","also":[1],"fingerprint":"0123456789abcdef"}]})",
           head + good.substr(0, 20) + "\xff" + good.substr(20) + "]}", std::string(100'000, '[')}) {
    CAPTURE(bad.substr(0, 80));
    CHECK_FALSE(read_baseline(bad).ok());
  }
}

}  // namespace tmsweep::import
