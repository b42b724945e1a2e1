// SPDX-License-Identifier: Apache-2.0
#include "platform/files.h"

#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>
#include <windows.h>

#include <cerrno>
#include <cstddef>
#include <string>
#include <system_error>

#include "model/worded.h"
#include "platform/windows/wide.h"

namespace tmsweep::platform {

namespace {

constexpr DWORD k_share_all = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

std::error_code last_error() {
  return {static_cast<int>(::GetLastError()), std::system_category()};
}

HANDLE open_handle(const std::filesystem::path& file, DWORD access, DWORD how) {
  return ::CreateFileW(file.c_str(), access, k_share_all, nullptr, how, FILE_ATTRIBUTE_NORMAL, nullptr);
}

std::error_code sync_and_close(HANDLE handle) {
  std::error_code out;
  if (::FlushFileBuffers(handle) == 0) out = last_error();
  ::CloseHandle(handle);
  return out;
}

bool held_by_another(DWORD error) {
  return error == ERROR_SHARING_VIOLATION || error == ERROR_ACCESS_DENIED || error == ERROR_LOCK_VIOLATION;
}

}  // namespace

std::FILE* open_file(const std::filesystem::path& file, const char* mode) {
  return ::_wfopen(file.c_str(), widen(mode).c_str());
}

int open_for_writing(const std::filesystem::path& file, Readers /*readers*/, Present present) {
  const int flags = _O_WRONLY | _O_CREAT | _O_BINARY | _O_NOINHERIT;
  return ::_wopen(file.c_str(), flags | (present == Present::refuse ? _O_EXCL : _O_TRUNC),
                  _S_IREAD | _S_IWRITE);
}

std::ptrdiff_t write_some(int descriptor, std::string_view bytes) {
  // A console takes only so much at a time, and no part of a character.
  constexpr std::size_t k_most = std::size_t{1} << 15U;
  if (bytes.size() > k_most) {
    std::size_t end = k_most;
    while (end > k_most - 4 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) --end;
    bytes = bytes.substr(0, end);
  }
  const auto handle = reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor));
  DWORD written = 0;
  if (::WriteFile(handle, bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr) != 0)
    return static_cast<std::ptrdiff_t>(written);
  const DWORD error = ::GetLastError();
  // Windows says the first two, Wine the third.
  const bool closed =
      error == ERROR_BROKEN_PIPE || error == ERROR_NO_DATA || error == ERROR_PIPE_NOT_CONNECTED;
  errno = closed ? EPIPE : error == ERROR_DISK_FULL ? ENOSPC : EIO;
  return -1;
}

int sync_descriptor(int descriptor) {
  return ::_commit(descriptor);
}

int close_descriptor(int descriptor) {
  return ::_close(descriptor);
}

std::error_code sync(const std::filesystem::path& file) {
  // The file system keeps a journal of its folders, there is nothing to wait for.
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return {};
  const HANDLE handle = open_handle(file, GENERIC_WRITE, OPEN_EXISTING);
  return handle == INVALID_HANDLE_VALUE ? last_error() : sync_and_close(handle);
}

std::error_code move_over(const std::filesystem::path& from, const std::filesystem::path& to) {
  // A reader, or a virus scanner, may hold the old file for a moment.
  constexpr int k_tries = 50;
  constexpr DWORD k_pause_ms = 20;
  for (int i = 1;; ++i) {
    if (::MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0)
      return {};
    const std::error_code error = last_error();
    if (i == k_tries || !held_by_another(static_cast<DWORD>(error.value()))) return error;
    ::Sleep(k_pause_ms);
  }
}

std::filesystem::path make_temporary_folder() {
  constexpr int k_tries = 100;
  const std::filesystem::path base = std::filesystem::temp_directory_path();
  for (int i = 0;; ++i) {
    const auto number = ::GetTickCount64() + static_cast<unsigned long long>(i);
    std::filesystem::path folder =
        base / ("tmsweep-" + std::to_string(::GetCurrentProcessId()) + "-" + std::to_string(number));
    if (::CreateDirectoryW(folder.c_str(), nullptr) != 0) return folder;
    if (::GetLastError() != ERROR_ALREADY_EXISTS || i == k_tries) {
      throw Failure(
          worded({"无法建立临时目录：{}", "cannot make a temporary folder: {}"}, reason(last_error())));
    }
  }
}

std::error_code make_private_folder(const std::filesystem::path& folder) {
  // What lies in the profile of a user is private by inheritance.
  if (::CreateDirectoryW(folder.c_str(), nullptr) == 0 && ::GetLastError() != ERROR_ALREADY_EXISTS)
    return last_error();
  return {};
}

std::size_t read_start(const std::filesystem::path& file, std::span<char> into, std::error_code& error) {
  const HANDLE handle = open_handle(file, GENERIC_READ, OPEN_EXISTING);
  DWORD count = 0;
  const bool read = handle != INVALID_HANDLE_VALUE &&
                    ::ReadFile(handle, into.data(), static_cast<DWORD>(into.size()), &count, nullptr) != 0;
  if (!read) error = last_error();
  if (handle != INVALID_HANDLE_VALUE) ::CloseHandle(handle);
  return read ? count : 0;
}

bool others_may_read(const std::filesystem::path& /*file*/) {
  return false;
}

bool may_be_planted(const std::filesystem::path& /*file*/) {
  return false;
}

FileLock::FileLock(const std::filesystem::path& file)
    : handle_(reinterpret_cast<std::intptr_t>(open_handle(file, GENERIC_READ | GENERIC_WRITE, OPEN_ALWAYS))),
      held_(false) {
  const auto handle = reinterpret_cast<HANDLE>(handle_);
  if (handle == INVALID_HANDLE_VALUE) throw std::system_error(last_error(), file.string());
  OVERLAPPED whole{};
  held_ = ::LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, MAXDWORD, MAXDWORD,
                       &whole) != 0;
}

FileLock::~FileLock() {
  ::CloseHandle(reinterpret_cast<HANDLE>(handle_));
}

}  // namespace tmsweep::platform
