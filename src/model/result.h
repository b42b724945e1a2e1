// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "model/message.h"

namespace tmsweep {

/// What went wrong with something the user gave: one line for the user, and what to do about it.
struct Error {
  Message message;
  Message hint;  ///< may be empty
  std::optional<std::size_t> byte_offset;

  /// A constructor, so that two plain texts are not taken for the two languages of one message.
  Error(Message said, Message remedy, std::optional<std::size_t> at)
      : message(std::move(said)), hint(std::move(remedy)), byte_offset(at) {}

  /// Both in one line.
  [[nodiscard]] Message line() const {
    if (hint.empty()) return message;
    return {message.zh + "；" + hint.zh, message.en + "; " + hint.en};
  }
};

/// Either a value or an Error; must be looked at before use.
template <class T>
class [[nodiscard]] Result {
 public:
  // Not by value: a report, with its many texts, would be moved twice.
  Result(T&& value) : held_(std::move(value)) {}    // NOLINT(google-explicit-constructor): return value
  Result(const T& value) : held_(value) {}          // NOLINT(google-explicit-constructor): return value
  Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor): return error

  [[nodiscard]] bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const T& value() const& { return std::get<0>(held_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(held_)); }
  [[nodiscard]] const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace tmsweep
