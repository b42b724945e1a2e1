// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/report.h"

namespace tmsweep::app {

/// Where an option stands on the help page.
enum class Group : std::uint8_t { arguments, input, goods, marks, checks, output, data, common };

/// What a value is, so that a shell can complete it.
enum class Takes : std::uint8_t { text, file, folder, rule, topic };

/// Whether an option may be given more than once, and then whether one mention takes several values.
enum class Repeat : std::uint8_t { no, each, many };

/// An option or an argument of a command: enough to parse, to complete and to document it. Declared in one
/// line: `c.option("--limit", r.limit, "N", {"最多列出几件", "at most so many"}).range(1, 1000);`
struct Option {
  using Target = std::variant<bool*, std::string*, std::vector<std::string>*, std::size_t*, int*,
                              std::optional<int>*, std::optional<std::size_t>*>;

  std::string_view names;  ///< "--file", "-q,--quiet"; of an argument its name, as in "NAME"
  std::string_view value;  ///< name of the value, as in "FILE"; empty: a flag or an argument
  Text about;
  Target target;
  Group group = Group::common;
  std::vector<std::string_view> choices;  ///< empty: any
  std::size_t least = 0;
  std::size_t most = 0;  ///< 0: no bounds
  Takes takes = Takes::text;
  Repeat repeat = Repeat::no;
  bool needed = false;

  Option& one_of(std::vector<std::string_view> values) {
    choices = std::move(values);
    return *this;
  }
  Option& range(std::size_t from, std::size_t to) {
    least = from;
    most = to;
    return *this;
  }
  Option& file() { return is(Takes::file); }
  Option& is(Takes what) {
    takes = what;
    return *this;
  }
  Option& required() {
    needed = true;
    return *this;
  }
  /// One mention takes all the values that follow it.
  Option& greedy() {
    repeat = Repeat::many;
    return *this;
  }

  /// What the target holds before anything is parsed; empty: nothing worth saying.
  [[nodiscard]] std::string preset() const;
  [[nodiscard]] bool is_argument() const { return !names.starts_with('-'); }
  [[nodiscard]] bool is_flag() const { return std::holds_alternative<bool*>(target); }
  /// "--quiet" of "-q,--quiet".
  [[nodiscard]] std::string_view long_name() const { return names.substr(names.rfind(',') + 1); }
  /// As messages name it.
  [[nodiscard]] std::string_view label() const { return is_argument() ? names : long_name(); }
  /// "-q" of "-q,--quiet"; empty: none.
  [[nodiscard]] std::string_view short_name() const {
    const std::size_t comma = names.find(',');
    return comma == std::string_view::npos ? std::string_view{} : names.substr(0, comma);
  }
};

}  // namespace tmsweep::app
