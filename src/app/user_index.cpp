// SPDX-License-Identifier: Apache-2.0
#include "app/user_index.h"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

#include "app/durable.h"
#include "model/worded.h"
#include "platform/environment.h"
#include "platform/mapped_file.h"
#include "platform/process.h"
#include "search/builder.h"
#include "store/hash.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_hash_digits = 16;

/// Throws when `error` is one.
void require(const std::error_code& error, const fs::path& file, Text cannot) {
  if (!error) return;
  throw store::DatabaseError(
      worded({"{}: {}: {}", "{}: {}: {}"}, file.string(), cannot, platform::reason(error)));
}

constexpr Text k_cannot_delete{"删不掉", "cannot delete"};
constexpr Text k_cannot_make_folder{"建不了目录", "cannot make the folder"};
constexpr Text k_cannot_write{"写不了", "cannot write"};

/// marks.db → marks.current and so on.
fs::path beside(const fs::path& database, std::string_view ending) {
  fs::path out = database;
  return out.replace_filename(database.stem().string() + std::string(ending));
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// First digits of the SHA-256 of a file.
std::string hash_of(const fs::path& file) {
  const platform::MappedFile in(file);
  return store::sha256_hex(in.bytes()).substr(0, k_hash_digits);
}

void write_current(const fs::path& database, const std::string& name) {
  const fs::path file = beside(database, ".current");
  fs::path fresh = file;
  fresh += ".tmp";
  write_durably(fresh, name + "\n");
  move_durably(fresh, file);
}

/// Deletes the indexes of this database, finished or not, but `keep`.
void delete_indexes(const fs::path& database, const std::string& keep) {
  const std::string begin = database.stem().string() + "-";
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_of(database), error)) {
    const std::string name = entry.path().filename().string();
    const bool ours = name.starts_with(begin) && name.size() == begin.size() + k_hash_digits + 6;
    const bool index = ours && name.ends_with(".index") && name != keep;
    if (index || (name.starts_with(begin) && name.ends_with(".tmp"))) fs::remove(entry.path(), error);
  }
}

/// The lock, in a folder that is made when there is none.
platform::FileLock lock_beside(const fs::path& database) {
  const fs::path folder = folder_of(database);
  std::error_code error;
  if (!fs::exists(folder, error)) {
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), error);
    require(platform::make_private_folder(folder), folder, k_cannot_make_folder);
  }
  const fs::path file = beside(database, ".lock");
  try {
    return platform::FileLock(file);
  } catch (const std::system_error& e) {
    require(e.code(), file, k_cannot_write);
    throw;
  }
}

void clear_pending(const fs::path& database) {
  std::error_code error;
  fs::remove(beside(database, ".pending"), error);
  require(error, beside(database, ".pending"), k_cannot_delete);
}

}  // namespace

fs::path user_data_folder() {
  if (const fs::path home = platform::data_home(); !home.empty()) return home / "tmsweep";
  throw store::DatabaseError(
      worded({"没有地方放自己的数据库：没有设置 {}；用 --user-db FILE 指定文件",
              "no place for your own database: {} is not set; name the file with --user-db FILE"},
             platform::home_variable()));
}

fs::path user_database(const std::string& option) {
  if (!option.empty()) return option;
  if (const std::string file = platform::environment("TMSWEEP_USER_DB"); !file.empty()) return file;
  return user_data_folder() / "marks.db";
}

CurrentIndex current_index(const fs::path& database) {
  CurrentIndex out;
  std::error_code error;
  out.pending = fs::exists(beside(database, ".pending"), error);
  std::ifstream in(beside(database, ".current"));
  std::string name;
  if (!in || !std::getline(in, name)) return out;
  if (name.empty() || name.find_first_of("/\\:") != std::string::npos) {
    throw store::DatabaseError(worded({"{}: 已损坏；用 'tmsweep db reindex' 重建索引",
                                       "{}: is damaged; make the index again with 'tmsweep db reindex'"},
                                      beside(database, ".current").string()));
  }
  fs::path file = database;
  out.file = file.replace_filename(name);
  return out;
}

WriteLock::WriteLock(const fs::path& database) : lock_(lock_beside(database)) {
  if (lock_.held()) return;
  throw store::DatabaseError(worded({"{}: 另一个 tmsweep 正在写；请等它结束",
                                     "{}: another tmsweep is writing to it; wait until it has finished"},
                                    database.string()));
}

void note_pending(const fs::path& database) {
  const fs::path file = beside(database, ".pending");
  write_durably(file, {});
  sync_path(folder_of(database));
}

Rebuilt rebuild_index(const store::UserDatabase& db, const fs::path& database, const image::Image& image) {
  Rebuilt out;
  search::IndexBuilder builder(image);
  db.each([&](const EarlierMark& mark) {
    const std::optional<Error> refused = builder.add(mark);
    if (!refused) {
      ++out.marks;
    } else if (++out.left_out == 1) {
      out.why = worded({"“{}”: {}", "'{}': {}"}, mark.name, refused->message);
    }
  });
  const fs::path fresh = beside(database, fmt::format("-{}.tmp", platform::process_id()));
  try {
    builder.write(fresh);
    sync_path(fresh);
    const std::string name = fmt::format("{}-{}.index", database.stem().string(), hash_of(fresh));
    fs::path index = database;
    move_durably(fresh, index.replace_filename(name));
    write_current(database, name);
    delete_indexes(database, name);
  } catch (const std::exception& e) {
    std::error_code error;
    fs::remove(fresh, error);
    throw store::DatabaseError(
        worded({"索引没有建成，商标都保留着: {}；腾出空间后运行 'tmsweep db reindex'",
                "the index was not made, the marks are kept: {}; make room and run 'tmsweep db reindex'"},
               message_of(e)));
  }
  clear_pending(database);
  return out;
}

void drop_index(const fs::path& database) {
  std::error_code error;
  fs::remove(beside(database, ".current"), error);
  require(error, beside(database, ".current"), k_cannot_delete);
  delete_indexes(database, {});
  clear_pending(database);
}

}  // namespace tmsweep::app
