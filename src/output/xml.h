// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tmsweep::output {

/// `s` as text or attribute of XML 1.0: markup escaped; what XML forbids, and what acts on a terminal, made
/// visible.
std::string xml(std::string_view s);

/// Appends ` name="value"`, the value through xml().
void attribute(std::string& out, std::string_view name, std::string_view value);

}  // namespace tmsweep::output
