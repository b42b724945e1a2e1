// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace tmsweep::compile {

/// One page of docs/rules, in one language.
struct PageText {
  std::string title;
  std::vector<std::pair<std::string, std::string>> why;  ///< kind → sentence, in order
  std::string meaning;
  std::vector<std::string> exceptions;
  std::vector<std::string> fixes;
};

/// One rule's page; `text` is indexed by Lang.
struct RulePage {
  std::string rule;
  std::filesystem::path file;
  std::array<PageText, 2> text;
};

/// Reads a page with the fixed headings. Throws DataError naming the line when a heading, a language, or the
/// other language of a kind is missing.
RulePage read_page(const std::filesystem::path& file);

}  // namespace tmsweep::compile
