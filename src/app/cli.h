// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/outputs.h"
#include "import/names.h"
#include "model/policy.h"
#include "model/report.h"
#include "model/result.h"
#include "output/format.h"

namespace tmsweep::app {

struct Common {
  std::string db;  ///< empty: the built-in database
  std::optional<Lang> lang;
  std::optional<Date> as_of;
  std::optional<std::size_t> max_age;  ///< days; data that are older are not used
  std::string color = "auto";
  std::string config;  ///< the only configuration file to read; empty: the usual ones
  bool no_config = false;
  std::vector<std::string> typed;  ///< long names, without dashes, of the options that were typed
};

struct CheckRequest {
  Common common;
  std::vector<std::string> names;
  std::vector<std::string> files;
  std::vector<std::string> goods;
  std::vector<int> classes;
  import::NameOptions input;       ///< of the files
  std::vector<std::string> marks;  ///< lists of earlier marks
  std::string user_db;
  bool all_classes = false;
  std::size_t jobs = 0;               ///< 0: as many as there are processors
  std::string format;                 ///< of standard output; empty: text, or nothing when there are outputs
  std::vector<std::string> outputs;   ///< as typed
  std::vector<OutputTarget> targets;  ///< the same, read
  bool stats = false;
  std::string fail_on = "high";
  bool quiet = false;
  bool verbose = false;
  bool trace = false;
  std::string baseline;
  std::vector<std::string> disable;  ///< rules
  std::vector<std::string> grade;    ///< RULE=RISK
  UserPolicy policy;                 ///< of the configuration, with the two above
};

struct SimilarRequest {
  Common common;
  std::string name;
  std::vector<std::string> goods;
  std::vector<int> classes;
  std::vector<std::string> marks;  ///< lists of earlier marks
  std::string user_db;
  std::string format = "text";
  std::size_t limit = 20;
};

struct WatchRequest {
  Common common;
  std::vector<std::string> brands;
  std::vector<int> classes;
  std::vector<std::string> files;  ///< none: standard input
  import::NameOptions input;
  std::string format = "text";
  std::string min_risk = "medium";
  std::string fail_on = "never";
};

struct ClassesRequest {
  Common common;
  std::vector<std::string> texts;  ///< goods, class numbers or group codes
  bool list = false;
  bool json = false;
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

/// Bundles of data: installed, taken back, made, compared.
struct BundleRequest {
  enum class Action : std::uint8_t { update, rollback, keygen, pack, diff };
  Common common;
  Action action = Action::update;
  std::string from;  ///< the bundle; of pack and diff a database; of keygen the beginning of two file names
  std::string to;    ///< of pack the bundle to write, of diff the other database
  std::string key;   ///< file of the key; update: empty for the trusted ones
  bool allow_older = false;
  std::string format = "text";
  std::size_t limit = 20;  ///< lines a list of diff; 0: all
};

/// The user's own earlier marks.
struct UserDbRequest {
  enum class Action : std::uint8_t { import_marks, list, remove, stats, export_marks, reindex };
  Common common;
  Action action = Action::list;
  std::string user_db;  ///< empty: in the data folder
  bool json = false;
  std::string source;
  // import
  std::string format;                          ///< also of export; empty: told from the name of the file
  std::vector<std::string> maps;               ///< --map, as typed
  std::map<std::string, std::string> columns;  ///< the same, by field
  std::string office;
  bool strict = false;
  std::size_t batch = 50'000;
  std::vector<std::string> files;
  // export
  std::string out;  ///< empty: standard output
};

/// What the configuration says.
struct ConfigRequest {
  enum class Action : std::uint8_t { show, path };
  Common common;
  Action action = Action::show;
  bool json = false;
};

/// Accepting what is found today.
struct BaselineRequest {
  enum class Action : std::uint8_t { create, update };
  Action action = Action::create;
  std::string file;
  CheckRequest check;
};

/// Commands that print what the program knows of itself: help, completions, manual pages.
struct PagesRequest {
  Common common;
  std::vector<std::string> words;  ///< what is asked for
  std::string out;                 ///< folder to write into; empty: standard output
};

struct DoctorRequest {
  Common common;
  std::string user_db;
  bool json = false;
};

/// Text to print instead of running a command (help, version, a mistake), and the exit code.
struct Notice {
  Message text;
  int exit_code = 0;
  bool to_stderr = false;
};

using Request = std::variant<CheckRequest, SimilarRequest, WatchRequest, ClassesRequest, ExplainRequest,
                             DbRequest, UserDbRequest, BundleRequest, ConfigRequest, BaselineRequest,
                             PagesRequest, DoctorRequest, Notice>;

/// Reads the command line. Mistakes come back as a Notice with exit code 2. The commands and their options
/// are declared in commands/.
Request parse_command_line(int argc, const char* const* argv);

}  // namespace tmsweep::app
