// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace tmsweep::import {

/// One step of a pointer.
struct PointerToken {
  enum class Kind : std::uint8_t {
    key,     ///< a member of that name, or an element of that number
    any,     ///< `*`: any member or element
    element  ///< any element of an array; cannot be written
  };
  Kind kind = Kind::key;
  std::string key;
};

/// A JSON pointer (RFC 6901) in which `*` stands for any element or member: /products/*/name.
struct JsonPointer {
  std::string text;
  std::vector<PointerToken> tokens;
};

Result<JsonPointer> parse_pointer(const std::string& text);

}  // namespace tmsweep::import
