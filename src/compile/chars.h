// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "image/writer.h"

namespace tmsweep::compile {

/// Puts everything normalization needs to know of single characters: NFKC_Casefold and scripts from ICU;
/// variants, readings, look-alikes, confusable and imitated letters, numerals from `data/text`.
void compile_chars(const std::filesystem::path& text_folder, image::Writer& writer);

}  // namespace tmsweep::compile
