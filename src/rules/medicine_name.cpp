// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

extern constinit const Rule medicine_name{
    .id = "medicine-name", .ground = Ground::absolute, .runs = Runs::on_hits, .check = report_terms};

}  // namespace tmsweep::rules
