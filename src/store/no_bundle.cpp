// SPDX-License-Identifier: Apache-2.0
#include "store/bundle.h"

namespace tmsweep::store {

std::span<const std::byte> bundled_image() {
  return {};
}
std::span<const std::byte> bundled_database() {
  return {};
}

}  // namespace tmsweep::store
