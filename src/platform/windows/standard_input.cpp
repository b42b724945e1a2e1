// SPDX-License-Identifier: Apache-2.0
#include "platform/standard_input.h"

#include <windows.h>

#include <array>
#include <cstddef>
#include <streambuf>

#include "platform/process.h"
#include "platform/windows/console_input.h"

namespace tmsweep::platform {

namespace {

/// A file or a pipe. std::cin would fetch byte by byte.
class Input : public std::streambuf {
 protected:
  int_type underflow() override {
    DWORD count = 0;
    const HANDLE in = ::GetStdHandle(STD_INPUT_HANDLE);
    if (::ReadFile(in, bytes_.data(), static_cast<DWORD>(bytes_.size()), &count, nullptr) == 0 || count == 0)
      return traits_type::eof();
    setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
    return traits_type::to_int_type(bytes_.front());
  }

  /// 0: a read would wait.
  std::streamsize showmanyc() override {
    DWORD there = 1;
    const bool pipe =
        ::PeekNamedPipe(::GetStdHandle(STD_INPUT_HANDLE), nullptr, 0, nullptr, &there, nullptr) != 0;
    return pipe && there == 0 ? 0 : 1;
  }

 private:
  std::array<char, std::size_t{1} << 16U> bytes_{};
};

}  // namespace

std::istream& standard_input() {
  static Input bytes;
  static std::istream in(is_terminal(Stream::in) ? &console_input() : &bytes);
  return in;
}

}  // namespace tmsweep::platform
