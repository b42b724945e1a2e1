// SPDX-License-Identifier: Apache-2.0
#include "platform/interrupt.h"

#include <windows.h>

#include <atomic>
#include <csignal>

namespace tmsweep::platform {

namespace {

std::atomic<int> g_signal = 0;  // NOLINT: written by the handler, which runs on a thread of its own

/// The first one is noted, the second one is left to the system, which ends the process.
BOOL WINAPI note(DWORD event) {
  if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) return FALSE;
  return g_signal.exchange(SIGINT) == 0 ? TRUE : FALSE;
}

}  // namespace

Interruption::Interruption() {
  g_signal = 0;
  ::SetConsoleCtrlHandler(note, TRUE);
}

Interruption::~Interruption() {
  ::SetConsoleCtrlHandler(note, FALSE);
}

int Interruption::signal() {
  return g_signal;
}

void Interruption::leave_to_main_thread() {}

}  // namespace tmsweep::platform
