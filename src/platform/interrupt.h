// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tmsweep::platform {

/// While it lives, the first SIGINT or SIGTERM only asks the run to end; the second one ends the process as
/// usual. One at a time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// The signal that came, or 0.
  [[nodiscard]] static int signal();
  /// Leaves the signals to the main thread, whose blocking read they are to end; first thing of a thread.
  static void leave_to_main_thread();
};

}  // namespace tmsweep::platform
