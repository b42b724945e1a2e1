// SPDX-License-Identifier: Apache-2.0
#include "import/baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "model/worded.h"

namespace tmsweep::import {

namespace {

using Json = nlohmann::json;

Error refused(Message what) {
  return {std::move(what),
          worded({"用 'tmsweep baseline create' 重新生成", "make it again with 'tmsweep baseline create'"}),
          {}};
}

std::optional<std::string> text(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  if (found == entry.end() || !found->is_string()) return {};
  return found->get<std::string>();
}

bool is_fingerprint(const std::string& s) {
  return s.size() == 16 && s.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::optional<std::vector<std::string>> also_of(const Json& entry) {
  std::vector<std::string> out;
  const auto found = entry.find("also");
  if (found == entry.end()) return out;
  if (!found->is_array()) return {};
  for (const Json& rule : *found) {
    if (!rule.is_string()) return {};
    out.push_back(rule.get<std::string>());
  }
  return out;
}

std::optional<BaselineEntry> entry_of(const Json& json) {
  if (!json.is_object()) return {};
  const auto name = text(json, "name");
  const auto rule = text(json, "rule");
  const auto risk = text(json, "risk");
  const auto fingerprint = text(json, "fingerprint");
  auto also = also_of(json);
  if (!name || !rule || !risk || !fingerprint || !also || !is_fingerprint(*fingerprint)) return {};
  for (const Risk r : {Risk::low, Risk::medium, Risk::high}) {
    if (id_of(r) == *risk) return BaselineEntry{*name, *rule, r, std::move(*also), *fingerprint};
  }
  return {};
}

}  // namespace

Result<Baseline> read_baseline(std::string_view bytes) {
  const Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
  if (json.is_discarded() || !json.is_object())
    return refused(worded({"不是 JSON 对象", "is no JSON object"}));
  const auto schema = text(json, "schema");
  if (!schema || *schema != "tmsweep.baseline/1") {
    return refused(
        worded({"不是 tmsweep.baseline/1 格式的基线", "is no baseline of the schema tmsweep.baseline/1"}));
  }
  const auto entries = json.find("entries");
  if (entries == json.end() || !entries->is_array())
    return refused(worded({"没有条目列表", "has no list of entries"}));
  Baseline out;
  for (const Json& e : *entries) {
    auto entry = entry_of(e);
    if (!entry) return refused(worded({"第 {} 条已损坏", "entry {} is damaged"}, out.size() + 1));
    out.push_back(std::move(*entry));
  }
  return out;
}

}  // namespace tmsweep::import
