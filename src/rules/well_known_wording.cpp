// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

extern constinit const Rule well_known_wording{
    .id = "well-known-wording", .ground = Ground::use, .runs = Runs::on_hits, .check = report_terms};

}  // namespace tmsweep::rules
