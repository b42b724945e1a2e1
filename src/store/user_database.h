// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/earlier_mark.h"
#include "store/database.h"

namespace tmsweep::store {

/// Raised whenever a table of the user's database changes.
inline constexpr int k_user_schema_version = 1;

/// Where a set of marks came from, as `db list` shows it.
struct SourceInfo {
  std::int64_t id = 0;
  std::string name;
  std::string format;
  std::string imported_at;  ///< UTC, as in 2026-11-25T08:00:00Z; empty: the first import was not finished
  std::string file;         ///< the last one
  std::uint64_t records = 0;
  std::uint64_t faults = 0;
  std::uint64_t marks = 0;
  std::vector<std::string> unfinished;  ///< files of an import that broke off
};

struct UserTotals {
  std::uint64_t marks = 0;
  std::uint64_t bytes = 0;
  std::array<std::uint64_t, k_standing_ids.size()> by_standing{};
  std::array<std::uint64_t, k_class_count + 1> by_class{};  ///< [0]: classes not known
};

/// The user's own earlier marks: one SQLite file, written by imports. Every failure is a DatabaseError of one
/// line that names the file.
class UserDatabase {
 public:
  /// nullopt when there is no such file yet, or an import broke off before it wrote anything.
  static std::optional<UserDatabase> open(const std::filesystem::path& file);
  /// Opens for writing; makes the file when there is none.
  static UserDatabase create(const std::filesystem::path& file);

  [[nodiscard]] std::vector<SourceInfo> sources() const;
  /// Reads the whole file and checks it. Throws when it is damaged.
  [[nodiscard]] UserTotals totals() const;
  /// Every mark in the order of identities, or those of one source.
  void each(const std::function<void(const EarlierMark&)>& use, std::int64_t source = 0) const;
  [[nodiscard]] std::uint64_t marks() const;
  /// Removes a source with its marks and returns how many.
  std::uint64_t remove(std::int64_t source);
  /// Leaves one plain file without anything beside it.
  void settle();

 private:
  friend class Importer;
  struct Close {
    void operator()(sqlite3* db) const;
  };
  UserDatabase(sqlite3* db, std::filesystem::path file) : db_(db), file_(std::move(file)) {}
  [[nodiscard]] bool blank() const;
  void require_ours() const;

  std::unique_ptr<sqlite3, Close> db_;
  std::filesystem::path file_;
};

}  // namespace tmsweep::store
