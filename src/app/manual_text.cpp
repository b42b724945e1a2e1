// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "app/manual.h"
#include "output/terminal.h"
#include "text/utf8.h"

namespace tmsweep::app {

namespace {

constexpr std::size_t k_line = 78;  ///< bytes

/// Closing marks do not begin a line, opening ones do not end one.
bool clings(char32_t c) {
  static constexpr std::u32string_view closing = U"，。、；：？！”’）》」』】·";
  return closing.find(c) != std::u32string_view::npos;
}

bool opens(char32_t c) {
  static constexpr std::u32string_view opening = U"“‘（《「『【";
  return opening.find(c) != std::u32string_view::npos;
}

std::string escaped(char32_t c) {
  if (c == U'\\') return "\\e";
  if (c == U'-') return "\\-";
  return text::encode(std::u32string(1, c));
}

/// What stays together, and how it is parted from what follows.
struct Piece {
  std::string text;
  bool blank = false;  ///< a blank follows, not only a place where a line may be broken
};

/// Whether a line may be broken between two characters that no blank parts.
bool may_break(char32_t before, char32_t after) {
  const bool wide = output::columns(before) == 2 || output::columns(after) == 2;
  return wide && !clings(after) && !opens(before);
}

std::vector<Piece> pieces(std::string_view text) {
  const std::u32string points = text::decode(text).value();
  std::vector<Piece> out(1);
  bool code = false;
  char32_t before = 0;
  for (const char32_t c : points) {
    if (c == U'`') {
      code = !code;
      if (code && before != 0 && before != U' ' && may_break(before, U'a')) out.emplace_back();
      out.back().text += code ? "\\fB" : "\\fR";
      if (!code) before = U'a';
      if (code) before = 0;
      continue;
    }
    if (c == U' ') {
      out.back().blank = true;
      out.emplace_back();
    } else {
      if (!code && before != 0 && before != U' ' && may_break(before, c)) out.emplace_back();
      out.back().text += escaped(c);
    }
    before = c;
  }
  return out;
}

}  // namespace

std::string man_text(std::string_view text) {
  std::string out;
  std::string line;
  bool blank = true;  // whether what comes next stands behind a blank, or at the beginning
  for (const Piece& p : pieces(text)) {
    const std::string_view joint = line.empty() ? "" : blank ? " " : "\\:";
    constexpr std::size_t k_ends = 4;  // of "\:\c"
    if (!line.empty() && line.size() + joint.size() + p.text.size() + k_ends > k_line) {
      out += line + (blank ? "\n" : "\\:\\c\n");
      line = p.text;
    } else {
      line.append(joint).append(p.text);
    }
    if (line == p.text && !line.empty() && (line[0] == '.' || line[0] == '\'')) line.insert(0, "\\&");
    blank = p.blank;
  }
  return out + line + "\n";
}

}  // namespace tmsweep::app
