// SPDX-License-Identifier: Apache-2.0
#include "platform/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "model/worded.h"

namespace tmsweep::platform {

namespace {

std::error_code last_error() {
  return {errno, std::generic_category()};
}

/// Ends what was done with an open file by waiting for the disk.
std::error_code sync_and_close(int descriptor) {
  std::error_code out;
  if (::fsync(descriptor) != 0) out = last_error();
  ::close(descriptor);
  return out;
}

}  // namespace

std::FILE* open_file(const std::filesystem::path& file, const char* mode) {
  return std::fopen(file.c_str(), mode);
}

int open_for_writing(const std::filesystem::path& file, Readers readers, Present present) {
  constexpr std::array<mode_t, 3> k_modes{0666, 0644, 0600};
  const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (present == Present::refuse ? O_EXCL : O_TRUNC);
  return ::open(file.c_str(), flags, k_modes.at(static_cast<std::size_t>(readers)));
}

std::ptrdiff_t write_some(int descriptor, std::string_view bytes) {
  return ::write(descriptor, bytes.data(), bytes.size());
}

int sync_descriptor(int descriptor) {
  return ::fsync(descriptor);
}

int close_descriptor(int descriptor) {
  return ::close(descriptor);
}

std::error_code sync(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  return descriptor < 0 ? last_error() : sync_and_close(descriptor);
}

std::error_code move_over(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::rename(from, to, error);
  return error;
}

std::error_code make_private_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return last_error();
  return {};
}

std::filesystem::path make_temporary_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "tmsweep-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw Failure(located(name, reason(last_error())));
  }
  return name;
}

std::size_t read_start(const std::filesystem::path& file, std::span<char> into, std::error_code& error) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  const ssize_t count = descriptor < 0 ? -1 : ::read(descriptor, into.data(), into.size());
  if (count < 0) error = last_error();
  if (descriptor >= 0) ::close(descriptor);
  return count < 0 ? 0 : static_cast<std::size_t>(count);
}

bool others_may_read(const std::filesystem::path& file) {
  struct stat about {};
  constexpr mode_t k_others = 077;
  return ::stat(file.c_str(), &about) == 0 && (about.st_mode & k_others) != 0;
}

bool may_be_planted(const std::filesystem::path& file) {
  struct stat folder {};
  struct stat own {};
  const std::filesystem::path parent =
      file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  if (::stat(parent.c_str(), &folder) != 0 || ::stat(file.c_str(), &own) != 0) return true;
  return (folder.st_mode & S_IWOTH) != 0 && own.st_uid != ::geteuid() && own.st_uid != 0;
}

FileLock::FileLock(const std::filesystem::path& file)
    : handle_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)), held_(false) {
  if (handle_ < 0) throw std::system_error(last_error(), file.string());
  held_ = ::flock(static_cast<int>(handle_), LOCK_EX | LOCK_NB) == 0;
}

FileLock::~FileLock() {
  ::close(static_cast<int>(handle_));
}

}  // namespace tmsweep::platform
