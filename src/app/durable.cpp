// SPDX-License-Identifier: Apache-2.0
#include "app/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "store/database.h"

namespace tmsweep::app {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, std::string_view doing, int error) {
  throw store::DatabaseError(file.string() + ": cannot " + std::string(doing) + ": " +
                             std::generic_category().message(error));
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& file, int flags, unsigned mode)
      : file_(file), fd_(::open(file.c_str(), flags | O_CLOEXEC, mode)) {
    if (fd_ < 0) fail(file_, "open", errno);
  }
  ~Descriptor() { ::close(fd_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(fd_, bytes.data(), bytes.size());
      if (count < 0 && errno != EINTR) fail(file_, "write", errno);
      if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void sync() const {
    if (::fsync(fd_) != 0) fail(file_, "write", errno);
  }

 private:
  std::filesystem::path file_;
  int fd_;
};

}  // namespace

void write_durably(const std::filesystem::path& file, std::string_view bytes, Readers readers,
                   Present present) {
  const int flags = O_WRONLY | O_CREAT | (present == Present::refuse ? O_EXCL : O_TRUNC);
  const Descriptor out(file, flags, readers == Readers::owner ? 0600U : 0644U);
  out.write(bytes);
  out.sync();
}

void sync_path(const std::filesystem::path& file_or_folder) {
  Descriptor(file_or_folder, O_RDONLY, 0).sync();
}

void move_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error) fail(to, "write", error.value());
  sync_path(to.has_parent_path() ? to.parent_path() : std::filesystem::path("."));
}

}  // namespace tmsweep::app
