// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

#include "platform/files.h"

/// Files that are there after a power failure once a function has returned. All throw DatabaseError.
namespace tmsweep::app {

using platform::Present;
using platform::Readers;

void write_durably(const std::filesystem::path& file, std::string_view bytes, Readers readers = Readers::all,
                   Present present = Present::replace);
void sync_path(const std::filesystem::path& file_or_folder);
/// Renames, and syncs the folder.
void move_durably(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace tmsweep::app
