// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "engine/phase_times.h"
#include "import/names.h"
#include "model/report.h"
#include "model/result.h"
#include "output/format.h"

namespace tmsweep::app {

/// A row to check, or a line that could not be read.
struct BatchItem {
  import::NameRow row;
  std::optional<Error> error;
};

/// What the check of some rows gave: a text for each output, what goes to standard error, and the counts.
struct BatchOutcome {
  std::vector<std::string> pieces;
  std::string err;
  output::Totals totals;
  engine::PhaseTimes times;
  Risk worst = Risk::none;
};

/// Checks rows on several threads and hands the outcomes on in the order of the rows. Bounded: at most a few
/// chunks of rows a thread are in memory, so that lists of any length can be checked.
class Batch {
 public:
  using Work = std::function<BatchOutcome(const std::vector<BatchItem>&, std::size_t first)>;
  /// Called once for each thread, on it: what a Work holds is its thread's own from chunk to chunk.
  using MakeWork = std::function<Work()>;
  using Emit = std::function<void(BatchOutcome)>;

  /// The work is done on the threads, `emit` runs on the caller's.
  Batch(std::size_t jobs, MakeWork make_work, Emit emit);
  ~Batch();
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  void add(BatchItem&& item);
  /// Waits for all rows added until now and emits their outcomes; throws what a thread threw.
  void drain();
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Chunk {
    std::uint64_t number = 0;
    std::size_t first = 0;
    std::vector<BatchItem> items;
  };

  void hand_over();
  void run();
  void emit_ready(std::unique_lock<std::mutex>& lock);

  std::size_t jobs_;
  MakeWork make_work_;
  Work own_work_;  ///< of the caller's thread, when there is no other
  Emit emit_;
  std::vector<BatchItem> items_;
  std::size_t size_ = 0;
  std::uint64_t next_number_ = 0;
  std::uint64_t next_emitted_ = 0;

  std::mutex mutex_;
  std::condition_variable waiting_;  ///< for chunks, by the threads
  std::condition_variable done_;     ///< for outcomes, by the caller
  std::deque<Chunk> chunks_;
  std::map<std::uint64_t, BatchOutcome> outcomes_;
  std::exception_ptr failure_;
  bool closed_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace tmsweep::app
