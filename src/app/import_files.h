// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/cli.h"
#include "import/registers.h"
#include "model/result.h"
#include "store/importer.h"

namespace tmsweep::app {

/// One file of an import, and how it is to be read.
struct ImportFile {
  std::filesystem::path path;
  import::RegisterFormat format = import::RegisterFormat::csv;
  std::string format_id;
  std::string source;
  std::string office;
  store::FileState state;
};

/// Looks at every file before the first is read. Throws DatabaseError for one that cannot be read; an Error
/// is a mistake of the command line.
Result<std::vector<ImportFile>> look_at_files(const UserDbRequest& request);

}  // namespace tmsweep::app
