// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tmsweep::app {

/// Exit codes of the program; part of its contract.
inline constexpr int k_exit_below_threshold = 0;
inline constexpr int k_exit_findings = 1;
inline constexpr int k_exit_usage = 2;
inline constexpr int k_exit_unchecked = 3;
inline constexpr int k_exit_by_signal = 128;  ///< and the number of the signal, as shells have it

/// The whole program: reads the command line, runs the command, returns the exit code. Never throws.
int run(int argc, char** argv);

}  // namespace tmsweep::app
