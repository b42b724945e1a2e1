// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/mark.h"
#include "output/json_writer.h"

namespace tmsweep::output {

/// Where a name stands, for SARIF.
struct Stand {
  std::string_view name;  ///< as typed
  std::string_view file;  ///< empty: an argument, or standard input
  std::size_t line = 0;
  std::size_t column = 0;
};

/// A path as a URI reference: percent-encoded, separators as /, an absolute path with its scheme.
std::string uri_of(std::string_view path);

/// The member `locations`: the file and the region of `span` (as far as they are known), and the name.
void write_locations(const Stand& stand, std::optional<Span> span, JsonWriter& json);

}  // namespace tmsweep::output
