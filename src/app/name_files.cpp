// SPDX-License-Identifier: Apache-2.0
#include "app/name_files.h"

#include <fmt/format.h>

#include "app/notices.h"
#include "model/worded.h"

namespace tmsweep::app {

std::string fault_line(const import::NameRow& at, const Error& error, Lang lang) {
  const bool file = !at.file.empty() && at.file != "-";
  const char* line = lang == Lang::zh ? "第 {} 行" : "line {}";
  std::string place = file ? at.file : at.line == 0 ? "-" : fmt::format(fmt::runtime(line), at.line);
  if (file && at.line != 0) place += fmt::format(":{}", at.line);
  if (file && at.column != 0) place += fmt::format(":{}", at.column);
  return notice_line(located(place, error.line()), lang);
}

void say_encoding(const std::string& file, std::string_view encoding, Lang lang) {
  const bool input = file.empty() || file == "-";
  const Message name = input ? worded({"标准输入", "standard input"}) : verbatim(file);
  notify(worded({"{}: 按 {} 读取", "{}: read as {}"}, name, encoding), lang);
}

}  // namespace tmsweep::app
