// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/batch.h"
#include "app/cli.h"
#include "app/outputs.h"
#include "app/progress_line.h"
#include "engine/check.h"
#include "engine/phase_times.h"
#include "import/names.h"
#include "output/format.h"

namespace tmsweep::app {

/// How far the reading of the input files is, in bytes.
struct Reading {
  std::uint64_t before = 0;  ///< of the files that are done
  std::uint64_t here = 0;    ///< of the one that is being read
  std::uint64_t all = 0;     ///< 0: not known
};

/// Checks names, writes their reports in the order of the names, and keeps count.
class CheckRun {
 public:
  CheckRun(const CheckRequest& request, const engine::Checker& checker, Outputs& outputs, Lang lang);

  /// A name given as an argument. False, and said on standard error, when it cannot be read: a mistake of
  /// the command line.
  bool argument(const std::string& name);
  /// Names of one file, - being standard input. False, and said, when it cannot be read.
  bool file(const std::string& file);

  /// Says something, beside a name, that could not be checked; every format shows it.
  void fault(const Message& what);

  /// Writes what is left and says what the run has to say; the exit code of what was checked.
  int finish();

  /// Whether no name at all was met.
  [[nodiscard]] bool empty() const { return arguments_ + batch_.size() == 0; }

 private:
  BatchOutcome check(const std::vector<BatchItem>& items, std::size_t first,
                     engine::EarlierMarks& earlier) const;
  void put(const Report& report, std::size_t index, BatchOutcome& out) const;
  void put_fault(const import::NameRow& row, const Error& error, std::size_t index, BatchOutcome& out) const;
  void take(const BatchOutcome& outcome);
  void add(BatchItem&& item);
  void answer();
  void show_progress();
  void say_statistics() const;

  const CheckRequest& request_;
  const engine::Checker& checker_;
  Outputs& outputs_;
  Lang lang_;
  output::Totals totals_;
  engine::PhaseTimes times_;
  Risk worst_ = Risk::none;
  std::size_t arguments_ = 0;
  std::size_t written_ = 0;
  std::istream* in_ = nullptr;
  Reading reading_;
  ProgressLine progress_;
  bool show_progress_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  Batch batch_;
};
/// Sum of the sizes of regular files; 0 when one of them is none.
std::uint64_t bytes_of(const std::vector<std::string>& files);

}  // namespace tmsweep::app
