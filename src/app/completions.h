// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/command_spec.h"
#include "model/report.h"

namespace tmsweep::app {

/// What the completions of every shell are made from.
struct ShellModel {
  Lang lang = Lang::zh;  ///< of descriptions, in the shells that show them
  std::vector<std::unique_ptr<Declared>> commands;
  std::vector<std::string> families;     ///< "db"
  std::vector<std::string> rules;        ///< ids
  std::vector<std::string> help_topics;  ///< what `help` takes
};

ShellModel shell_model(Lang lang, std::vector<std::string> rules);

/// First words of all commands, each once, with the summary of the command or the family.
std::vector<std::pair<std::string, std::string>> first_words(const ShellModel& model);
/// The same of the words after a family.
std::vector<std::pair<std::string, std::string>> second_words(const ShellModel& model,
                                                              const std::string& family);

/// The values that an option or an argument takes; empty: any, or files.
std::vector<std::string> values_of(const ShellModel& model, const Option& option);
/// What an option is about, on one line without backticks.
std::string described(const ShellModel& model, const Option& option);

/// The script that completes tmsweep in that shell.
std::string bash_completions(const ShellModel& model);
std::string zsh_completions(const ShellModel& model);
std::string fish_completions(const ShellModel& model);

}  // namespace tmsweep::app
