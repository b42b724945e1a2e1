// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/message.h"

namespace tmsweep::app {

/// The known word nearest to `typed` by edit distance, or nothing when none is near: up to a third of its
/// length, at least two edits, in a word of up to three bytes one.
std::string nearest(const std::string& typed, const std::vector<std::string>& known);

/// ", did you mean 'word'?", to end a complaint with; nothing when there is no word.
Message did_you_mean(const std::string& word);

}  // namespace tmsweep::app
