// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tmsweep::platform {

struct Arguments {
  int count;
  char** values;
};

/// To be called first in main: arguments as UTF-8 whatever the system hands over, bytes that pass through the
/// standard streams untouched, and a console that shows UTF-8.
Arguments prepare_process(int argc, char** argv);

enum class Stream : std::uint8_t { in, out, err };

/// Is there a terminal at its end, one that understands control sequences?
bool is_terminal(Stream stream);

std::uint64_t process_id();

/// A file that grows beyond what is allowed shall be an error of the write, not the end of the program.
void outlive_file_size_limit();

/// Writing into a pipe whose reader has gone shall be EPIPE, not the end of the program.
void outlive_closed_pipe();
/// Ends the process as a filter ends whose reader has gone. Returns where a signal does that, unless it is
/// ignored.
void end_for_closed_pipe();

}  // namespace tmsweep::platform
