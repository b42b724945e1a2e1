// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/result.h"

namespace tmsweep::import {

struct ZipEntry {
  std::string name;
  std::string_view bytes;
};

/// Writes a new zip with these entries in this order, deflated, all of the same fixed date: the same entries
/// give the same bytes. nullopt, or what went wrong.
std::optional<Error> write_zip(const std::filesystem::path& file, std::span<const ZipEntry> entries);

}  // namespace tmsweep::import
