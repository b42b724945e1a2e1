// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "store/signature.h"

/// A bundle is a zip of exactly bundle.db, SHA256SUMS (its SHA-256, as sha256sum writes it) and
/// SHA256SUMS.sig (the Ed25519 signature of SHA256SUMS). All functions throw DatabaseError with one line for
/// the user.
namespace tmsweep::app {

inline constexpr const char* k_sums = "SHA256SUMS";
inline constexpr const char* k_sums_signature = "SHA256SUMS.sig";

/// What a bundle says of itself; nothing of it is to be believed before the signature is checked.
struct BundleSums {
  std::string list;           ///< bytes of SHA256SUMS
  std::string signature;      ///< bytes of SHA256SUMS.sig
  std::string database_hash;  ///< what the list says of bundle.db
};

/// The line that SHA256SUMS consists of.
std::string sums_of(const std::string& database_hash);
/// Looks through the directory of the zip and reads the two small files. The database is not unpacked.
BundleSums read_sums(const std::filesystem::path& bundle);
/// The key among `keys` that signed the list.
store::PublicKey signer(const std::filesystem::path& bundle, const BundleSums& sums,
                        std::span<const store::PublicKey> keys);
/// Unpacks the database to a new file, as long as it is no larger than any bundle may be, and compares its
/// SHA-256.
void unpack_database(const std::filesystem::path& bundle, const BundleSums& sums,
                     const std::filesystem::path& out);

/// The key of --key; without it those of the folder tmsweep/keys of the configuration folder (*.pub) and the
/// one that was compiled in.
std::vector<store::PublicKey> trusted_keys(const std::string& option);
/// The whole of a small text file, as a key is.
std::string small_file(const std::filesystem::path& file);
/// First words of a file: is it a zip?
bool is_zip(const std::filesystem::path& file);

}  // namespace tmsweep::app
