// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

#include "model/message.h"

// Paths made of std::string, and strings made of paths, are UTF-8 on every system; on Windows
// narrow_encoding.cpp sees to it. A stream is opened with a path: opened with a string, it takes the string
// for the code page of the system.
namespace tmsweep::platform {

/// The reason in words that are the same on every system.
Message reason(const std::error_code& error);

/// fopen with a path; nullptr and errno when it cannot be opened.
std::FILE* open_file(const std::filesystem::path& file, const char* mode);

/// As open, write and close of POSIX: -1 and errno when they fail. A file is made or emptied; `write_some`
/// may write less than it is given, and into a pipe without a reader it is EPIPE.
constexpr int k_standard_output = 1;
enum class Readers : std::uint8_t { as_usual, all, owner };  ///< who may read a new file; as the umask says
enum class Present : std::uint8_t { replace, refuse };       ///< what happens to a file that is there
int open_for_writing(const std::filesystem::path& file, Readers readers = Readers::as_usual,
                     Present present = Present::replace);
std::ptrdiff_t write_some(int descriptor, std::string_view bytes);
int sync_descriptor(int descriptor);
int close_descriptor(int descriptor);

/// Reads the first bytes of a file with as few calls as can be; how many there were. Zero and an error when
/// it cannot be read.
std::size_t read_start(const std::filesystem::path& file, std::span<char> into, std::error_code& error);

/// May anyone but the owner read the file? On Windows a file has the readers of its folder, and nobody is
/// asked.
bool others_may_read(const std::filesystem::path& file);
/// A file that a stranger may have put in a folder where everyone may write: /tmp.
bool may_be_planted(const std::filesystem::path& file);

/// Waits until a file, or the entries of a folder, are on the disk.
[[nodiscard]] std::error_code sync(const std::filesystem::path& file);

/// Gives a file the name of another, which is gone then. Readers see the one or the other.
[[nodiscard]] std::error_code move_over(const std::filesystem::path& from, const std::filesystem::path& to);

/// Makes a folder that only its owner may look into; one that exists stays as it is.
[[nodiscard]] std::error_code make_private_folder(const std::filesystem::path& folder);

/// A new folder for temporary files, readable to its owner alone. Throws a Failure.
std::filesystem::path make_temporary_folder();

/// An exclusive lock, held until the end of the object or of the process; the file is made when there is
/// none. Throws std::system_error when it cannot be opened.
class FileLock {
 public:
  explicit FileLock(const std::filesystem::path& file);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

  /// False when another process has the lock.
  [[nodiscard]] bool held() const { return held_; }

 private:
  std::intptr_t handle_;
  bool held_;
};

}  // namespace tmsweep::platform
