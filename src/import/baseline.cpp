// SPDX-License-Identifier: Apache-2.0
#include "import/baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace tmsweep::import {

namespace {

using Json = nlohmann::json;

constexpr const char* k_remedy = "make it again with 'tmsweep baseline create'";

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
  if (json.is_discarded() || !json.is_object()) return Error{"is no JSON object", k_remedy, {}};
  const auto schema = text(json, "schema");
  if (!schema || *schema != "tmsweep.baseline/1")
    return Error{"is no baseline of the schema tmsweep.baseline/1", k_remedy, {}};
  const auto entries = json.find("entries");
  if (entries == json.end() || !entries->is_array()) return Error{"has no list of entries", k_remedy, {}};
  Baseline out;
  for (const Json& e : *entries) {
    auto entry = entry_of(e);
    if (!entry) return Error{"entry " + std::to_string(out.size() + 1) + " is damaged", k_remedy, {}};
    out.push_back(std::move(*entry));
  }
  return out;
}

}  // namespace tmsweep::import
