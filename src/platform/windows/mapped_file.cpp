// SPDX-License-Identifier: Apache-2.0
#include "platform/mapped_file.h"

#include <windows.h>

#include "model/worded.h"

namespace tmsweep::platform {

namespace {

struct Handle {
  HANDLE value;
  explicit Handle(HANDLE h) : value(h) {}
  ~Handle() {
    if (value != nullptr && value != INVALID_HANDLE_VALUE) ::CloseHandle(value);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
};

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& file, const Text& advice) {
  const Handle opened(::CreateFileW(file.c_str(), GENERIC_READ,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
  LARGE_INTEGER size{};
  if (opened.value == INVALID_HANDLE_VALUE || ::GetFileSizeEx(opened.value, &size) == 0)
    throw Failure(worded({"{}: 读不了；{}", "{}: cannot be read; {}"}, file.string(), advice));
  if (size.QuadPart == 0) return;
  const Handle mapping(::CreateFileMappingW(opened.value, nullptr, PAGE_READONLY, 0, 0, nullptr));
  if (mapping.value != nullptr)
    data_ = static_cast<const std::byte*>(::MapViewOfFile(mapping.value, FILE_MAP_READ, 0, 0, 0));
  if (data_ == nullptr) {
    throw Failure(worded({"{}: 无法映射到内存", "{}: cannot be mapped into memory"}, file.string()));
  }
  size_ = static_cast<std::size_t>(size.QuadPart);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::UnmapViewOfFile(data_);
}

void MappedFile::expect_scattered_use() const {}

void read_ahead(std::span<const std::byte> /*bytes*/) {
}  // PrefetchVirtualMemory is not there before Windows 8

}  // namespace tmsweep::platform
