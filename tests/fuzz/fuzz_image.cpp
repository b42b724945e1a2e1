// SPDX-License-Identifier: Apache-2.0
// An image with some of its bytes changed: it is refused with ImageError, or a check runs to its end.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "engine/check.h"
#include "store/bundle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static std::vector<std::byte> bytes(tmsweep::store::bundled_image().begin(),
                                      tmsweep::store::bundled_image().end());
  std::vector<std::pair<std::size_t, std::byte>> old;
  // Each five bytes of input: a position and what to write there.
  for (std::size_t i = 0; i + 5 <= size && i < 100; i += 5) {
    std::uint32_t at = 0;
    std::memcpy(&at, data + i, 4);
    const std::size_t where = at % bytes.size();
    old.emplace_back(where, bytes[where]);
    bytes[where] = static_cast<std::byte>(data[i + 4]);
  }
  try {
    const tmsweep::image::Image image(bytes);
    const tmsweep::engine::Checker checker(image, {.as_of = {2026, 11, 23}});
    for (const char* name : {"中国", "历蜀记火锅店", "CHINAR", "随心所浴"})
      (void)checker.check({name, {"火锅店"}, {}, 0});
  } catch (const tmsweep::image::ImageError&) {
  }
  std::ranges::reverse(old);
  for (const auto& [where, byte] : old) bytes[where] = byte;
  return 0;
}
