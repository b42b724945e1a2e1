// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tmsweep::output {

/// Streams JSON into a string. Text must be valid UTF-8; control characters, and those that would let a name
/// act on a terminal or in a script (DEL, C1, bidi, zero-width, tag and line separator characters, <, >, &),
/// are written as \u escapes.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  /// `name` is one of ours: letters, digits, - and _.
  void key(std::string_view name) {
    Piece piece;
    put_key(name, piece);
    piece.end(out_);
    first_ = true;
  }
  void text(std::string_view s) {
    comma();
    quote(s);
  }
  void number(std::uint64_t n) {
    comma();
    const fmt::format_int text(n);
    out_.append(text.data(), text.size());
  }
  void boolean(bool b) {
    comma();
    out_ += b ? "true" : "false";
  }
  void null() {
    comma();
    out_ += "null";
  }
  void field(std::string_view name, std::string_view s) {
    Piece piece;
    if (!piece.has_room_for(name.size() + s.size()) || plain_run(s) != s.size()) {
      key(name);
      text(s);
      return;
    }
    put_key(name, piece);
    piece.put('"');
    piece.put(s);
    piece.put('"');
    piece.end(out_);
    first_ = false;
  }
  /// A value that is JSON already.
  void written(std::string_view json) {
    comma();
    out_ += json;
  }
  void list(std::string_view name, const std::vector<std::string>& items) {
    key(name);
    this->items(items);
  }
  void items(const std::vector<std::string>& items) {
    open('[');
    for (const std::string& s : items) text(s);
    close(']');
  }

 private:
  /// A few bytes put together before they are appended: appending one by one costs more than they do.
  class Piece {
   public:
    [[nodiscard]] static bool has_room_for(std::size_t size) { return size <= k_size - k_marks; }
    void put(char c) { bytes_[size_++] = c; }
    void put(std::string_view s) {
      std::copy_n(s.data(), s.size(), bytes_.data() + size_);
      size_ += s.size();
    }
    void end(std::string& out) const { out.append(bytes_.data(), size_); }

   private:
    static constexpr std::size_t k_marks = 8;  ///< quotation marks, comma and colon
    static constexpr std::size_t k_size = 120;
    std::array<char, k_size> bytes_;
    std::size_t size_ = 0;
  };

  void put_key(std::string_view name, Piece& piece) const {
    if (!first_) piece.put(',');
    piece.put('"');
    piece.put(name);
    piece.put('"');
    piece.put(':');
  }

  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  static bool acts(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == '<' || c == '>' || c == '&' || c == 0x61C ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || c == 0x180E || (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xFFF9 && c <= 0xFFFB) ||
           c == 0xFFFE || c == 0xFFFF || (c >= 0xE0000 && c <= 0xE007F);
  }

  /// Length of the UTF-8 sequence at the head of `s`, and its code point.
  static std::pair<std::size_t, char32_t> head(std::string_view s) {
    const auto b = static_cast<unsigned char>(s[0]);
    const std::size_t n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    if (n == 1 || n > s.size()) return {1, b};
    char32_t c = b & (0xFFU >> (n + 1));
    for (std::size_t i = 1; i < n; ++i) c = (c << 6U) | (static_cast<unsigned char>(s[i]) & 0x3FU);
    return {n, c};
  }

  /// For each byte whether it may begin a character needing an escape; all others are copied in runs. One
  /// byte after the other: steps of whole characters would each wait for the table.
  static constexpr std::array<bool, 256> k_special = [] {
    std::array<bool, 256> special{};
    for (std::size_t b = 0; b < 0x20; ++b) special[b] = true;
    for (const std::size_t b :
         {0x22U, 0x26U, 0x3CU, 0x3EU, 0x5CU, 0x7FU, 0xC2U, 0xD8U, 0xE1U, 0xE2U, 0xEFU, 0xF3U})
      special[b] = true;
    return special;
  }();

  /// Length of the head of `s` that needs no escape.
  static std::size_t plain_run(std::string_view s) {
    std::size_t run = 0;
    while (run < s.size()) {
      const auto b = static_cast<unsigned char>(s[run]);
      if (!k_special[b]) {
        ++run;
        continue;
      }
      if (b < 0x80) break;
      const auto [n, c] = head(s.substr(run));
      if (acts(c)) break;
      run += n;
    }
    return run;
  }

  void escape(char32_t c) {
    if (c > 0xFFFF) {
      out_ += fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0 + (c >> 10U), 0xDC00 + (c & 0x3FFU));
    } else {
      out_ += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    }
  }

  void quote(std::string_view s) {
    out_ += '"';
    for (;;) {
      const std::size_t run = plain_run(s);
      out_.append(s.data(), run);
      s.remove_prefix(run);
      if (s.empty()) break;
      const auto [n, c] = head(s);
      if (c == '"' || c == '\\') {
        out_ += '\\';
        out_ += static_cast<char>(c);
      } else {
        escape(c);
      }
      s.remove_prefix(n);
    }
    out_ += '"';
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace tmsweep::output
