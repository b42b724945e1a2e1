// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

namespace tmsweep::engine {

/// Nanoseconds spent in the phases of checks, on all threads together.
struct PhaseTimes {
  std::uint64_t text = 0;     ///< the name and the goods are read, and words found in it
  std::uint64_t rules = 0;    ///< absolute grounds
  std::uint64_t earlier = 0;  ///< earlier marks are searched
  std::uint64_t wording = 0;  ///< explanations are put together
  std::uint64_t writing = 0;  ///< reports are laid out in their formats

  PhaseTimes& operator+=(const PhaseTimes& o) {
    text += o.text;
    rules += o.rules;
    earlier += o.earlier;
    wording += o.wording;
    writing += o.writing;
    return *this;
  }
};

/// Times one phase after another; reads no clock unless somebody wants to know.
class Lap {
 public:
  explicit Lap(PhaseTimes* times) : times_(times) {
    if (times_ != nullptr) last_ = Clock::now();
  }
  /// What went by since the last call belongs to this phase.
  void is(std::uint64_t PhaseTimes::*phase) {
    if (times_ == nullptr) return;
    const Clock::time_point now = Clock::now();
    times_->*phase +=
        static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(now - last_).count());
    last_ = now;
  }

 private:
  using Clock = std::chrono::steady_clock;
  PhaseTimes* times_;
  Clock::time_point last_;
};

}  // namespace tmsweep::engine
