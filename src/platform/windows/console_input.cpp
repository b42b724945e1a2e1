// SPDX-License-Identifier: Apache-2.0
#include "platform/windows/console_input.h"

#include <windows.h>

#include <array>
#include <streambuf>
#include <string>
#include <string_view>

#include "platform/windows/wide.h"

namespace tmsweep::platform {

namespace {

class ConsoleBuffer : public std::streambuf {
 protected:
  int_type underflow() override {
    if (ended_) return traits_type::eof();
    std::array<wchar_t, 4096> typed{};
    DWORD count = 0;
    // One character is left free for the second half of a pair.
    const auto most = static_cast<DWORD>(typed.size() - 1);
    const HANDLE in = ::GetStdHandle(STD_INPUT_HANDLE);
    if (::ReadConsoleW(in, typed.data(), most, &count, nullptr) == 0 || count == 0) return end();
    if (IS_HIGH_SURROGATE(typed.at(count - 1))) {
      DWORD more = 0;
      if (::ReadConsoleW(in, &typed.at(count), 1, &more, nullptr) != 0) count += more;
    }
    std::wstring_view text(typed.data(), count);
    constexpr wchar_t k_end = 0x1A;  // Ctrl+Z
    if (const std::size_t at = text.find(k_end); at != std::wstring_view::npos) {
      ended_ = true;
      text = text.substr(0, at);
    }
    if (text.empty()) return end();
    bytes_ = narrow(text);
    setg(bytes_.data(), bytes_.data(), bytes_.data() + bytes_.size());
    return traits_type::to_int_type(bytes_.front());
  }

 private:
  int_type end() {
    ended_ = true;
    return traits_type::eof();
  }

  std::string bytes_;
  bool ended_ = false;
};

}  // namespace

std::streambuf& console_input() {
  static ConsoleBuffer buffer;
  return buffer;
}

}  // namespace tmsweep::platform
