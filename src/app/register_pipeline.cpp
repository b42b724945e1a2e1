// SPDX-License-Identifier: Apache-2.0
#include "app/register_pipeline.h"

#include <string_view>
#include <utility>

#include "store/mark_id.h"

namespace tmsweep::app {

namespace {

constexpr std::size_t k_most_waiting = 64;  // chunks

/// Registers write 图形 (device) where a mark has no words.
bool is_figurative(std::string_view name) {
  return name.empty() || name == "图形";
}

}  // namespace

RegisterPipeline::RegisterPipeline(std::filesystem::path file, import::RegisterOptions options,
                                   std::string office, std::size_t records)
    : file_(std::move(file)), options_(std::move(options)), office_(std::move(office)), records_(records) {
  thread_ = std::thread([this] { read(); });
}

RegisterPipeline::~RegisterPipeline() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void RegisterPipeline::read() {
  std::optional<Error> error;
  std::exception_ptr thrown;
  try {
    import::RegisterSink sink;
    sink.mark = [this](EarlierMark&& mark, const import::RegisterPosition& at) {
      add(std::move(mark), at);
      return filled();
    };
    sink.fault = [this](const import::RegisterPosition& at, const Error& what) {
      chunk_.faults.push_back({at, what});
      ++chunk_.records;
      chunk_.reached = at.record;
      filled();
    };
    sink.progress = [this](std::uint64_t bytes) { chunk_.bytes = bytes; };
    error = import::read_register(file_, options_, sink);
  } catch (...) {
    thrown = std::current_exception();
  }
  push();
  const std::lock_guard lock(mutex_);
  error_ = std::move(error);
  thrown_ = thrown;
  finished_ = true;
  changed_.notify_all();
}

void RegisterPipeline::add(EarlierMark&& mark, const import::RegisterPosition& at) {
  ++chunk_.records;
  chunk_.reached = at.record;
  if (is_figurative(mark.name)) {
    ++chunk_.figurative;
    return;
  }
  const std::int64_t id = store::mark_id(mark, office_);
  chunk_.marks.push_back({id, std::move(mark)});
}

/// False when nobody wants more.
bool RegisterPipeline::filled() {
  return chunk_.records < records_ || push();
}

bool RegisterPipeline::push() {
  const std::uint64_t bytes = chunk_.bytes;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stopped_ || ready_.size() < k_most_waiting; });
  if (stopped_) return false;
  if (chunk_.records > 0) ready_.push_back(std::exchange(chunk_, {}));
  lock.unlock();
  changed_.notify_all();
  chunk_.bytes = bytes;
  chunk_.marks.reserve(records_);
  return true;
}

std::optional<RegisterChunk> RegisterPipeline::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return finished_ || !ready_.empty(); });
  if (ready_.empty()) {
    if (thrown_) std::rethrow_exception(thrown_);
    return {};
  }
  RegisterChunk out = std::move(ready_.front());
  ready_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return out;
}

}  // namespace tmsweep::app
