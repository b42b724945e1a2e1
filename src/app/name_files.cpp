// SPDX-License-Identifier: Apache-2.0
#include "app/name_files.h"

#include <fmt/format.h>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <istream>
#include <streambuf>

#include "app/interrupt.h"
#include "output/terminal.h"

namespace tmsweep::app {

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

 private:
  std::array<char, std::size_t{1} << 16U> bytes_{};
};

}  // namespace

std::string fault_line(const import::NameRow& at, const Error& error) {
  const bool file = !at.file.empty() && at.file != "-";
  std::string place = file ? at.file : at.line == 0 ? "-" : fmt::format("line {}", at.line);
  if (file && at.line != 0) place += fmt::format(":{}", at.line);
  if (file && at.column != 0) place += fmt::format(":{}", at.column);
  return output::printable(
             output::readable(fmt::format("tmsweep: {}: {}; {}", place, error.message, error.hint))) +
         "\n";
}

void say_encoding(const std::string& file, std::string_view encoding, Lang lang) {
  const bool zh = lang == Lang::zh;
  const bool input = file.empty() || file == "-";
  const std::string name =
      input ? (zh ? "标准输入" : "standard input") : output::printable(output::readable(file));
  std::fputs(fmt::format(fmt::runtime(zh ? "tmsweep: {}：按 {} 读取\n" : "tmsweep: {}: read as {}\n"), name,
                         encoding)
                 .c_str(),
             stderr);
}

std::istream& standard_input() {
  static Input buffer;
  static std::istream in(&buffer);
  return in;
}

}  // namespace tmsweep::app
