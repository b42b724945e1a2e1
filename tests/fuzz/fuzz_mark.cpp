// SPDX-License-Identifier: Apache-2.0
// Any bytes as a name: read, checked, and written in every format.
#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/check.h"
#include "output/format.h"
#include "store/bundle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tmsweep::image::Image image(tmsweep::store::bundled_image());
  static const tmsweep::engine::Checker checker(image,
                                                {.as_of = {2026, 11, 23}, .trace = tmsweep::text::Trace::on});
  const std::string name(reinterpret_cast<const char*>(data), size);
  const auto report = checker.check({name, {}, {}, 0});
  if (!report) return 0;
  for (const tmsweep::output::Format* format : tmsweep::output::all()) {
    std::string out;
    format->report(report.value(), {}, 0, out);
  }
  return 0;
}
