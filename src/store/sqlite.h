// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "model/worded.h"
#include "store/database.h"

namespace tmsweep::store {

/// What cannot be done with a database, as SQLite is asked for it.
inline constexpr Text k_cannot_read{"无法读数据库", "cannot read the database"};
inline constexpr Text k_cannot_write{"无法写数据库", "cannot write the database"};
inline constexpr Text k_cannot_bind{"无法绑定参数", "cannot bind"};

/// What SQLite says of its last failure; it speaks English.
inline Message reason(sqlite3* db, int code) {
  return verbatim(db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code));
}

inline bool is_good(int code) {
  return code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW;
}

/// Throws a DatabaseError unless all is well: what cannot be done, and what SQLite says of it.
inline void require(sqlite3* db, int code, const Text& doing) {
  if (!is_good(code)) throw DatabaseError(worded({"{}：{}", "{}: {}"}, doing, reason(db, code)));
}
/// The same of a file that is being opened.
inline void require(sqlite3* db, int code, const std::string& file) {
  if (!is_good(code)) throw DatabaseError(located(file, reason(db, code)));
}

/// One prepared statement. Text is bound and read as UTF-8; indices count from 1 when binding, from 0 when
/// reading.
class Statement {
 public:
  Statement(sqlite3* db, std::string_view sql) : db_(db) {
    sqlite3_stmt* s = nullptr;
    require(db, sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &s, nullptr), k_cannot_read);
    held_.reset(s);
  }

  Statement& bind(int index, std::string_view text) {
    require(
        db_,
        sqlite3_bind_text(held_.get(), index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT),
        k_cannot_bind);
    return *this;
  }
  Statement& bind(int index, std::int64_t value) {
    require(db_, sqlite3_bind_int64(held_.get(), index, value), k_cannot_bind);
    return *this;
  }
  Statement& bind(int index, std::span<const std::byte> blob) {
    require(db_, sqlite3_bind_blob64(held_.get(), index, blob.data(), blob.size(), SQLITE_STATIC),
            k_cannot_bind);
    return *this;
  }
  /// Binds without a copy: `text` must live until the statement has run.
  Statement& bind_in_place(int index, std::string_view text) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* data = text.empty() ? "" : text.data();
    require(db_, sqlite3_bind_text(held_.get(), index, data, static_cast<int>(text.size()), SQLITE_STATIC),
            k_cannot_bind);
    return *this;
  }
  /// Makes the statement ready to run again.
  void reset() { sqlite3_reset(held_.get()); }
  /// Moves to the next row; false when there is none.
  bool step() {
    const int code = sqlite3_step(held_.get());
    require(db_, code, k_cannot_read);
    return code == SQLITE_ROW;
  }
  /// Runs a statement that returns no row and makes it ready to run again.
  void run() {
    require(db_, sqlite3_step(held_.get()), k_cannot_write);
    sqlite3_reset(held_.get());
  }
  [[nodiscard]] std::string text(int column) const {
    const auto* s = reinterpret_cast<const char*>(sqlite3_column_text(held_.get(), column));
    return s == nullptr ? std::string()
                        : std::string(s, static_cast<std::size_t>(sqlite3_column_bytes(held_.get(), column)));
  }
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(held_.get(), column); }
  [[nodiscard]] std::span<const std::byte> blob(int column) const {
    return {static_cast<const std::byte*>(sqlite3_column_blob(held_.get(), column)),
            static_cast<std::size_t>(sqlite3_column_bytes(held_.get(), column))};
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  sqlite3* db_;
  std::unique_ptr<sqlite3_stmt, Finalize> held_;
};

}  // namespace tmsweep::store
