// SPDX-License-Identifier: Apache-2.0
#include "store/importer.h"

#include <sqlite3.h>

#include <algorithm>

#include "model/worded.h"
#include "store/sqlite.h"

namespace tmsweep::store {

namespace {

/// Where one row of a mark stands and another is dead, the mark stands.
int strength(Standing s) {
  switch (s) {
    case Standing::registered:
      return 3;
    case Standing::pending:
      return 2;
    case Standing::unknown:
      return 1;
    case Standing::dead:
      break;
  }
  return 0;
}

/// What `later` of the same run makes of the row that was read before it.
void merge(EarlierMark& later, ClassMask classes, Standing standing) {
  // A row about the same classes is news of them; one about others is the mark's next class.
  if ((later.classes & classes) == 0 && strength(standing) > strength(later.standing))
    later.standing = standing;
  // A row without classes may stand for any, which no list of classes can say.
  later.classes = later.classes == 0 || classes == 0 ? 0 : later.classes | classes;
}

void execute(sqlite3* db, const char* sql) {
  require(db, sqlite3_exec(db, sql, nullptr, nullptr, nullptr), k_cannot_write);
}

}  // namespace

struct Importer::Statements {
  explicit Statements(sqlite3* db)
      : insert(db,
               "INSERT INTO registration VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING"),
        find(db,
             "SELECT name, classes, owner, status, standing, number, filed, source, run FROM registration "
             "WHERE id = ?"),
        update(db,
               "UPDATE registration SET name = ?2, classes = ?3, owner = ?4, status = ?5, standing = ?6, "
               "number = ?7, filed = ?8, source = ?9, run = ?10 WHERE id = ?1"),
        touch(db, "UPDATE registration SET run = ? WHERE id = ?"),
        gain(db, "UPDATE source SET marks = marks + ? WHERE id = ?"),
        reach(db, "INSERT OR REPLACE INTO progress VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
        total(db, "UPDATE source SET records = records + ?, faults = faults + ?, file = ? WHERE id = ?") {}
  Statement insert;
  Statement find;
  Statement update;
  Statement touch;
  Statement gain;
  Statement reach;
  Statement total;
};

Importer::Importer(UserDatabase& db, std::string source, std::string format)
    : db_(db), source_(std::move(source)), format_(std::move(format)) {
  try {
    Statement s(db_.db_.get(), "SELECT id, run FROM source WHERE name = ?");
    s.bind(1, source_);
    if (!s.step()) return;
    id_ = s.integer(0);
    run_ = s.integer(1);
  } catch (const DatabaseError& e) {
    throw DatabaseError(located(db_.file_.string(), e.message()));
  }
}

Importer::~Importer() = default;

std::optional<FileProgress> Importer::progress(const FileState& file) const {
  Statement s(db_.db_.get(),
              "SELECT records, done FROM progress WHERE source = ? AND path = ? AND size = ? AND "
              "modified = ? AND head = ? AND options = ?");
  s.bind(1, id_).bind(2, file.path).bind(3, file.size).bind(4, file.modified);
  s.bind(5, file.head).bind(6, file.options);
  if (!s.step()) return {};
  return FileProgress{static_cast<std::uint64_t>(s.integer(0)), s.integer(1) != 0};
}

void Importer::resume() {
  resumed_ = true;
}

/// Within the transaction of the first batch, so that an import that fails at once leaves nothing behind.
void Importer::begin_run() {
  sqlite3* db = db_.db_.get();
  if (id_ == 0) {
    Statement(db, "INSERT INTO source VALUES(NULL, ?, ?, '', '', 0, 0, 0, 0)")
        .bind(1, source_)
        .bind(2, format_)
        .run();
    id_ = sqlite3_last_insert_rowid(db);
  }
  if (resumed_) return;
  ++run_;
  Statement(db, "DELETE FROM progress WHERE source = ?").bind(1, id_).run();
  Statement s(db, "UPDATE source SET run = ?, format = ?, records = 0, faults = 0 WHERE id = ?");
  s.bind(1, run_).bind(2, format_).bind(3, id_).run();
}

void Importer::put(const EarlierMark& mark, std::int64_t id, ImportCounts& counts) {
  const auto bound = [&](Statement& s, const EarlierMark& m) {
    s.bind(1, id).bind_in_place(2, m.name).bind(3, static_cast<std::int64_t>(m.classes));
    s.bind_in_place(4, m.owner).bind_in_place(5, m.status);
    s.bind(6, static_cast<std::int64_t>(m.standing)).bind_in_place(7, m.number);
    s.bind_in_place(8, m.filed).bind(9, id_).bind(10, run_).run();
  };
  bound(statements_->insert, mark);
  if (sqlite3_changes(db_.db_.get()) == 1) {
    ++counts.added;
    ++gained_[id_];
    return;
  }
  Statement& old = statements_->find;
  old.bind(1, id);
  old.step();
  EarlierMark now = mark;
  const auto classes = static_cast<ClassMask>(old.integer(1));
  const auto standing = static_cast<Standing>(old.integer(4));
  const std::int64_t source = old.integer(7);
  const bool same_run = source == id_ && old.integer(8) == run_;
  if (same_run) merge(now, classes, standing);
  const bool same = source == id_ && classes == now.classes && standing == now.standing &&
                    old.text(0) == now.name && old.text(2) == now.owner && old.text(3) == now.status &&
                    old.text(5) == now.number && old.text(6) == now.filed;
  old.reset();
  ++(same ? counts.unchanged : counts.updated);
  if (same) {
    if (!same_run) statements_->touch.bind(1, run_).bind(2, id).run();
    return;
  }
  if (source != id_) {
    --gained_[source];
    ++gained_[id_];
  }
  bound(statements_->update, now);
}

void Importer::put_all(std::vector<KeyedMark>& batch, ImportCounts& counts) {
  // Neighbours in the table are written one after the other; of rows of one mark the last stays the last.
  std::ranges::stable_sort(batch, {}, &KeyedMark::id);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (i + 1 < batch.size() && batch[i + 1].id == batch[i].id) {
      merge(batch[i + 1].mark, batch[i].mark.classes, batch[i].mark.standing);
      ++counts.merged;
    } else {
      put(batch[i].mark, batch[i].id, counts);
    }
  }
}

void Importer::note(const FileState& file, const FileProgress& reached, std::uint64_t records,
                    std::uint64_t faults) {
  for (const auto& [source, gain] : gained_) statements_->gain.bind(1, gain).bind(2, source).run();
  Statement& s = statements_->reach;
  s.bind(1, id_).bind(2, file.path).bind(3, file.size).bind(4, file.modified).bind(5, file.head);
  s.bind(6, file.options).bind(7, static_cast<std::int64_t>(reached.records));
  s.bind(8, std::int64_t{reached.done ? 1 : 0}).run();
  Statement& t = statements_->total;
  t.bind(1, static_cast<std::int64_t>(records)).bind(2, static_cast<std::int64_t>(faults));
  t.bind(3, file.path).bind(4, id_).run();
}

ImportCounts Importer::write(std::vector<KeyedMark>& batch, const FileState& file,
                             const FileProgress& reached, std::uint64_t records, std::uint64_t faults) {
  sqlite3* db = db_.db_.get();
  ImportCounts counts;
  const std::int64_t id_before = id_;
  const std::int64_t run_before = run_;
  try {
    execute(db, "BEGIN IMMEDIATE");
    if (!begun_) begin_run();
    if (!statements_) statements_ = std::make_unique<Statements>(db);
    put_all(batch, counts);
    note(file, reached, records, faults);
    gained_.clear();
    execute(db, "COMMIT");
    begun_ = true;
  } catch (const DatabaseError& e) {
    statements_.reset();
    sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
    gained_.clear();
    id_ = id_before;
    run_ = run_before;
    throw DatabaseError(located(db_.file_.string(), e.message()));
  }
  return counts;
}

void Importer::finish(const std::string& imported_at) {
  sqlite3* db = db_.db_.get();
  try {
    execute(db, "BEGIN IMMEDIATE");
    Statement(db, "DELETE FROM progress WHERE source = ?").bind(1, id_).run();
    Statement(db, "UPDATE source SET imported_at = ? WHERE id = ?").bind(1, imported_at).bind(2, id_).run();
    execute(db, "COMMIT");
  } catch (const DatabaseError& e) {
    sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
    throw DatabaseError(located(db_.file_.string(), e.message()));
  }
}

}  // namespace tmsweep::store
