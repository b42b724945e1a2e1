// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "image/writer.h"

namespace tmsweep::compile {

/// Puts similar groups, how they have to do with each other, and the classes usually filed together, and
/// checks that every group of the goods table is one of them and of the class of its row.
void compile_goods_tables(const std::filesystem::path& folder, image::Writer& writer);

}  // namespace tmsweep::compile
