// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

extern constinit const Rule food_claim{
    .id = "food-claim", .ground = Ground::use, .runs = Runs::on_hits, .check = report_terms};

}  // namespace tmsweep::rules
