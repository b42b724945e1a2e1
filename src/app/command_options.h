// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli.h"
#include "app/option.h"

namespace tmsweep::app {

/// A mistake on the command line, as one line with exit code 2.
Notice mistake(const Message& message);

/// A page of words, as help is, in the language that was asked for.
Notice page(std::string_view words);

/// The mistake of --db where `command` works on no database that could be named.
std::optional<Notice> without_database(const Common& common, std::string_view command);

/// A name of a source is shown in every list: it is one short line. Says what is wrong with `source`.
std::optional<Notice> check_source(const std::string& source);

/// What is wrong with the options of Command::input, once parsed.
std::optional<Notice> input_mistake(const import::NameOptions& options);

/// The options and arguments of one command: declared once, then parsed, or written as help, manual page and
/// completions. Declaring costs little; only what was typed is handed to the parser, for that is slow.
class Command {
 public:
  explicit Command(std::string_view name) : name_(name) { options_.reserve(k_usual); }

  Command(const Command&) = delete;  // options point into it
  Command& operator=(const Command&) = delete;

  /// Options declared from here on stand in this group.
  void group(Group g) { group_ = g; }

  /// A word that is no option; a vector takes several.
  template <class T>
  Option& argument(std::string_view name, T& target, Text about) {
    Option& o = add(name, {}, &target, about);
    o.group = Group::arguments;
    return o;
  }
  /// An option with a value; a vector may be given several times.
  template <class T>
  Option& option(std::string_view names, T& target, std::string_view value, Text about) {
    return add(names, value, &target, about);
  }
  Option& flag(std::string_view names, bool& target, Text about) { return add(names, {}, &target, about); }

  // What several commands share.
  void common(Common& c);
  void as_of(Common& c);
  void max_age(Common& c);
  void goods(std::vector<std::string>& goods);
  void classes(std::vector<int>& classes);
  /// --format of what is printed as a table.
  void table_format(std::string& format);
  /// --user-db of the commands that work on it.
  void own_database(std::string& user_db);
  void earlier_marks(std::vector<std::string>& marks, std::string& user_db);
  /// Where the names stand in a file; see input_mistake.
  void input(import::NameOptions& options);

  enum class Outcome : std::uint8_t { done, help, wrong };
  /// Fills the targets from the words after argv[0]. When something is wrong, notice() says what.
  Outcome parse(int argc, const char* const* argv);
  [[nodiscard]] const Notice& notice() const { return notice_; }

  /// As typed after the program: "db import".
  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] const std::vector<Option>& options() const { return options_; }

 private:
  static constexpr std::size_t k_usual = 32;

  Option& add(std::string_view names, std::string_view value, Option::Target target, Text about);
  Outcome wrong(const Message& message);
  Outcome read_texts();
  [[nodiscard]] Message unknown(const std::string& word) const;

  std::string_view name_;
  Group group_ = Group::common;
  std::vector<Option> options_;
  Notice notice_;
  Common* common_ = nullptr;
  std::string lang_;
  std::string as_of_;
  std::vector<std::string> class_lists_;
  std::vector<int>* classes_ = nullptr;
};

}  // namespace tmsweep::app
