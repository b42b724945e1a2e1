// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "app/cli.h"
#include "engine/policy.h"
#include "image/image.h"
#include "model/result.h"

namespace tmsweep::app {

/// The baseline in a file. Throws Failure, with file and remedy, when it cannot be used.
Baseline read_baseline(const std::string& file);

/// What the user decided, for a check; nullptr: nothing. What is found goes to `log`, when there is one.
/// Throws as read_baseline.
std::unique_ptr<engine::Policy> policy_of(const CheckRequest& request, const image::Image& image,
                                          engine::BaselineLog* log);

/// Says on standard error which suppressions have expired or were not needed.
void say_complaints(const engine::Policy* policy, engine::Seen seen, Lang lang);

}  // namespace tmsweep::app
