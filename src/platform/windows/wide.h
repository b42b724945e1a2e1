// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tmsweep::platform {

/// UTF-16 as UTF-8. What is not UTF-16 becomes U+FFFD.
std::string narrow(std::wstring_view text);
/// UTF-8 as UTF-16.
std::wstring widen(std::string_view text);

}  // namespace tmsweep::platform
