// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "import/byte_source.h"

namespace tmsweep::import {

/// Cuts a text into records: lines, or with `quotes` lines whose quoted fields may hold line feeds. Keeps no
/// more in memory than the longest record that is allowed and what is read at once.
class RecordReader {
 public:
  enum class Flaw : std::uint8_t { none, too_long, open_quote };
  struct Record {
    std::span<char> text;  ///< without the end of the line; valid and free to change until the next call
    std::uint64_t byte = 0;
    std::uint64_t line = 0;  ///< 1-based
    Flaw flaw = Flaw::none;
  };

  RecordReader(ByteSource& bytes, bool quotes);

  /// The next record, empty lines among them; nullopt at the end, or when `error` says why it ended early.
  std::optional<Record> next();
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  struct End {
    std::optional<std::size_t> at;  ///< of the line feed
    bool quoted = false;            ///< the bytes end inside of quotes
  };

  [[nodiscard]] std::string_view waiting() const { return {buffer_.data() + begin_, end_ - begin_}; }
  [[nodiscard]] End find_end() const;
  static End find_quoted_end(std::string_view text);
  bool fill();
  Record take(std::size_t size, Flaw flaw);
  Record take_flawed(bool quoted);

  ByteSource& bytes_;
  bool quotes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t byte_ = 0;
  std::uint64_t line_ = 1;
  bool ended_ = false;
  std::optional<Error> error_;
};

/// What is said of Flaw::open_quote.
Error open_quote();

/// Cuts a record into its fields, in place. With `quotes` after RFC 4180; without, a field is unquoted only
/// when it is quoted as a whole.
void split_fields(std::span<char> record, char separator, bool quotes, std::vector<std::string_view>& out);

}  // namespace tmsweep::import
