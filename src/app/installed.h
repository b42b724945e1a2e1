// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/message.h"
#include "store/database.h"

/// Bundles that 'db update' installed lie in the folder bundle/ of the data folder, a folder each: the
/// generation. The file bundle/current names the one in use and, on a second line, the one before it; no
/// file: the built-in data. A generation is written and synced whole before it is named, so that whatever
/// ends an update leaves one that works.
namespace tmsweep::app {

/// What is said of installed data that cannot be mapped, or are not what they should be.
inline constexpr Text k_damaged{"已安装的数据已损坏", "the installed data are damaged"};

/// Why installed data cannot be used, and the ways out.
store::DatabaseError installed_unusable(const Message& why);

inline constexpr const char* k_bundle_database = "bundle.db";
inline constexpr const char* k_bundle_image = "bundle.image";

struct InstalledBundle {
  std::filesystem::path database;
  std::filesystem::path image;
};

/// Where bundles are installed. Throws DatabaseError when no data folder is known.
std::filesystem::path bundle_folder();
/// The bundle in use; nullopt: none is installed. Throws DatabaseError when bundle/current is damaged.
std::optional<InstalledBundle> installed_bundle();

/// Names of the generations in the folder, the one in use first. Throws DatabaseError when the file is
/// damaged.
std::vector<std::string> generations(const std::filesystem::path& folder);
/// Puts generations in use, durably; none: the built-in data.
void write_generations(const std::filesystem::path& folder, std::span<const std::string> names);
/// Makes a folder of finished, synced files the generation in use and deletes what is older than the one
/// before. `hash`: 64 hexadecimal digits, of which its name is made.
void put_in_use(const std::filesystem::path& folder, const std::filesystem::path& finished,
                const std::string& hash);

}  // namespace tmsweep::app
