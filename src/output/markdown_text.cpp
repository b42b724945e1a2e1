// SPDX-License-Identifier: Apache-2.0
#include "output/markdown_text.h"

#include "output/terminal.h"

namespace tmsweep::output {

namespace {

constexpr std::string_view k_markup = "\\`*_{}[]<>#|~&$^!";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether `www.` begins here: a link in GFM.
bool is_web(std::string_view s) {
  const auto w = [](char c) { return c == 'w' || c == 'W'; };
  return s.size() > 3 && w(s[0]) && w(s[1]) && w(s[2]) && s[3] == '.';
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string shown = printable(text);
  std::string_view s = shown;
  std::string out;
  while (!s.empty()) {
    std::size_t taken = 1;
    if (s[0] == '@') {  // a run of them is one piece of code
      taken = s.find_first_not_of('@') == std::string_view::npos ? s.size() : s.find_first_not_of('@');
      ((out += '`') += s.substr(0, taken)) += '`';
    } else if (s[0] == '#' && s.size() > 1 && is_digit(s[1])) {
      out += "`#`";
    } else if (is_web(s)) {
      out += s.substr(0, 3);
      out += "\\.";
      taken = 4;
    } else {
      if (k_markup.find(s[0]) != std::string_view::npos || s.starts_with("://")) out += '\\';
      out += s[0];
    }
    s.remove_prefix(taken);
  }
  return out;
}

}  // namespace tmsweep::output
