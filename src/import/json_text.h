// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/byte_source.h"

namespace tmsweep::import {

/// A line and a column of code points, both from 1 on.
struct JsonPlace {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// JSON text that is read once, from front to back, and knows where it is, which nlohmann's parser does not
/// say. It keeps that parser's memory bounded: blanks between tokens are given out as one, and a token that
/// is too long ends the text.
class JsonText {
 public:
  static constexpr std::size_t k_longest_token = 16U << 20U;  ///< bytes: a picture may be written into a text

  explicit JsonText(ByteSource& bytes) : bytes_(&bytes) {}
  /// One line of a file; `text` must outlive this.
  JsonText(std::string_view text, std::size_t line) : text_(text), here_{line, 1} {}

  [[nodiscard]] bool ended() { return at_ == text_.size() && !refill(); }
  [[nodiscard]] char current() const { return text_[at_]; }
  void advance() {
    const char c = take();
    if (inside_) {
      in_string(c);
    } else if (c == '"') {
      inside_ = true;
      length_ = 0;
      string_ = here_;
    } else if (is_blank(c)) {
      length_ = 0;
      skip_blanks();
    } else {
      const bool sign = std::string_view("{}[],:").find(c) != std::string_view::npos;
      if (!sign && length_ == 0) word_ = last_;
      length_ = sign ? 0 : length_ + 1;
    }
    if (length_ > k_longest_token) cut();
  }
  void skip_blanks() {
    while (!ended() && is_blank(current())) take();
  }

  /// Of the character that was read last.
  [[nodiscard]] JsonPlace last() const { return last_; }
  /// Where the last number, `true`, `false` or `null` begins.
  [[nodiscard]] JsonPlace word() const { return word_; }
  /// The first character of the last string, behind its quote.
  [[nodiscard]] JsonPlace string() const { return string_; }
  [[nodiscard]] bool too_long() const { return too_long_; }
  /// Why the bytes ended early.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
  char take() {
    const char c = text_[at_++];
    last_ = here_;
    if (c == '\n') {
      here_ = {here_.line + 1, 1};
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++here_.column;
    }
    return c;
  }
  void in_string(char c) {
    ++length_;
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      inside_ = false;
      length_ = 0;
    }
  }
  bool refill();
  void cut();

  ByteSource* bytes_ = nullptr;
  std::vector<char> buffer_;
  std::string_view text_;
  std::size_t at_ = 0;
  JsonPlace here_;
  JsonPlace last_;
  JsonPlace word_;
  JsonPlace string_;
  std::size_t length_ = 0;  ///< of the token so far
  bool inside_ = false;     ///< of a string
  bool escaped_ = false;
  bool too_long_ = false;
  std::optional<Error> error_;
};

/// Reads a JsonText; one without a text is its end.
class JsonIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  JsonIterator() = default;
  explicit JsonIterator(JsonText& text) : text_(&text) {}

  char operator*() const { return text_->current(); }
  JsonIterator& operator++() {
    text_->advance();
    return *this;
  }
  JsonIterator operator++(int) {
    const JsonIterator before = *this;
    text_->advance();
    return before;
  }
  friend bool operator==(const JsonIterator& a, const JsonIterator& b) { return a.is_end() == b.is_end(); }

 private:
  [[nodiscard]] bool is_end() const { return text_ == nullptr || text_->ended(); }

  JsonText* text_ = nullptr;
};

}  // namespace tmsweep::import
