// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "image/image.h"
#include "platform/files.h"
#include "store/user_database.h"

namespace tmsweep::app {

/// $XDG_DATA_HOME/tmsweep, or ~/.local/share/tmsweep; on Windows %LOCALAPPDATA%/tmsweep. Throws DatabaseError
/// when neither is known.
std::filesystem::path user_data_folder();
/// The user's database: `option` (--user-db), $TMSWEEP_USER_DB, or marks.db of the data folder.
std::filesystem::path user_database(const std::string& option);

/// Beside marks.db lie, written in this order: marks.pending while the index may be behind,
/// marks-<hash>.index, and marks.current, whose first line names the index in force.
struct CurrentIndex {
  std::optional<std::filesystem::path> file;  ///< nullopt: nothing was imported
  bool pending = false;                       ///< an import began and its marks are not all in the index
};
CurrentIndex current_index(const std::filesystem::path& database);

/// Holds off a second writer of the same database until the end of its scope; makes the folder when there is
/// none. Throws DatabaseError when another has it.
class WriteLock {
 public:
  explicit WriteLock(const std::filesystem::path& database);

 private:
  platform::FileLock lock_;
};

/// Tells readers that the index may be behind; before the first change of the database.
void note_pending(const std::filesystem::path& database);

struct Rebuilt {
  std::uint64_t marks = 0;
  std::uint64_t left_out = 0;  ///< marks that cannot be compared
  Message why;                 ///< of the first of them
};

/// Lays out the index of everything in the database and puts it in force; older ones are deleted. A reader
/// sees the old index or the new one, whenever the power fails. Throws DatabaseError.
Rebuilt rebuild_index(const store::UserDatabase& db, const std::filesystem::path& database,
                      const image::Image& image);
/// For a database without a mark.
void drop_index(const std::filesystem::path& database);

}  // namespace tmsweep::app
