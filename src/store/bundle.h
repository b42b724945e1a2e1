// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

namespace tmsweep::store {

/// The database compiled into this program: the image alone, used where it lies, and the whole SQLite file.
/// Both are empty in the tool that builds the first database.
std::span<const std::byte> bundled_image();
std::span<const std::byte> bundled_database();

}  // namespace tmsweep::store
