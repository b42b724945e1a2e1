// SPDX-License-Identifier: Apache-2.0
#include "platform/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>

#include "model/worded.h"

namespace tmsweep::platform {

MappedFile::MappedFile(const std::filesystem::path& file, const Text& advice) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (descriptor < 0 || ::fstat(descriptor, &about) != 0) {
    if (descriptor >= 0) ::close(descriptor);
    throw Failure(worded({"{}: 读不了；{}", "{}: cannot be read; {}"}, file.string(), advice));
  }
  size_ = static_cast<std::size_t>(about.st_size);
  void* const mapped = size_ == 0 ? nullptr : ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
  ::close(descriptor);
  if (size_ == 0) return;
  if (mapped == MAP_FAILED) {
    throw Failure(worded({"{}: 无法映射到内存", "{}: cannot be mapped into memory"}, file.string()));
  }
  data_ = static_cast<const std::byte*>(mapped);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

void MappedFile::expect_scattered_use() const {
  if (data_ != nullptr) static_cast<void>(::madvise(const_cast<std::byte*>(data_), size_, MADV_RANDOM));
}

void read_ahead(std::span<const std::byte> bytes) {
  static const auto k_page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t before = reinterpret_cast<std::uintptr_t>(bytes.data()) % k_page;
  auto* const first = const_cast<std::byte*>(bytes.data()) - before;
  // Advice: when it is not taken, the pages are read one by one.
  static_cast<void>(::madvise(first, bytes.size() + before, MADV_WILLNEED));
}

}  // namespace tmsweep::platform
