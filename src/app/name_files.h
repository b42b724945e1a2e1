// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "import/names.h"
#include "model/report.h"

namespace tmsweep::app {

/// One line for standard error about what could not be read: `tmsweep: names.csv:12:5: …`, or `tmsweep: line
/// 12: …` of standard input. Nothing in it that a terminal would obey.
std::string fault_line(const import::NameRow& at, const Error& error, Lang lang);

/// Says on standard error that a file, or standard input (empty or `-`), is not UTF-8 and what it was taken
/// for.
void say_encoding(const std::string& file, std::string_view encoding, Lang lang);

}  // namespace tmsweep::app
