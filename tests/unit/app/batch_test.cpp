// SPDX-License-Identifier: Apache-2.0
#include "app/batch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/temporary.h"

namespace tmsweep::app {

namespace {

constexpr std::size_t k_most_rows_of_work = 256;

BatchItem item(std::size_t i) {
  return {{std::to_string(i), {}, {}, i + 1}, {}};
}

std::string names(std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out += std::to_string(i) + "\n";
  return out;
}

/// Copies the names out; later work may well be done sooner.
BatchOutcome copied(const std::vector<BatchItem>& items, std::size_t first) {
  if (first / k_most_rows_of_work % 3 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  BatchOutcome out;
  out.pieces.resize(1);
  for (std::size_t i = 0; i < items.size(); ++i) {
    // Work is told where its rows stand.
    out.pieces[0] +=
        items[i].row.name == std::to_string(first + i) ? items[i].row.name + "\n" : "misplaced\n";
    ++out.totals.none;
  }
  return out;
}

/// One work for all threads.
Batch::MakeWork same(Batch::Work work) {
  return [work = std::move(work)] { return work; };
}

}  // namespace

TEST_CASE("nothing is lost, doubled or put out of order, whatever the size and the number of threads") {
  for (const std::size_t size : {0U, 1U, 255U, 256U, 257U, 512U, 10'000U}) {
    for (const std::size_t jobs : {0U, 1U, 2U, 4U, 16U}) {
      CAPTURE(size);
      CAPTURE(jobs);
      std::string out;
      std::size_t counted = 0;
      Batch batch(jobs, same(copied), [&](BatchOutcome o) {
        out += o.pieces.at(0);
        counted += o.totals.none;
      });
      for (std::size_t i = 0; i < size; ++i) batch.add(item(i));
      batch.drain();
      CHECK(batch.size() == size);
      CHECK(counted == size);
      CHECK((out == names(size)));
    }
  }
}

TEST_CASE("outcomes are handed on by the thread that adds the rows") {
  const std::thread::id own = std::this_thread::get_id();
  std::atomic<int> elsewhere = 0;
  bool here = true;
  Batch batch(4, same([&](const std::vector<BatchItem>& items, std::size_t first) {
                if (std::this_thread::get_id() != own) ++elsewhere;
                return copied(items, first);
              }),
              [&](BatchOutcome) { here = here && std::this_thread::get_id() == own; });
  for (std::size_t i = 0; i < 3000; ++i) batch.add(item(i));
  batch.drain();
  CHECK(here);
  CHECK(elsewhere > 0);
}

TEST_CASE("each thread has a work of its own, from its first chunk to its last") {
  std::atomic<int> made = 0;
  std::atomic<bool> strayed = false;
  Batch batch(
      4,
      [&] {
        ++made;
        return [&, own = std::this_thread::get_id()](const std::vector<BatchItem>& items, std::size_t first) {
          if (std::this_thread::get_id() != own) strayed = true;
          return copied(items, first);
        };
      },
      [](BatchOutcome) {});
  for (std::size_t i = 0; i < 3000; ++i) batch.add(item(i));
  batch.drain();
  CHECK(made <= 4);
  CHECK(made > 0);
  CHECK_FALSE(strayed);
}

TEST_CASE("few rows are held however many are added") {
  for (const std::size_t jobs : {1U, 4U}) {
    std::size_t emitted = 0;
    std::size_t most = 0;
    Batch batch(jobs, same(copied), [&](BatchOutcome o) { emitted += o.totals.none; });
    for (std::size_t i = 0; i < 20'000; ++i) {
      batch.add(item(i));
      most = std::max(most, batch.size() - emitted);
    }
    batch.drain();
    CAPTURE(jobs);
    CHECK(most <= (jobs * 4 + 1) * k_most_rows_of_work);
  }
}

TEST_CASE("what the work throws reaches the caller, once, and nothing hangs") {
  for (const std::size_t jobs : {1U, 2U, 4U}) {
    for (const std::size_t bad : {0U, 255U, 256U, 700U, 9999U}) {
      CAPTURE(jobs);
      CAPTURE(bad);
      std::string before;
      const std::string what = support::thrown([&] {
        Batch batch(jobs, same([&](const std::vector<BatchItem>& items, std::size_t first) {
                      if (bad >= first && bad < first + items.size()) throw std::runtime_error("bad row");
                      return copied(items, first);
                    }),
                    [&](BatchOutcome o) { before += o.pieces.at(0); });
        for (std::size_t i = 0; i < 10'000; ++i) batch.add(item(i));
        batch.drain();
      });
      CHECK(what == "bad row");
      // What was handed on before is the beginning of the list.
      if (jobs == 1) CHECK(names(10'000).starts_with(before));
    }
  }
}

TEST_CASE("what is written after a failure never skips the failed rows") {
  for (int round = 0; round < 5; ++round) {
    std::string out;
    const std::string what = support::thrown([&] {
      Batch batch(4, same([&](const std::vector<BatchItem>& items, std::size_t first) {
                    if (first == 2 * k_most_rows_of_work) {
                      // The rows after it are done by now.
                      std::this_thread::sleep_for(std::chrono::milliseconds(30));
                      throw std::runtime_error("bad row");
                    }
                    return copied(items, first);
                  }),
                  [&](BatchOutcome o) { out += o.pieces.at(0); });
      for (std::size_t i = 0; i < 10'000; ++i) batch.add(item(i));
      batch.drain();
    });
    CHECK(what == "bad row");
    CHECK(names(10'000).starts_with(out));
  }
}

TEST_CASE("a batch that is given up ends its threads") {
  std::atomic<std::size_t> worked = 0;
  {
    Batch batch(4, same([&](const std::vector<BatchItem>& items, std::size_t first) {
                  worked += items.size();
                  return copied(items, first);
                }),
                [](BatchOutcome) {});
    for (std::size_t i = 0; i < 2000; ++i) batch.add(item(i));
  }
  CHECK(worked <= 2000);
}

TEST_CASE("what the receiver throws ends the batch as well") {
  for (const std::size_t jobs : {1U, 4U}) {
    CHECK(support::thrown([&] {
            Batch batch(jobs, same(copied), [](BatchOutcome) { throw std::runtime_error("full"); });
            for (std::size_t i = 0; i < 10'000; ++i) batch.add(item(i));
            batch.drain();
          }) == "full");
  }
}

}  // namespace tmsweep::app
