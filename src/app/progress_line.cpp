// SPDX-License-Identifier: Apache-2.0
#include "app/progress_line.h"

#include <cstdio>

#include "output/terminal.h"
#include "platform/process.h"

namespace tmsweep::app {

std::string grouped(std::uint64_t n) {
  std::string out = std::to_string(n);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

ProgressLine::ProgressLine() : terminal_(platform::is_terminal(platform::Stream::err)) {}

bool ProgressLine::due() const {
  constexpr std::chrono::milliseconds k_pause{200};
  return terminal_ && std::chrono::steady_clock::now() - last_ >= k_pause;
}

void ProgressLine::show(const std::string& text) {
  if (!terminal_) return;
  // In one piece: a console of Windows shows no character that comes in parts.
  std::fputs(("\r" + output::printable(text) + "\x1b[K").c_str(), stderr);
  std::fflush(stderr);
  shown_ = true;
  last_ = std::chrono::steady_clock::now();
}

void ProgressLine::clear() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

}  // namespace tmsweep::app
