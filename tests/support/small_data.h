// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "image/image.h"
#include "support/temporary.h"

namespace tmsweep::support {

/// A data folder of a few rows, for tests that must not depend on the real lists. Files are kept by their
/// path below the root: `data/text/words.tsv`, `docs/rules/vulgar.md`.
class SmallData {
 public:
  SmallData();

  /// Puts a table: the header, then the rows, sorted.
  void table(const std::string& path, std::string_view header, std::vector<std::string> rows);
  /// Replaces a file by these bytes.
  void file(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }
  void remove(const std::string& path) { files_.erase(path); }
  /// Adds a row to a table, where it belongs.
  void row(const std::string& path, const std::string& row);

  /// Writes everything below `root`; returns the data folder.
  [[nodiscard]] std::filesystem::path write(const TemporaryFolder& root) const;

 private:
  std::map<std::string, std::string> files_;
};

/// The image compiled from SmallData, made once.
const image::Image& small_image();
/// Its bytes.
std::span<const std::byte> small_image_bytes();

}  // namespace tmsweep::support
