// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "model/result.h"

namespace tmsweep::import {

/// The unpacked bytes of a file, one member after the other. A file that is not a zip is one member.
class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Goes to the first or next member; false when there is none.
  virtual Result<bool> next_member() = 0;
  /// Fills `out` from the member as far as it reaches; 0 at its end.
  virtual Result<std::size_t> read(std::span<char> out) = 0;
  /// Name of the member of a zip; empty for other files.
  [[nodiscard]] virtual std::string member() const { return {}; }
  /// Bytes of the file itself used so far.
  [[nodiscard]] virtual std::uint64_t consumed() const = 0;
};

/// Opens a file that is plain, gzip or zip, told by its first bytes. Of a zip with more than one member only
/// those that `wanted` accepts are shown.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::filesystem::path& file,
                                               const std::function<bool(std::string_view)>& wanted);

}  // namespace tmsweep::import
