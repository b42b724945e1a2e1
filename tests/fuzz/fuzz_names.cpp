// SPDX-License-Identifier: Apache-2.0
// Any bytes as a list of names, in whatever shape the reader takes them for.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "import/names.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  std::size_t rows = 0;
  const tmsweep::import::NameSink sink{
      [&](const tmsweep::import::NameRow&) { ++rows; },
      [&](std::size_t, const std::string&, const tmsweep::Error&) { ++rows; }};
  tmsweep::import::read_names(in, sink);
  return 0;
}
