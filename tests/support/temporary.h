// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/message.h"

namespace tmsweep::support {

/// A fresh folder, removed at the end of its scope.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file, with the folders above it; returns its path.
  std::filesystem::path write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

std::string read_file(const std::filesystem::path& file);
std::vector<std::byte> bytes_of(std::string_view text);

/// Lines of a tab-separated file without its header, cut into fields.
struct TableLine {
  std::size_t number = 0;  ///< 1-based
  std::vector<std::string> fields;
};
std::vector<TableLine> read_table(const std::filesystem::path& file);

/// What a call throws, as text; empty when it throws nothing.
template <class Call>
std::string thrown(const Call& call) {
  try {
    call();
  } catch (const std::exception& e) {
    return e.what();
  }
  return {};
}

/// What a call throws, in both languages; empty when it throws nothing.
template <class Call>
Message said(const Call& call) {
  try {
    call();
  } catch (const std::exception& e) {
    return message_of(e);
  }
  return {};
}

}  // namespace tmsweep::support
