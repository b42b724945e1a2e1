// SPDX-License-Identifier: Apache-2.0
#include "app/name_files.h"

#include <fmt/format.h>

#include <cstdio>

#include "output/terminal.h"

namespace tmsweep::app {

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

}  // namespace tmsweep::app
