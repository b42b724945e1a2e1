// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tmsweep::store {

/// Incremental SHA-256 (libsodium).
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  /// Adds the bytes, preceded by their number, so that neighbours cannot run together.
  void add(std::string_view bytes);
  /// Lower-case hexadecimal digest; nothing may be added afterwards.
  [[nodiscard]] std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// SHA-256 of exactly these bytes, in hexadecimal.
std::string sha256_hex(std::span<const std::byte> bytes);

}  // namespace tmsweep::store
