// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/report.h"
#include "output/json_writer.h"

namespace tmsweep::output {

/// Writes a report as the object that docs/report.schema.json describes.
void write_report(const Report& report, JsonWriter& json);

/// The fields `edition` and `age_days` of a database.
void write_edition(const DatabaseInfo& database, JsonWriter& json);

}  // namespace tmsweep::output
