// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/report.h"

namespace tmsweep {

/// Tells a finding from every other one of all names, whatever its line, wording and law edition: 16 hex
/// digits over the normalized name, the rule, the term and the earlier mark (FNV-1a, 64 bits). Part of the
/// contract: baselines and SARIF's partialFingerprints hold it.
inline std::string fingerprint(const Report& report, const Finding& finding) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  const auto add = [&](std::string_view s) {
    for (const char c : s) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    hash *= 0x100000001b3U;  // a zero byte ends each part
  };
  add(report.forms.normalized);
  add(finding.rule);
  add(finding.term);
  if (finding.earlier_mark) add(finding.earlier_mark->name);
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4U) out[i] = k_digits[hash & 0xFU];
  return out;
}

}  // namespace tmsweep
