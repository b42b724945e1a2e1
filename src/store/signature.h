// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "model/result.h"

/// Ed25519 signatures (libsodium). Keys and signatures are text: one line of base64, or a key in hexadecimal;
/// blank lines and lines that begin with # are passed over.
namespace tmsweep::store {

using PublicKey = std::array<unsigned char, 32>;

Result<PublicKey> read_public_key(std::string_view text);
/// How messages name a key: its first 16 hexadecimal digits.
std::string key_id(const PublicKey& key);
/// Whether `signature` (one line of base64) is that of this message under this key.
bool is_signed_by(const PublicKey& key, std::string_view message, std::string_view signature);

/// Signs; its bytes are wiped at the end.
class SecretKey {
 public:
  static Result<SecretKey> read(std::string_view text);
  ~SecretKey();
  SecretKey(SecretKey&&) = default;
  SecretKey& operator=(SecretKey&&) = default;
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;

  /// The detached signature, as a line of base64 with its line feed.
  [[nodiscard]] std::string sign(std::string_view message) const;
  [[nodiscard]] PublicKey public_key() const;

 private:
  SecretKey() = default;
  std::array<unsigned char, 64> bytes_{};
};

/// What the two files of a new key hold.
struct NewKey {
  std::string secret_text;
  std::string public_text;
};
/// Throws a Failure when the system gives no random bytes.
NewKey new_key();
/// Overwrites a secret that is no longer needed.
void wipe(std::string& secret);

}  // namespace tmsweep::store
