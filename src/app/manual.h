// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "app/command_spec.h"
#include "model/report.h"

namespace tmsweep::app {

/// The manual page tmsweep(1), in man(7).
std::string manual(Lang lang);
/// That of a command or a family, as tmsweep-check(1) or tmsweep-db-import(1).
std::string manual_of(const CommandSpec& spec, Lang lang);

/// "tmsweep-db-import" of "db import".
std::string page_name(std::string_view command);

/// Writes all pages below `folder`: man1/ in English, zh_CN/man1/ in Chinese. Throws Failure.
void write_manual(const std::filesystem::path& folder);

/// Text of a page: its words with everything escaped that man(7) would obey, code between backticks in bold,
/// lines of at most 78 bytes. Chinese may be broken where its rules allow.
std::string man_text(std::string_view text);

}  // namespace tmsweep::app
