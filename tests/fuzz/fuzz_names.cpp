// SPDX-License-Identifier: Apache-2.0
// Any bytes as a list of names, in whatever shape and encoding the reader takes them for, or is told to: the
// first byte chooses the options.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "import/names.h"
#include "text/charset.h"

namespace {

tmsweep::import::NameOptions options_of(unsigned char choice) {
  tmsweep::import::NameOptions options;
  switch (choice % 5U) {
    case 1:
      options.column = "2";
      break;
    case 2:
      options.column = "title";
      break;
    case 3:
      options.pointers = {"/*/name", "/a~1b/*", "/products/*/name"};
      break;
    case 4:
      options.pointers = {"", "/0/1"};
      options.column = "1";
      break;
    default:
      break;
  }
  const std::size_t encoding = choice / 5U;
  if (encoding < tmsweep::text::k_charset_ids.size())
    options.encoding = tmsweep::text::k_charset_ids[encoding];
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::istringstream in(std::string(reinterpret_cast<const char*>(data + 1), size - 1));
  const tmsweep::import::NameOptions options = options_of(data[0]);
  if (tmsweep::import::fault_of(options)) std::abort();
  std::size_t line = 0;
  const tmsweep::import::NameSink sink{[&](const tmsweep::import::NameRow& row) {
                                         // Rows come in order, each with its place.
                                         if (row.line < line || row.column == 0) std::abort();
                                         line = row.line;
                                       },
                                       [&](const tmsweep::import::NameRow& row, const tmsweep::Error& e) {
                                         if (e.message.empty() || row.name.size() > size * 3) std::abort();
                                       }};
  tmsweep::import::read_names(in, options, sink);
  return 0;
}
