// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// What the system says of the terminal, of files and of the program itself.
namespace tmsweep::platform {

struct Terminal {
  bool is_terminal = false;  ///< whether standard output is one
  int columns = 0;           ///< 0: not known
};
Terminal terminal();

/// The file that is running; empty when it is not known.
std::filesystem::path program_file();

/// The programs of this name in the folders of PATH, in their order, each once.
std::vector<std::filesystem::path> programs_named(const std::string& name);

/// Whether files can be made in this folder, or the folder itself can be made.
bool may_write_into(const std::filesystem::path& folder);

}  // namespace tmsweep::platform
