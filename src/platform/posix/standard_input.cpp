// SPDX-License-Identifier: Apache-2.0
#include "platform/standard_input.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <streambuf>

#include "platform/interrupt.h"

namespace tmsweep::platform {

namespace {

/// std::cin fetches byte by byte, or else goes on waiting for more when a signal asks to stop.
class Input : public std::streambuf {
 protected:
  int_type underflow() override {
    ssize_t count = -1;
    do {
      count = ::read(STDIN_FILENO, bytes_.data(), bytes_.size());
    } while (count < 0 && errno == EINTR && Interruption::signal() == 0);
    if (count <= 0) return traits_type::eof();
    setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
    return traits_type::to_int_type(bytes_.front());
  }

  /// 0: a read would wait.
  std::streamsize showmanyc() override {
    pollfd in{STDIN_FILENO, POLLIN, 0};
    return ::poll(&in, 1, 0) == 0 ? 0 : 1;
  }

 private:
  std::array<char, std::size_t{1} << 16U> bytes_{};
};

}  // namespace

std::istream& standard_input() {
  static Input buffer;
  static std::istream in(&buffer);
  return in;
}

}  // namespace tmsweep::platform
