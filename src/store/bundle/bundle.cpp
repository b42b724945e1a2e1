// SPDX-License-Identifier: Apache-2.0
#include "store/bundle.h"

extern "C" {
extern const std::byte tmsweep_image_begin[];
extern const std::byte tmsweep_image_end[];
extern const std::byte tmsweep_database_begin[];
extern const std::byte tmsweep_database_end[];
}

namespace tmsweep::store {

std::span<const std::byte> bundled_image() {
  return {tmsweep_image_begin, tmsweep_image_end};
}
std::span<const std::byte> bundled_database() {
  return {tmsweep_database_begin, tmsweep_database_end};
}

}  // namespace tmsweep::store
