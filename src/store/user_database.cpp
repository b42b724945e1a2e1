// SPDX-License-Identifier: Apache-2.0
#include "store/user_database.h"

#include <sqlite3.h>

#include <algorithm>

#include "model/worded.h"
#include "store/sqlite.h"

namespace tmsweep::store {

namespace {

constexpr std::int64_t k_application_id = 0x544D5355;  // "TMSU"
constexpr int k_busy_ms = 5000;

// The page cache holds the leaves that the batches of one import go back to.
constexpr const char* k_tuning = R"(
PRAGMA cache_size = -262144;
PRAGMA temp_store = MEMORY;
)";

// Losing the last batches in a power cut is no harm: the place in the file is committed with them.
constexpr const char* k_writing = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA wal_autocheckpoint = 32768;
)";

constexpr const char* k_schema = R"(
BEGIN IMMEDIATE;
PRAGMA application_id = 0x544D5355;
PRAGMA user_version = 1;
CREATE TABLE source(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, format TEXT NOT NULL,
                    imported_at TEXT NOT NULL, file TEXT NOT NULL, records INTEGER NOT NULL,
                    faults INTEGER NOT NULL, marks INTEGER NOT NULL, run INTEGER NOT NULL);
CREATE TABLE registration(id INTEGER PRIMARY KEY, name TEXT NOT NULL, classes INTEGER NOT NULL,
                          owner TEXT NOT NULL, status TEXT NOT NULL, standing INTEGER NOT NULL,
                          number TEXT NOT NULL, filed TEXT NOT NULL, source INTEGER NOT NULL,
                          run INTEGER NOT NULL);
CREATE TABLE progress(source INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,
                      modified INTEGER NOT NULL, head TEXT NOT NULL, options TEXT NOT NULL,
                      records INTEGER NOT NULL, done INTEGER NOT NULL, PRIMARY KEY(source, path)) WITHOUT ROWID;
COMMIT;
)";

std::uint64_t count(const Statement& s, int column) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(s.integer(column), 0));
}

/// Runs `work` with the name of the file in front of whatever SQLite says.
template <class Work>
auto named(const std::filesystem::path& file, const Work& work) {
  try {
    return work();
  } catch (const DatabaseError& e) {
    if (e.message().en.starts_with(file.string() + ": ")) throw;  // one call may run within another
    throw DatabaseError(located(file.string(), e.message()));
  }
}

void execute(sqlite3* db, const char* sql) {
  require(db, sqlite3_exec(db, sql, nullptr, nullptr, nullptr), k_cannot_write);
}

Message no_file() {
  return worded({"不是文件", "is no file"});
}

std::int64_t single(sqlite3* db, std::string_view sql) {
  Statement s(db, sql);
  return s.step() ? s.integer(0) : 0;
}

sqlite3* connect(const std::filesystem::path& file, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.string().c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) {
    const Message why = reason(raw, code);
    sqlite3_close(raw);
    throw DatabaseError(why);
  }
  sqlite3_busy_timeout(raw, k_busy_ms);
  return raw;
}

}  // namespace

void UserDatabase::Close::operator()(sqlite3* db) const {
  sqlite3_close(db);
}

bool UserDatabase::blank() const {
  return single(db_.get(), "PRAGMA page_count") == 0;
}

void UserDatabase::require_ours() const {
  if (single(db_.get(), "PRAGMA application_id") != k_application_id) {
    throw DatabaseError(worded({"不是 'tmsweep db import' 建立的在先商标库",
                                "is not a database of earlier marks made by 'tmsweep db import'"}));
  }
  const std::int64_t version = single(db_.get(), "PRAGMA user_version");
  if (version != k_user_schema_version) {
    throw DatabaseError(
        worded({"结构版本是 {}，本程序读版本 {}；请导入到新的文件",
                "has schema version {}, this program reads version {}; import into a new file"},
               version, k_user_schema_version));
  }
}

std::optional<UserDatabase> UserDatabase::open(const std::filesystem::path& file) {
  return named(file, [&]() -> std::optional<UserDatabase> {
    if (!std::filesystem::exists(file)) return {};
    if (!std::filesystem::is_regular_file(file)) throw DatabaseError(no_file());
    // Not read-only: after a kill the journal has to be played back first.
    UserDatabase db(connect(file, SQLITE_OPEN_READWRITE), file);
    if (db.blank()) return {};
    db.require_ours();
    execute(db.db_.get(), k_tuning);
    return db;
  });
}

UserDatabase UserDatabase::create(const std::filesystem::path& file) {
  return named(file, [&] {
    if (std::filesystem::exists(file) && !std::filesystem::is_regular_file(file))
      throw DatabaseError(no_file());
    UserDatabase db(connect(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE), file);
    // The schema goes in before the journal is a WAL: until it is committed the file stays empty.
    if (db.blank()) execute(db.db_.get(), k_schema);
    db.require_ours();
    if (sqlite3_db_readonly(db.db_.get(), "main") == 1) {
      throw DatabaseError(worded({"不允许写入", "may not be written to"}));
    }
    execute(db.db_.get(), k_tuning);
    execute(db.db_.get(), k_writing);
    return db;
  });
}

std::vector<SourceInfo> UserDatabase::sources() const {
  return named(file_, [&] {
    std::vector<SourceInfo> out;
    Statement s(db_.get(),
                "SELECT id, name, format, imported_at, file, records, faults, marks FROM source "
                "ORDER BY name");
    Statement unfinished(db_.get(), "SELECT path FROM progress WHERE source = ? ORDER BY path");
    while (s.step()) {
      SourceInfo& i = out.emplace_back();
      i.id = s.integer(0);
      i.name = s.text(1);
      i.format = s.text(2);
      i.imported_at = s.text(3);
      i.file = s.text(4);
      i.records = count(s, 5);
      i.faults = count(s, 6);
      i.marks = count(s, 7);
      unfinished.bind(1, i.id);
      while (unfinished.step()) i.unfinished.push_back(unfinished.text(0));
      unfinished.reset();
    }
    return out;
  });
}

UserTotals UserDatabase::totals() const {
  return named(file_, [&] {
    Statement check(db_.get(), "PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok") {
      throw DatabaseError(worded(
          {"已损坏（{}）；删除后重新导入", "is damaged ({}); delete it and import again"}, check.text(0)));
    }
    UserTotals out;
    Statement s(db_.get(), "SELECT classes, standing FROM registration");
    while (s.step()) {
      ++out.marks;
      const auto standing = static_cast<std::size_t>(count(s, 1));
      ++out.by_standing.at(std::min(standing, out.by_standing.size() - 1));
      const auto classes = static_cast<ClassMask>(s.integer(0));
      if (classes == 0) ++out.by_class[0];
      for (const int c : classes_of(classes)) ++out.by_class.at(static_cast<std::size_t>(c));
    }
    out.bytes = static_cast<std::uint64_t>(single(db_.get(), "PRAGMA page_count") *
                                           single(db_.get(), "PRAGMA page_size"));
    return out;
  });
}

void UserDatabase::each(const std::function<void(const EarlierMark&)>& use, std::int64_t source) const {
  named(file_, [&] {
    std::map<std::int64_t, std::string> names;
    for (const SourceInfo& i : sources()) names[i.id] = i.name;
    Statement s(db_.get(), source == 0
                               ? "SELECT name, classes, owner, status, standing, number, filed, source "
                                 "FROM registration ORDER BY id"
                               : "SELECT name, classes, owner, status, standing, number, filed, source "
                                 "FROM registration WHERE source = ? ORDER BY id");
    if (source != 0) s.bind(1, source);
    EarlierMark mark;
    while (s.step()) {
      mark.name = s.text(0);
      mark.classes = static_cast<ClassMask>(s.integer(1));
      mark.owner = s.text(2);
      mark.status = s.text(3);
      mark.standing = static_cast<Standing>(std::min<std::uint64_t>(count(s, 4), k_standing_ids.size() - 1));
      mark.number = s.text(5);
      mark.filed = s.text(6);
      mark.source = names[s.integer(7)];
      use(mark);
    }
  });
}

std::uint64_t UserDatabase::marks() const {
  return named(file_, [&] {
    return static_cast<std::uint64_t>(single(db_.get(), "SELECT total(marks) FROM source"));
  });
}

std::uint64_t UserDatabase::remove(std::int64_t source) {
  return named(file_, [&] {
    execute(db_.get(), "BEGIN IMMEDIATE");
    std::uint64_t removed = 0;
    try {
      Statement(db_.get(), "DELETE FROM registration WHERE source = ?").bind(1, source).run();
      removed = static_cast<std::uint64_t>(sqlite3_changes64(db_.get()));
      Statement(db_.get(), "DELETE FROM progress WHERE source = ?").bind(1, source).run();
      Statement(db_.get(), "DELETE FROM source WHERE id = ?").bind(1, source).run();
      execute(db_.get(), "COMMIT");
    } catch (const DatabaseError&) {
      sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
      throw;
    }
    // Gives the room back; where there is none for the copy that takes, the file stays as large as it was.
    const std::int64_t unused = single(db_.get(), "PRAGMA freelist_count");
    if (unused * 4 > single(db_.get(), "PRAGMA page_count"))
      sqlite3_exec(db_.get(), "VACUUM", nullptr, nullptr, nullptr);
    return removed;
  });
}

void UserDatabase::settle() {
  // While somebody reads the file it stays as it is, which harms nobody.
  sqlite3_exec(db_.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
}

}  // namespace tmsweep::store
