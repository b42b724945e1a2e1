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
  /// From now on the system reads no more than the page that is touched: for one who knows what is needed and
  /// asks for it with read_ahead. Otherwise it reads what lies around, 128 KiB to some MiB a page.
  void expect_scattered_use() const;

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Asks the system to begin to read these bytes of a mapped file, and does not wait. Where a system has no
/// such call nothing happens.
void read_ahead(std::span<const std::byte> bytes);

}  // namespace tmsweep::platform
