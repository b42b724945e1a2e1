// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tmsweep::image {

/// Asks for what is used soon. GCC takes a function that does nothing else for one without effect and leaves
/// its calls out; the empty statement keeps them.
inline void prefetch(const void* at) {
  __builtin_prefetch(at);
  asm volatile("");
}

}  // namespace tmsweep::image
