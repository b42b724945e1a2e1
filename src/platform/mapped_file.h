// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "model/message.h"

namespace tmsweep::platform {

/// A file mapped read-only: its pages are read when they are used. Stays readable when the file is replaced.
class MappedFile {
 public:
  MappedFile() = default;
  /// Throws a Failure when the file cannot be read; `advice` says what to do then.
  explicit MappedFile(const std::filesystem::path& file,
                      const Text& advice = {"用 'tmsweep db reindex' 重建",
                                            "build it again with 'tmsweep db reindex'"});
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace tmsweep::platform
