// SPDX-License-Identifier: Apache-2.0
#include "app/durable.h"

#include <cerrno>
#include <string>
#include <system_error>

#include "model/worded.h"
#include "store/database.h"

namespace tmsweep::app {

namespace {

/// Throws when `error` is one.
void require(const std::error_code& error, const std::filesystem::path& file, Text cannot) {
  if (!error) return;
  throw store::DatabaseError(
      worded({"{}: {}: {}", "{}: {}: {}"}, file.string(), cannot, platform::reason(error)));
}

constexpr Text k_cannot_open{"打不开", "cannot open"};
constexpr Text k_cannot_write{"写不了", "cannot write"};

std::error_code last_error() {
  return {errno, std::generic_category()};
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& file, Readers readers, Present present)
      : file_(file), fd_(platform::open_for_writing(file, readers, present)) {
    if (fd_ < 0) require(last_error(), file_, k_cannot_open);
  }
  ~Descriptor() { platform::close_descriptor(fd_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const std::ptrdiff_t count = platform::write_some(fd_, bytes);
      if (count < 0 && errno != EINTR) require(last_error(), file_, k_cannot_write);
      if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void sync() const {
    if (platform::sync_descriptor(fd_) != 0) require(last_error(), file_, k_cannot_write);
  }

 private:
  std::filesystem::path file_;
  int fd_;
};

}  // namespace

void write_durably(const std::filesystem::path& file, std::string_view bytes, Readers readers,
                   Present present) {
  const Descriptor out(file, readers, present);
  out.write(bytes);
  out.sync();
}

void sync_path(const std::filesystem::path& file_or_folder) {
  require(platform::sync(file_or_folder), file_or_folder, k_cannot_write);
}

void move_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
  require(platform::move_over(from, to), to, k_cannot_write);
  sync_path(to.has_parent_path() ? to.parent_path() : std::filesystem::path("."));
}

}  // namespace tmsweep::app
