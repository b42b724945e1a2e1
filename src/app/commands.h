// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli.h"

namespace tmsweep::app {

/// Each command opens what it needs, does its work, writes to standard output, and returns the exit code.
int run_check(const CheckRequest& request);
int run_explain(const ExplainRequest& request);
int run_db(const DbRequest& request);

}  // namespace tmsweep::app
