// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/report.h"
#include "model/result.h"
#include "output/format.h"

namespace tmsweep::app {

struct Common {
  std::string db;  ///< empty: the built-in database
  std::optional<Lang> lang;
  std::optional<Date> as_of;
  std::string color = "auto";
};

struct CheckRequest {
  Common common;
  std::vector<std::string> names;
  std::vector<std::string> files;
  std::vector<std::string> goods;
  std::vector<int> classes;
  std::string marks;
  std::string format = "text";
  std::string fail_on = "high";
  bool quiet = false;
  bool verbose = false;
  bool trace = false;
};

struct ExplainRequest {
  Common common;
  std::string topic;
  bool list = false;
};

struct DbRequest {
  enum class Action : std::uint8_t { build, info, verify };
  Common common;
  Action action = Action::info;
  std::string data_dir;
  std::string out;
  bool json = false;
};

/// Text to print instead of running a command (help, version), and the exit code.
struct Notice {
  std::string text;
  int exit_code = 0;
  bool to_stderr = false;
};

using Request = std::variant<CheckRequest, ExplainRequest, DbRequest, Notice>;

/// Reads the command line. Mistakes come back as a Notice with exit code 2.
Request parse_command_line(int argc, const char* const* argv);

}  // namespace tmsweep::app
