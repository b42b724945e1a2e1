// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "import/registers.h"
#include "store/importer.h"

namespace tmsweep::app {

/// What was read between two places of a file.
struct RegisterChunk {
  struct Fault {
    import::RegisterPosition position;
    Error error;
  };
  std::vector<store::KeyedMark> marks;
  std::vector<Fault> faults;
  std::uint64_t records = 0;     ///< all of them, faults and figurative marks too
  std::uint64_t figurative = 0;  ///< marks without words, left out
  std::uint64_t reached = 0;     ///< number of the last record
  std::uint64_t bytes = 0;       ///< read of the file so far
};

/// Reads a register on a thread of its own, a little ahead of the writer.
class RegisterPipeline {
 public:
  /// `office` is that of the numbers; `records` is how many make a chunk.
  RegisterPipeline(std::filesystem::path file, import::RegisterOptions options, std::string office,
                   std::size_t records);
  ~RegisterPipeline();
  RegisterPipeline(const RegisterPipeline&) = delete;
  RegisterPipeline& operator=(const RegisterPipeline&) = delete;

  /// nullopt at the end of the file, or when reading it failed: see `error`. Throws what the reader threw.
  std::optional<RegisterChunk> next();
  /// Why the file could not be read to its end; after the last chunk.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  void read();
  void add(EarlierMark&& mark, const import::RegisterPosition& at);
  bool filled();
  bool push();

  std::filesystem::path file_;
  import::RegisterOptions options_;
  std::string office_;
  std::size_t records_;
  RegisterChunk chunk_;  ///< of the reading thread

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<RegisterChunk> ready_;
  bool finished_ = false;
  bool stopped_ = false;
  std::optional<Error> error_;
  std::exception_ptr thrown_;
  std::thread thread_;
};

}  // namespace tmsweep::app
