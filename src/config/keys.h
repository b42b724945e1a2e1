// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/message.h"

namespace tmsweep::config {

enum class Kind : std::uint8_t {
  word,       ///< one of a few
  text_list,  ///< texts
  classes,    ///< Nice classes
  file,       ///< a path
  file_list,  ///< paths
  count,      ///< a whole number
  date,       ///< YYYY-MM-DD
  yes_no
};

/// Where a key may stand.
enum class Reach : std::uint8_t {
  anywhere,
  environment_only  ///< in no file
};

/// One option that can be set in a file, and by a variable of the environment. Its name is that of the option
/// of the command line.
struct Key {
  std::string_view name;
  std::string_view variable;
  Kind kind;
  Reach reach;
  std::string_view choices;   ///< of a word, parted by blanks; empty: the output formats
  std::string_view fallback;  ///< what holds when nobody says anything
  int least = 0;              ///< of a count
  int most = 0;
};

/// All keys, by name.
std::span<const Key> keys();
const Key* key_named(std::string_view name);
const Key* key_of_variable(std::string_view variable);

/// What only the rest of the program knows.
struct Vocabulary {
  std::vector<std::string> (*formats)();
  std::vector<std::string> (*rules)();
};

/// Why `value` is none of the key; nothing when it is one. One element of a list at a time.
std::optional<Message> fault_of(const Key& key, const std::string& value, const Vocabulary& vocabulary);

/// Why a text cannot stand in a report: empty, too long, not UTF-8, or with characters that act on a
/// terminal.
std::optional<Message> fault_of_text(std::string_view value);

/// The elements of a list as one variable holds them, parted by semicolons.
std::vector<std::string> parted(std::string_view value);

}  // namespace tmsweep::config
