// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "store/user_database.h"

namespace tmsweep::app {

/// Writes the marks of one source, or of all (0), as csv, tsv or jsonl; the columns are those that an import
/// knows. `format` empty: told by the ending of `file`, else csv. `file` empty: standard output; an existing
/// file is replaced when the new one is whole. Throws DatabaseError.
void export_marks(const store::UserDatabase& db, std::int64_t source, const std::string& format,
                  const std::string& file);

}  // namespace tmsweep::app
