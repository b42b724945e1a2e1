// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/keys.h"
#include "model/policy.h"
#include "model/result.h"

namespace tmsweep::config {

/// Who said it, the weakest first.
enum class Level : std::uint8_t {
  fallback,     ///< the program
  user,         ///< the user's file
  project,      ///< .tmsweep.toml of the folder or one above
  given,        ///< --config FILE, in place of both
  environment,  ///< a variable
  flag          ///< the command line
};
std::string_view id_of(Level level);

/// Where a value comes from.
struct Origin {
  Level level = Level::fallback;
  std::string where;  ///< FILE:LINE, a variable or an option
};

/// A key with what it was set to: one value, or those of a list. Paths are as the program can open them.
struct Setting {
  const Key* key = nullptr;
  std::vector<std::string> values;
  Origin origin;
};

/// What was read.
struct Config {
  std::vector<Setting> settings;  ///< each key at most once
  UserPolicy policy;
  std::vector<Origin> rule_origins;  ///< of policy.rules
  std::vector<Origin> files;         ///< that were read, the weakest first
  std::vector<Message> warnings;     ///< one line each

  [[nodiscard]] const Setting* setting(std::string_view key) const;
  /// The stronger word replaces the weaker.
  void set(Setting setting);
  void set(const RuleGrade& grade, const Origin& origin);
};

/// A configuration file, as far as it says where it lies.
struct Source {
  Level level = Level::user;
  std::filesystem::path file;
};

/// Reads the text of one file into `config`. The first mistake ends it: file, line, and what to do. A
/// project's file may name only files that lie in its own folder.
std::optional<Error> read_toml(std::string_view text, const Source& source, const Vocabulary& vocabulary,
                               Config& config);

/// Which configuration to read.
struct Wanted {
  bool none = false;  ///< --no-config: no file at all
  std::string file;   ///< --config, or TMSWEEP_CONFIG; empty: the usual places
};

/// Reads the user's file, the project's, and the variables of the environment, in this order.
Result<Config> load(const Wanted& wanted, const Vocabulary& vocabulary);

}  // namespace tmsweep::config
