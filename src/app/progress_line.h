// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

namespace tmsweep::app {

/// "1234567" → "1,234,567".
std::string grouped(std::uint64_t n);

/// One line of standard error that is written over again and again; nothing when that is no terminal.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Whether the next text would be shown: some times a second.
  [[nodiscard]] bool due() const;
  void show(const std::string& text);
  /// Before anything else is written.
  void clear();

 private:
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace tmsweep::app
