// SPDX-License-Identifier: Apache-2.0
#include "rules/terms.h"

namespace tmsweep::rules {

extern constinit const Rule olympic_sign{
    .id = "olympic-sign", .ground = Ground::absolute, .runs = Runs::on_hits, .check = report_terms};

}  // namespace tmsweep::rules
