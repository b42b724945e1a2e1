// SPDX-License-Identifier: Apache-2.0
#include "compile/page.h"

#include <algorithm>
#include <map>

#include "compile/table.h"

namespace tmsweep::compile {

namespace {

using Part = std::pair<std::size_t, std::vector<std::string>>;  // line of the heading, lines below it
using Headings = std::array<std::string_view, 5>;

constexpr std::array<std::string_view, 2> k_languages{"中文", "English"};
constexpr std::array<Headings, 2> k_headings{Headings{"标题", "为什么", "含义", "例外", "怎么改"},
                                             Headings{"Title", "Why", "Meaning", "Exceptions", "How to fix"}};

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    if (line.empty() && !out.empty() && !out.ends_with("\n\n")) {
      out += "\n\n";
    } else if (!line.empty()) {
      if (!out.empty() && out.back() != '\n') out += '\n';
      out += line;
    }
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

std::vector<std::string> bullets(const std::filesystem::path& file, const Part& part) {
  std::vector<std::string> out;
  std::size_t line = part.first;
  for (const std::string& s : part.second) {
    ++line;
    if (s.empty()) continue;
    if (!s.starts_with("- ")) throw DataError(file, line, "a list item begins with '- '");
    out.push_back(s.substr(2));
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> kinds(const std::filesystem::path& file, const Part& part) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const std::string& s : bullets(file, part)) {
    const std::size_t end = s.find("`: ");
    if (!s.starts_with('`') || end == std::string::npos)
      throw DataError(file, part.first, "write '- `kind`: sentence'");
    out.emplace_back(s.substr(1, end - 1), s.substr(end + 3));
  }
  return out;
}

PageText text_of(const std::filesystem::path& file, const std::map<std::string, Part>& parts,
                 const Headings& headings) {
  const auto part = [&](std::size_t i) -> const Part& {
    const auto it = parts.find(std::string(headings[i]));
    if (it == parts.end())
      throw DataError(file, 1, "lacks the heading '### " + std::string(headings[i]) + "'");
    if (joined(it->second.second).empty())
      throw DataError(file, it->second.first, "has nothing under this heading");
    return it->second;
  };
  return {joined(part(0).second), kinds(file, part(1)), joined(part(2).second), bullets(file, part(3)),
          bullets(file, part(4))};
}

}  // namespace

RulePage read_page(const std::filesystem::path& file) {
  RulePage page;
  page.file = file;
  page.rule = file.stem().string();
  std::array<std::map<std::string, Part>, 2> parts;
  std::map<std::string, Part>* language = nullptr;
  Part* part = nullptr;
  std::size_t number = 0;
  for (const std::string& line : split(slurp(file), '\n')) {
    ++number;
    if (line.starts_with("### ")) {
      if (language == nullptr) throw DataError(file, number, "stands before the first language");
      part = &(*language)[line.substr(4)];
      part->first = number;
    } else if (line.starts_with("## ")) {
      const auto it = std::ranges::find(k_languages, line.substr(3));
      if (it == k_languages.end()) throw DataError(file, number, "is neither '## 中文' nor '## English'");
      language = &parts[static_cast<std::size_t>(it - k_languages.begin())];
      part = nullptr;
    } else if (number == 1) {
      if (line != "# " + page.rule) throw DataError(file, 1, "must be '# " + page.rule + "'");
    } else if (part != nullptr) {
      part->second.push_back(line);
    }
  }
  for (std::size_t i = 0; i < 2; ++i) page.text[i] = text_of(file, parts[i], k_headings[i]);
  const auto same_kind = [](const auto& a, const auto& b) { return a.first == b.first; };
  if (!std::ranges::equal(page.text[0].why, page.text[1].why, same_kind)) {
    throw DataError(file, 1, "must list the same kinds in the same order in both languages");
  }
  return page;
}

}  // namespace tmsweep::compile
