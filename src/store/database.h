// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/message.h"

struct sqlite3;

namespace tmsweep::store {

/// Raised whenever a table of the bundled database changes; a file of another version is refused.
inline constexpr int k_schema_version = 1;

/// The database cannot be used; the message is one line for the user. Ends as exit code 3.
class DatabaseError : public Failure {
 public:
  using Failure::Failure;
};

/// What `db info` prints.
struct DatabaseSummary {
  std::map<std::string, std::string> meta;
  std::vector<std::pair<std::string, std::uint64_t>> terms_by_rule;
  std::vector<std::pair<std::string, std::uint64_t>> rows_by_source;
  std::string sources;  ///< SOURCES.md, as built in
};

/// A bundled database, read-only.
class Database {
 public:
  /// Opens a file. Throws DatabaseError when it is missing, no database of ours, or of another schema
  /// version.
  static Database open(const std::filesystem::path& file);
  /// Opens bytes in memory, in place.
  static Database open(std::span<const std::byte> bytes);

  /// A copy of the compiled image.
  [[nodiscard]] std::vector<std::byte> image() const;
  [[nodiscard]] DatabaseSummary summary() const;
  /// Empty when the file is whole; otherwise one line for each fault.
  [[nodiscard]] std::vector<Message> faults() const;

 private:
  struct Close {
    void operator()(sqlite3* db) const;
  };
  explicit Database(sqlite3* db) : db_(db) {}
  void require_ours(const Message& name) const;

  std::unique_ptr<sqlite3, Close> db_;
};

/// Writes a new database file holding the image and its rows as tables.
void write_database(const std::filesystem::path& file, std::span<const std::byte> image,
                    std::string_view sources);

}  // namespace tmsweep::store
