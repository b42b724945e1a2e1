// SPDX-License-Identifier: Apache-2.0
// Any bytes as a register: the first chooses the format, the others are the file.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "import/registers.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tmsweep::import;
  if (size == 0) return 0;
  const int file = memfd_create("register", 0);
  if (file < 0 || write(file, data + 1, size - 1) != static_cast<ssize_t>(size - 1)) return 0;
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  std::size_t records = 0;
  const RegisterSink sink{[&](tmsweep::EarlierMark&&, const RegisterPosition&) { return ++records < 100000; },
                          [&](const RegisterPosition&, const tmsweep::Error&) { ++records; },
                          {},
                          {}};
  read_register(path, {.format = static_cast<RegisterFormat>(data[0] % 6)}, sink);
  guess_register_format(path);
  close(file);
  return 0;
}
