// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "import/byte_source.h"
#include "import/json_handler.h"
#include "import/names.h"

namespace tmsweep::import {

/// Reads the names of JSON Lines, or of one JSON document after the other.
class JsonNames {
 public:
  JsonNames(const NameOptions& options, const NameSink& sink);

  /// A line that holds one value. A broken line is a fault and nothing else.
  void line(std::string_view text, std::size_t number);
  /// To the end, or to where it is no JSON any more; what was read before is handed on.
  void documents(ByteSource& bytes);
  /// After the last line or document: a pointer that led to nothing is a fault.
  void finish();

 private:
  const NameSink& sink_;
  JsonHandler handler_;
  bool pointed_ = false;  ///< pointers were given
  bool broken_ = false;
};

/// How far a text is JSON.
enum class Json : std::uint8_t { whole, cut_off, no };
Json json_state(std::string_view text);

}  // namespace tmsweep::import
