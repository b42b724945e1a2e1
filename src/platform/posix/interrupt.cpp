// SPDX-License-Identifier: Apache-2.0
#include "platform/interrupt.h"

#include <csignal>
#include <initializer_list>

namespace tmsweep::platform {

namespace {

volatile std::sig_atomic_t g_signal = 0;  // NOLINT: written by the handler

void note(int number) {
  g_signal = number;
}

void handle(int number, void (*how)(int), int flags) {
  struct sigaction action {};
  action.sa_handler = how;
  action.sa_flags = flags;
  sigaction(number, &action, nullptr);
}

}  // namespace

Interruption::Interruption() {
  g_signal = 0;
  for (const int number : {SIGINT, SIGTERM}) {
    // Whoever started us to ignore the signal (nohup, a background job of a script) is obeyed.
    struct sigaction before {};
    sigaction(number, nullptr, &before);
    // Without SA_RESTART: a read that waits for more names comes back.
    if (before.sa_handler != SIG_IGN) handle(number, note, static_cast<int>(SA_RESETHAND));
  }
}

Interruption::~Interruption() {
  for (const int number : {SIGINT, SIGTERM}) {
    struct sigaction now {};
    sigaction(number, nullptr, &now);
    if (now.sa_handler == note) handle(number, SIG_DFL, 0);
  }
}

int Interruption::signal() {
  return g_signal;
}

void Interruption::leave_to_main_thread() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

}  // namespace tmsweep::platform
