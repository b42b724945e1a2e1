// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <sqlite3.h>

#include "model/worded.h"
#include "store/hash.h"
#include "store/sqlite.h"

namespace tmsweep::store {

namespace {

constexpr std::int64_t k_application_id = 0x544D5357;  // "TMSW"
constexpr Text k_built_in{"内置数据库", "built-in database"};

}  // namespace

void Database::Close::operator()(sqlite3* db) const {
  sqlite3_close(db);
}

void Database::require_ours(const Message& name) const {
  try {
    Statement id(db_.get(), "PRAGMA application_id");
    if (!id.step() || id.integer(0) != k_application_id)
      throw DatabaseError(worded({"不是 tmsweep 的数据库", "is not a tmsweep database"}));
    Statement version(db_.get(), "PRAGMA user_version");
    version.step();
    if (version.integer(0) != k_schema_version) {
      throw DatabaseError(worded(
          {"结构版本是 {}，本程序读版本 {}；用 'tmsweep db build' 重新生成",
           "has schema version {}, this program reads version {}; build it again with 'tmsweep db build'"},
          version.integer(0), k_schema_version));
    }
  } catch (const DatabaseError& e) {
    throw DatabaseError(located(name, e.message()));
  }
}

Database Database::open(const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file)) {
    throw DatabaseError(worded({"{}: 没有这个数据库文件；不写 --db 就用内置的",
                                "{}: no such database file; leave out --db to use the built-in one"},
                               file.string()));
  }
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(file.string().c_str(), &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
  Database db(raw);
  require(raw, code, file.string());
  db.require_ours(verbatim(file.string()));
  return db;
}

Database Database::open(std::span<const std::byte> bytes) {
  if (bytes.empty()) {
    throw DatabaseError(worded({"本程序没有内置数据库；用 --db FILE 指定一个",
                                "this program carries no database; name one with --db FILE"}));
  }
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database db(raw);
  require(raw, code, k_built_in);
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  // SQLite promises not to write through a read-only image, so the cast loses nothing.
  auto* data = reinterpret_cast<unsigned char*>(const_cast<std::byte*>(bytes.data()));
  require(raw, sqlite3_deserialize(raw, "main", data, size, size, SQLITE_DESERIALIZE_READONLY), k_built_in);
  db.require_ours({std::string(k_built_in.zh), std::string(k_built_in.en)});
  return db;
}

std::vector<std::byte> Database::image() const {
  Statement s(db_.get(), "SELECT bytes FROM image");
  if (!s.step()) {
    throw DatabaseError(worded({"数据库里没有编译好的映像", "the database holds no compiled image"}));
  }
  const auto blob = s.blob(0);
  return {blob.begin(), blob.end()};
}

DatabaseSummary Database::summary() const {
  DatabaseSummary out;
  Statement meta(db_.get(), "SELECT key, value FROM meta ORDER BY key");
  while (meta.step()) out.meta[meta.text(0)] = meta.text(1);
  Statement rules(db_.get(), "SELECT rule, count(*) FROM term WHERE rule <> '' GROUP BY rule ORDER BY rule");
  while (rules.step())
    out.terms_by_rule.emplace_back(rules.text(0), static_cast<std::uint64_t>(rules.integer(1)));
  Statement sources(db_.get(), "SELECT source, count(*) FROM term GROUP BY source ORDER BY 2 DESC, 1");
  while (sources.step())
    out.rows_by_source.emplace_back(sources.text(0), static_cast<std::uint64_t>(sources.integer(1)));
  out.sources = out.meta["sources"];
  out.meta.erase("sources");
  return out;
}

std::vector<Message> Database::faults() const {
  std::vector<Message> out;
  Statement check(db_.get(), "PRAGMA integrity_check");
  while (check.step()) {
    if (check.text(0) != "ok") out.push_back(verbatim("SQLite: " + check.text(0)));
  }
  Statement stored(db_.get(), "SELECT value FROM meta WHERE key = 'image-sha256'");
  const std::string expected = stored.step() ? stored.text(0) : "";
  if (sha256_hex(image()) != expected) {
    out.push_back(worded({"编译好的映像与记录的 SHA-256 不符",
                          "the compiled image does not have the SHA-256 written beside it"}));
  }
  return out;
}

}  // namespace tmsweep::store
