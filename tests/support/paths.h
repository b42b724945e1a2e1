// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace tmsweep::support {

/// The folder tests/ of this tree, and its data/.
std::filesystem::path test_dir();
std::filesystem::path data_dir();

}  // namespace tmsweep::support
