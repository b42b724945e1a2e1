// SPDX-License-Identifier: Apache-2.0
#include "app/user_index.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <span>
#include <system_error>

#include "search/builder.h"
#include "store/hash.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_hash_digits = 16;

[[noreturn]] void fail(const fs::path& file, std::string_view doing, int error) {
  throw store::DatabaseError(
      fmt::format("{}: cannot {}: {}", file.string(), doing, std::generic_category().message(error)));
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// marks.db → marks.current and so on.
fs::path beside(const fs::path& database, std::string_view ending) {
  fs::path out = database;
  return out.replace_filename(database.stem().string() + std::string(ending));
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// An open file or folder.
class Descriptor {
 public:
  Descriptor(const fs::path& file, int flags)
      : file_(file), fd_(::open(file.c_str(), flags | O_CLOEXEC, 0644)) {
    if (fd_ < 0) fail(file_, "open", errno);
  }
  ~Descriptor() { ::close(fd_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return fd_; }
  void sync() const {
    if (::fsync(fd_) != 0) fail(file_, "write", errno);
  }

 private:
  fs::path file_;
  int fd_;
};

void sync_folder(const fs::path& file) {
  Descriptor(folder_of(file), O_RDONLY | O_DIRECTORY).sync();
}

void move_file(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) fail(to, "write", error.value());
}

/// First digits of the SHA-256 of a file.
std::string hash_of(const fs::path& file) {
  const Descriptor in(file, O_RDONLY);
  const std::size_t size = fs::file_size(file);
  if (size == 0) return store::sha256_hex({}).substr(0, k_hash_digits);
  void* at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, in.get(), 0);
  if (at == MAP_FAILED) fail(file, "read", errno);
  std::string out = store::sha256_hex({static_cast<const std::byte*>(at), size});
  ::munmap(at, size);
  return out.substr(0, k_hash_digits);
}

void write_current(const fs::path& database, const std::string& name) {
  const fs::path file = beside(database, ".current");
  fs::path fresh = file;
  fresh += ".tmp";
  {
    const Descriptor out(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    const std::string line = name + "\n";
    if (::write(out.get(), line.data(), line.size()) != static_cast<ssize_t>(line.size()))
      fail(fresh, "write", errno);
    out.sync();
  }
  move_file(fresh, file);
  sync_folder(file);
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

void clear_pending(const fs::path& database) {
  std::error_code error;
  fs::remove(beside(database, ".pending"), error);
  if (error) fail(beside(database, ".pending"), "delete", error.value());
}

}  // namespace

fs::path user_data_folder() {
  // The specification lets a relative path count for nothing.
  if (const fs::path data = environment("XDG_DATA_HOME"); data.is_absolute()) return data / "tmsweep";
  if (const fs::path home = environment("HOME"); home.is_absolute()) return home / ".local/share/tmsweep";
  throw store::DatabaseError(
      "no place for your own database: HOME is not set; name the file with --user-db FILE");
}

fs::path user_database(const std::string& option) {
  if (!option.empty()) return option;
  if (const std::string file = environment("TMSWEEP_USER_DB"); !file.empty()) return file;
  return user_data_folder() / "marks.db";
}

CurrentIndex current_index(const fs::path& database) {
  CurrentIndex out;
  std::error_code error;
  out.pending = fs::exists(beside(database, ".pending"), error);
  std::ifstream in(beside(database, ".current"));
  std::string name;
  if (!in || !std::getline(in, name)) return out;
  if (name.empty() || name.find('/') != std::string::npos) {
    throw store::DatabaseError(fmt::format("{}: is damaged; make the index again with 'tmsweep db reindex'",
                                           beside(database, ".current").string()));
  }
  fs::path file = database;
  out.file = file.replace_filename(name);
  return out;
}

WriteLock::WriteLock(const fs::path& database) {
  const fs::path folder = folder_of(database);
  std::error_code error;
  if (!fs::exists(folder, error)) {
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), error);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail(folder, "make the folder", errno);
  }
  const fs::path file = beside(database, ".lock");
  file_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file_ < 0) fail(file, "write", errno);
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  ::close(file_);
  throw store::DatabaseError(
      fmt::format("{}: another tmsweep is writing to it; wait until it has finished", database.string()));
}

WriteLock::~WriteLock() {
  ::close(file_);
}

void note_pending(const fs::path& database) {
  Descriptor(beside(database, ".pending"), O_WRONLY | O_CREAT).sync();
  sync_folder(database);
}

Rebuilt rebuild_index(const store::UserDatabase& db, const fs::path& database, const image::Image& image) {
  Rebuilt out;
  search::IndexBuilder builder(image);
  db.each([&](const EarlierMark& mark) {
    const std::optional<Error> refused = builder.add(mark);
    if (!refused) {
      ++out.marks;
    } else if (++out.left_out == 1) {
      out.why = fmt::format("'{}': {}", mark.name, refused->message);
    }
  });
  const fs::path fresh = beside(database, fmt::format("-{}.tmp", ::getpid()));
  try {
    builder.write(fresh);
    Descriptor(fresh, O_RDONLY).sync();
    const std::string name = fmt::format("{}-{}.index", database.stem().string(), hash_of(fresh));
    fs::path index = database;
    move_file(fresh, index.replace_filename(name));
    sync_folder(database);
    write_current(database, name);
    delete_indexes(database, name);
  } catch (const std::exception& e) {
    std::error_code error;
    fs::remove(fresh, error);
    throw store::DatabaseError(fmt::format(
        "the index was not made, the marks are kept: {}; make room and run 'tmsweep db reindex'", e.what()));
  }
  clear_pending(database);
  return out;
}

void drop_index(const fs::path& database) {
  std::error_code error;
  fs::remove(beside(database, ".current"), error);
  if (error) fail(beside(database, ".current"), "delete", error.value());
  delete_indexes(database, {});
  clear_pending(database);
}

}  // namespace tmsweep::app
