// SPDX-License-Identifier: Apache-2.0
// Measurements on an index of earlier marks; each command prints one JSON object.
//   bench_search build MARKS INDEX            lays an index of a TSV (name, class) out
//   bench_search query INDEX QUERIES ROUNDS   searches: all tiers, and the way of a check, which stops early
//   bench_search oracle INDEX QUERIES N       N of the queries against every mark; exit 1 on any difference
//   bench_search cold INDEX QUERIES N         N fresh processes, the index dropped from the page cache before
//                                             each; pages: how many of the index were read
//   bench_search one INDEX NAME [--time]      one search, nothing printed, or microseconds
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <map>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/earlier.h"
#include "platform/mapped_file.h"
#include "search/builder.h"
#include "search/index.h"
#include "store/bundle.h"
#include "text/mark.h"

namespace tmsweep {

namespace {

using Clock = std::chrono::steady_clock;

double microseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

struct Query {
  std::string kind;
  std::string name;
  std::string source;
};

/// The first `count` fields of a line; missing ones are empty.
template <std::size_t count>
std::array<std::string, count> fields_of(const std::string& line) {
  std::array<std::string, count> out;
  std::size_t at = 0;
  for (std::string& field : out) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    field = line.substr(at, end - at);
    at = std::min(end + 1, line.size());
  }
  return out;
}

std::vector<Query> read_queries(const char* file) {
  std::ifstream in(file);
  std::vector<Query> out;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    auto [kind, name, source] = fields_of<3>(line);
    out.push_back({kind, name, source});
  }
  if (out.empty()) throw std::runtime_error(std::string(file) + ": no queries");
  return out;
}

/// A file mapped read-only.
class Mapped {
 public:
  explicit Mapped(const char* file) {
    const int fd = open(file, O_RDONLY | O_CLOEXEC);
    struct stat s {};
    if (fd < 0 || fstat(fd, &s) != 0) throw std::runtime_error(std::string(file) + ": cannot be opened");
    size_ = static_cast<std::size_t>(s.st_size);
    at_ = mmap(nullptr, size_, PROT_READ, MAP_SHARED, fd, 0);
    close(fd);
    if (at_ == MAP_FAILED) throw std::runtime_error(std::string(file) + ": cannot be mapped");
  }
  ~Mapped() { munmap(at_, size_); }
  Mapped(const Mapped&) = delete;
  Mapped& operator=(const Mapped&) = delete;
  [[nodiscard]] std::span<const std::byte> bytes() const {
    return {static_cast<const std::byte*>(at_), size_};
  }

 private:
  void* at_ = nullptr;
  std::size_t size_ = 0;
};

image::Image bundled() {
  return image::Image(store::bundled_image());
}

Mark mark_of(const image::Image& image, const std::string& name) {
  Result<Mark> mark = text::make_mark(image, name);
  if (!mark) throw std::runtime_error(name + ": " + mark.error().message.en);
  return std::move(mark).value();
}

search::Sign sign_of(const image::Image& image, const std::string& name) {
  return search::make_sign(image, mark_of(image, name));
}

/// Spread of some times in microseconds, as members of a JSON object.
std::string spread(std::vector<double> times) {
  std::ranges::sort(times);
  const auto at = [&](std::size_t percent) {
    return times[std::min(times.size() * percent / 100, times.size() - 1)];
  };
  const double mean = std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size());
  return fmt::format(R"("p50_us":{:.2f},"p90_us":{:.2f},"p99_us":{:.2f},"max_us":{:.2f},"mean_us":{:.3f})",
                     at(50), at(90), at(99), times.back(), mean);
}

long peak_rss_kib() {
  struct rusage u {};
  getrusage(RUSAGE_SELF, &u);
  return u.ru_maxrss;
}

int build(const char* marks, const char* index) {
  const image::Image image = bundled();
  std::ifstream in(marks);
  std::string line;
  std::getline(in, line);
  search::IndexBuilder builder(image);
  const long before = peak_rss_kib();
  const auto start = Clock::now();
  while (std::getline(in, line)) {
    const auto [name, nice] = fields_of<2>(line);
    EarlierMark m;
    m.name = name;
    m.classes = class_bit(std::stoi(nice));
    if (const auto error = builder.add(m)) throw std::runtime_error(name + ": " + error->message.en);
  }
  const double added = microseconds_since(start) / 1e6;
  builder.write(index);
  const double seconds = microseconds_since(start) / 1e6;
  const long peak = peak_rss_kib();
  const Mapped mapped(index);
  search::IndexHeader h;
  std::memcpy(&h, mapped.bytes().data(), sizeof h);
  const auto bytes = [&](search::IndexSection s) {
    return static_cast<double>(h.sections[static_cast<std::size_t>(s)].size) / h.marks;
  };
  using enum search::IndexSection;
  fmt::print(
      R"({{"marks":{},"rows":{},"seconds":{:.3f},"read_seconds":{:.3f},"marks_per_second":{:.0f},"rows_per_second":{:.0f},)"
      R"("peak_rss_kib":{},"rss_bytes_a_mark":{:.0f},"text_groups":{:.2f},"texts":{:.2f},"first_rows":{:.2f},"bucket_groups":{:.2f},)"
      R"("postings":{:.2f},"short_names":{:.2f},"rows_and_texts":{:.2f},"bytes_a_mark":{:.2f},"bytes_a_mark_all":{:.2f}}})"
      "\n",
      h.marks, h.rows, seconds, added, h.marks / seconds, h.rows / seconds, peak,
      static_cast<double>(peak - before) * 1024 / h.marks, bytes(text_groups), bytes(texts),
      bytes(first_rows), bytes(bucket_groups), bytes(postings), bytes(short_names) + bytes(short_groups),
      bytes(rows) + bytes(row_texts),
      bytes(text_groups) + bytes(texts) + bytes(first_rows) + bytes(bucket_groups) + bytes(postings) +
          bytes(short_names) + bytes(short_groups),
      static_cast<double>(mapped.bytes().size()) / h.marks);
  return 0;
}

/// Whether a mark that was found is the source of the query.
bool holds(const search::Index& index, const std::vector<search::Found>& found, const search::Sign& source) {
  return std::ranges::any_of(
      found, [&](const search::Found& f) { return index.sign(f.mark).text.view() == source.text.view(); });
}

struct Recall {
  int asked = 0;
  int related = 0;  ///< the two names stand in a relation; the index must find all of these
  int found = 0;
};

/// How many of the marks that were changed are found, by kind of change; and candidates a hit.
std::string recall(const image::Image& image, const search::Index& index, const std::vector<Query>& queries) {
  std::map<std::string, Recall> by_kind;
  search::Scratch scratch;
  std::size_t candidates = 0;
  std::size_t hits = 0;
  for (const Query& q : queries) {
    const search::Sign later = sign_of(image, q.name);
    const search::Prepared prepared(image, later);
    scratch.start();
    search::query_keys(prepared, scratch.query);
    for (std::size_t t = 0; t < search::k_tiers; ++t) {
      index.search(prepared, static_cast<search::Tier>(t), scratch);
      candidates += scratch.candidates.size();
    }
    hits += scratch.found.size();
    if (q.source.empty()) continue;
    const search::Sign source = sign_of(image, q.source);
    const bool found = holds(index, scratch.found, source);
    const bool related = search::compare(prepared, source, search::Tier::part).has_value();
    for (const std::string& kind : {q.kind, std::string("all")}) {
      Recall& r = by_kind[kind];
      ++r.asked;
      r.related += related ? 1 : 0;
      r.found += found ? 1 : 0;
    }
  }
  std::string out;
  for (const auto& [kind, r] : by_kind) {
    out += fmt::format(R"({}"{}":{{"asked":{},"related":{},"found":{}}})", out.empty() ? "" : ",", kind,
                       r.asked, r.related, r.found);
  }
  const auto n = static_cast<double>(queries.size());
  return fmt::format(R"("hits":{:.2f},"candidates":{:.2f},"candidates_a_hit":{:.2f},"recall":{{{}}})",
                     static_cast<double>(hits) / n, static_cast<double>(candidates) / n,
                     static_cast<double>(candidates) / static_cast<double>(std::max<std::size_t>(hits, 1)),
                     out);
}

int query(const char* index_file, const char* queries_file, int rounds) {
  const image::Image image = bundled();
  const std::vector<Query> queries = read_queries(queries_file);
  const Mapped mapped(index_file);
  const search::Index index(image, mapped.bytes());
  const std::array<engine::MarkSource, 1> sources{{{&index, engine::Origin::user}}};
  engine::EarlierMarks earlier(image, {sources});
  std::vector<Mark> marks;
  for (const Query& q : queries) marks.push_back(mark_of(image, q.name));

  // The best of the rounds of each query: what another process took away is not the search's.
  constexpr double k_long = 1e9;
  std::vector<double> all(marks.size(), k_long);
  std::vector<double> top(marks.size(), k_long);
  std::vector<double> prepare(marks.size(), k_long);
  search::Scratch scratch;
  const auto keep = [](double& best, double now) { best = std::min(best, now); };
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const auto start = Clock::now();
      const search::Sign later = search::make_sign(image, marks[i]);
      const search::Prepared prepared(image, later);
      scratch.start();
      search::query_keys(prepared, scratch.query);
      keep(prepare[i], microseconds_since(start));
      for (std::size_t t = 0; t < search::k_tiers; ++t)
        index.search(prepared, static_cast<search::Tier>(t), scratch);
      keep(all[i], microseconds_since(start));
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const auto start = Clock::now();
      const engine::Conflicts c = earlier.find(marks[i], {});
      keep(top[i], microseconds_since(start));
    }
  }
  fmt::print(R"({{"queries":{},"all":{{{}}},"top":{{{}}},"prepare":{{{}}},{}}})"
             "\n",
             queries.size(), spread(all), spread(top), spread(prepare), recall(image, index, queries));
  return 0;
}

int oracle(const char* index_file, const char* queries_file, std::size_t most) {
  const image::Image image = bundled();
  const std::vector<Query> queries = read_queries(queries_file);
  const Mapped mapped(index_file);
  const search::Index index(image, mapped.bytes());
  const std::size_t n = std::min(most, queries.size());
  std::vector<double> scans;
  std::vector<double> searches;
  std::size_t pairs = 0;
  std::size_t differences = 0;
  std::size_t late = 0;  // found by a key of a looser tier than the relation's
  search::Scratch scratch;
  constexpr std::size_t k_shown = 20;
  for (std::size_t i = 0; i < n; ++i) {
    const Query& q = queries[i * queries.size() / n];
    const search::Sign later = sign_of(image, q.name);
    const search::Prepared prepared(image, later);
    std::map<std::uint32_t, Relation> found;
    scratch.start();
    auto start = Clock::now();
    search_all(index, prepared, scratch);
    searches.push_back(microseconds_since(start));
    for (const search::Found& f : scratch.found) found[f.mark] = f.likeness.relation;
    scratch.start();
    for (std::size_t t = 0; t < search::k_tiers; ++t) {
      const std::size_t before = scratch.found.size();
      index.search(prepared, static_cast<search::Tier>(t), scratch);
      for (const search::Found& f : std::span(scratch.found).subspan(before)) {
        if (static_cast<std::size_t>(f.likeness.tier) >= t) continue;
        if (late++ < k_shown)
          fmt::print(stderr, "late: {} / {}: relation {}\n", q.name, index.name(index.rows(f.mark)[0]),
                     id_of(f.likeness.relation));
      }
    }

    std::vector<std::pair<std::uint32_t, Relation>> truth;
    start = Clock::now();
    for (std::uint32_t m = 0; m < index.marks(); ++m) {
      if (const auto l = search::compare(prepared, index.sign(m), search::Tier::part))
        truth.emplace_back(m, l->relation);
    }
    scans.push_back(microseconds_since(start));
    pairs += truth.size();
    const auto differs = [&](std::uint32_t m, std::string_view indexed, std::string_view scanned) {
      if (differences++ >= k_shown) return;
      fmt::print(stderr, "difference: {} / {}: index {}, scan {}\n", q.name, index.name(index.rows(m)[0]),
                 indexed, scanned);
    };
    for (const auto& [m, relation] : truth) {
      const auto it = found.find(m);
      if (it == found.end()) {
        differs(m, "-", id_of(relation));
      } else {
        if (it->second != relation) differs(m, id_of(it->second), id_of(relation));
        found.erase(it);
      }
    }
    for (const auto& [m, relation] : found) differs(m, id_of(relation), "-");
  }
  const double scan = std::accumulate(scans.begin(), scans.end(), 0.0);
  const double searched = std::accumulate(searches.begin(), searches.end(), 0.0);
  fmt::print(
      R"({{"queries":{},"pairs":{},"differences":{},"late":{},"scan":{{{}}},"search":{{{}}},"ratio":{:.0f}}})"
      "\n",
      n, pairs, differences, late, spread(scans), spread(searches), scan / searched);
  return differences == 0 ? 0 : 1;
}

int one(const char* index_file, const char* name, bool time) {
  const auto start = Clock::now();
  const image::Image image = bundled();
  const platform::MappedFile mapped(index_file);  // as a check does it
  mapped.expect_scattered_use();
  search::Index index(image, mapped.bytes());
  index.read_ahead_with(platform::read_ahead);
  const search::Sign later = sign_of(image, name);
  search::Scratch scratch;
  search_all(index, search::Prepared(image, later), scratch);
  if (time) fmt::print("{:.1f} {}\n", microseconds_since(start), scratch.found.size());
  return 0;
}

/// One line that a fresh process of this program prints.
std::string output_of(std::array<const char*, 6> argv) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  pid_t pid = 0;
  const int failed =
      posix_spawn(&pid, "/proc/self/exe", &actions, nullptr, const_cast<char* const*>(argv.data()), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::array<char, 256> line{};
  const ssize_t size = failed == 0 ? read(ends[0], line.data(), line.size()) : 0;
  close(ends[0]);
  int status = 0;
  if (failed != 0 || waitpid(pid, &status, 0) != pid || status != 0 || size <= 0)
    throw std::runtime_error("a fresh process failed");
  return {line.data(), static_cast<std::size_t>(size)};
}

std::size_t pages_in_memory(std::span<const std::byte> file) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  std::vector<unsigned char> in((file.size() + page - 1) / page);
  if (mincore(const_cast<std::byte*>(file.data()), file.size(), in.data()) != 0)
    throw std::runtime_error("no mincore");
  return static_cast<std::size_t>(std::ranges::count_if(in, [](unsigned char c) { return (c & 1U) != 0; }));
}

int cold(const char* index_file, const char* queries_file, std::size_t most) {
  const std::vector<Query> queries = read_queries(queries_file);
  const std::size_t n = std::min(most, queries.size());
  std::vector<double> cold_times;
  std::vector<double> warm_times;
  std::vector<double> pages;
  const Mapped mapped(index_file);
  const int fd = open(index_file, O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw std::runtime_error(std::string(index_file) + ": cannot be opened");
  fsync(fd);  // only clean pages are dropped
  for (std::size_t i = 0; i < n; ++i) {
    const std::string& name = queries[i * queries.size() / n].name;
    posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    const std::array<const char*, 6> argv{"bench_search", "one", index_file, name.c_str(), "--time", nullptr};
    cold_times.push_back(std::stod(output_of(argv)));
    pages.push_back(static_cast<double>(pages_in_memory(mapped.bytes())));
    warm_times.push_back(std::stod(output_of(argv)));
  }
  close(fd);
  std::ranges::sort(pages);
  fmt::print(R"({{"queries":{},"cold":{{{}}},"again":{{{}}},"pages_p50":{},"pages_p99":{}}})"
             "\n",
             n, spread(cold_times), spread(warm_times), pages[n / 2], pages[std::min(n * 99 / 100, n - 1)]);
  return 0;
}

int run(std::span<char*> args) {
  const std::string_view command = args.size() > 1 ? args[1] : "";
  if (command == "one" && args.size() >= 4) return one(args[2], args[3], args.size() > 4);
  if (command == "build" && args.size() == 4) return build(args[2], args[3]);
  if (command == "query" && args.size() == 5) return query(args[2], args[3], std::stoi(args[4]));
  if (command == "oracle" && args.size() == 5) return oracle(args[2], args[3], std::stoull(args[4]));
  if (command == "cold" && args.size() == 5) return cold(args[2], args[3], std::stoull(args[4]));
  std::fputs("usage: bench_search build|query|oracle|cold|one ...; see the head of bench_search.cpp\n",
             stderr);
  return 2;
}

}  // namespace

}  // namespace tmsweep

int main(int argc, char** argv) {
  try {
    return tmsweep::run({argv, static_cast<std::size_t>(argc)});
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_search: %s\n", e.what());
    return 3;
  }
}
