// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

extern constinit const Rule cosmetics_claim{
    .id = "cosmetics-claim", .ground = Ground::use, .runs = Runs::on_hits, .check = report_terms};

}  // namespace tmsweep::rules
