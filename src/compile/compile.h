// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace tmsweep::compile {

/// Compiles `data` and the rule pages beside it (`data/../docs/rules`) into an image.
/// Throws DataError with file:line at the first bad row. Same input, same bytes.
std::vector<std::byte> compile_image(const std::filesystem::path& data);

/// Compiles and writes the SQLite database `out` (with the image inside); temporary name, then rename.
void build_database(const std::filesystem::path& data, const std::filesystem::path& out);

}  // namespace tmsweep::compile
