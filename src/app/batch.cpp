// SPDX-License-Identifier: Apache-2.0
#include "app/batch.h"

#include <utility>

#include "platform/interrupt.h"

namespace tmsweep::app {

namespace {
constexpr std::size_t k_chunk = 32;  ///< rows: their reports leave the tables in the cache where they are
constexpr std::size_t k_chunks_in_flight = 32;  ///< for each thread
}  // namespace

Batch::Batch(std::size_t jobs, MakeWork make_work, Emit emit)
    : jobs_(jobs == 0 ? 1 : jobs), make_work_(std::move(make_work)), emit_(std::move(emit)) {}

Batch::~Batch() {
  {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    chunks_.clear();
  }
  waiting_.notify_all();
}

void Batch::add(BatchItem&& item) {
  items_.push_back(std::move(item));
  ++size_;
  if (items_.size() == k_chunk) hand_over();
}

void Batch::hand_over() {
  if (items_.empty()) return;
  Chunk chunk{next_number_++, size_ - items_.size(), std::exchange(items_, {})};
  if (jobs_ == 1) {
    if (!own_work_) own_work_ = make_work_();
    emit_(own_work_(chunk.items, chunk.first));
    return;
  }
  // Threads are started when there is more than one chunk to share.
  if (threads_.size() < jobs_) threads_.emplace_back([this] { run(); });
  std::unique_lock lock(mutex_);
  chunks_.push_back(std::move(chunk));
  waiting_.notify_one();
  while (next_number_ - next_emitted_ >= jobs_ * k_chunks_in_flight && !failure_) {
    done_.wait(lock, [&] { return failure_ || outcomes_.contains(next_emitted_); });
    emit_ready(lock);
  }
}

void Batch::emit_ready(std::unique_lock<std::mutex>& lock) {
  for (auto it = outcomes_.find(next_emitted_); it != outcomes_.end(); it = outcomes_.find(next_emitted_)) {
    BatchOutcome outcome = std::move(it->second);
    outcomes_.erase(it);
    ++next_emitted_;
    lock.unlock();
    emit_(std::move(outcome));
    lock.lock();
  }
}

void Batch::run() {
  platform::Interruption::leave_to_main_thread();
  Work work;
  std::unique_lock lock(mutex_);
  for (;;) {
    waiting_.wait(lock, [&] { return closed_ || !chunks_.empty(); });
    if (chunks_.empty()) return;
    const Chunk chunk = std::move(chunks_.front());
    chunks_.pop_front();
    lock.unlock();
    BatchOutcome outcome;
    std::exception_ptr failure;
    try {
      if (!work) work = make_work_();
      outcome = work(chunk.items, chunk.first);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    if (failure) {
      if (!failure_) failure_ = failure;
    } else {
      outcomes_.emplace(chunk.number, std::move(outcome));
    }
    done_.notify_one();
  }
}

void Batch::drain() {
  hand_over();
  std::unique_lock lock(mutex_);
  while (jobs_ > 1 && next_emitted_ != next_number_ && !failure_) {
    done_.wait(lock, [&] { return failure_ || outcomes_.contains(next_emitted_); });
    emit_ready(lock);
  }
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace tmsweep::app
