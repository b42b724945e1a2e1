// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/cli.h"

namespace tmsweep::app {

/// A mistake on the command line, as one line with exit code 2. It may quote what was typed: nothing that a
/// terminal would obey passes through.
Notice mistake(const std::string& message);

/// The option model of one command; only the command that was typed is built, for constructing options is
/// slow.
class Command {
 public:
  Command(const std::string& name, const std::string& about);

  CLI::App& app() { return app_; }
  void common(Common& c);
  void as_of();
  void goods(std::vector<std::string>& goods);
  void classes();

  /// Empty on success; help or a mistake otherwise.
  std::optional<Notice> parse(int argc, const char* const* argv, Common& c);
  /// The classes typed with --class, once parsed.
  std::optional<Notice> read_classes(std::vector<int>& classes) const;

 private:
  std::string complaint(const CLI::ParseError& e);

  CLI::App app_;
  std::string lang_;
  std::string as_of_;
  std::vector<std::string> classes_;
};

}  // namespace tmsweep::app
