// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/earlier_mark.h"
#include "store/user_database.h"

namespace tmsweep::store {

/// By what a file is known again: when any of it differs, an import begins at its head.
struct FileState {
  std::string path;
  std::int64_t size = 0;
  std::int64_t modified = 0;
  std::string head;     ///< hash of its first bytes
  std::string options;  ///< how it is read
};

struct FileProgress {
  std::uint64_t records = 0;  ///< read and committed
  bool done = false;
};

struct ImportCounts {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t merged = 0;  ///< further rows of a mark of the same batch, as where each class has its own
};

struct KeyedMark {
  std::int64_t id = 0;  ///< mark_id
  EarlierMark mark;
};

/// Writes marks of one source batch by batch. A batch and the place it reaches in its file are committed
/// together, so that an import that broke off can go on.
///
/// A mark that is known is replaced, whatever source it had. Only rows of one run are put together: many
/// registers give a mark one row for each class.
class Importer {
 public:
  /// Changes nothing yet. `marks.source` of what is written is ignored: it is `source`.
  Importer(UserDatabase& db, std::string source, std::string format);
  ~Importer();
  Importer(const Importer&) = delete;
  Importer& operator=(const Importer&) = delete;

  /// How far an import of this source came with this very file before it broke off.
  [[nodiscard]] std::optional<FileProgress> progress(const FileState& file) const;
  /// Goes on with the run that broke off instead of beginning a new one; before the first batch.
  void resume();
  /// Commits one batch: sorts it, writes it, and notes where it ends. `records` and `faults` are those of the
  /// batch.
  ImportCounts write(std::vector<KeyedMark>& batch, const FileState& file, const FileProgress& reached,
                     std::uint64_t records, std::uint64_t faults);
  /// Every file is read: forgets how far each was.
  void finish(const std::string& imported_at);

 private:
  struct Statements;
  void begin_run();
  void put_all(std::vector<KeyedMark>& batch, ImportCounts& counts);
  void put(const EarlierMark& mark, std::int64_t id, ImportCounts& counts);
  void note(const FileState& file, const FileProgress& reached, std::uint64_t records, std::uint64_t faults);

  UserDatabase& db_;
  std::string source_;
  std::string format_;
  std::int64_t id_ = 0;
  std::int64_t run_ = 0;
  bool resumed_ = false;
  bool begun_ = false;
  std::unique_ptr<Statements> statements_;
  std::map<std::int64_t, std::int64_t> gained_;  ///< marks by source in this batch
};

}  // namespace tmsweep::store
