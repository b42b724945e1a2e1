// SPDX-License-Identifier: Apache-2.0
#include "platform/process.h"

#include <unistd.h>

#include <csignal>

namespace tmsweep::platform {

Arguments prepare_process(int argc, char** argv) {
  return {argc, argv};
}

bool is_terminal(Stream stream) {
  switch (stream) {
    case Stream::in:
      return ::isatty(STDIN_FILENO) == 1;
    case Stream::out:
      return ::isatty(STDOUT_FILENO) == 1;
    case Stream::err:
      break;
  }
  return ::isatty(STDERR_FILENO) == 1;
}

std::uint64_t process_id() {
  return static_cast<std::uint64_t>(::getpid());
}

void outlive_file_size_limit() {
  std::signal(SIGXFSZ, SIG_IGN);
}

void outlive_closed_pipe() {
  std::signal(SIGPIPE, SIG_IGN);
}

void end_for_closed_pipe() {}

}  // namespace tmsweep::platform
