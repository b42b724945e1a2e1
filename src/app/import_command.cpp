// SPDX-License-Identifier: Apache-2.0
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <map>
#include <memory>

#include "app/app.h"
#include "app/commands.h"
#include "app/import_files.h"
#include "app/notices.h"
#include "app/progress_line.h"
#include "app/register_pipeline.h"
#include "app/session.h"
#include "app/user_index.h"
#include "model/worded.h"
#include "output/terminal.h"
#include "platform/process.h"

namespace tmsweep::app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t k_chunk = 1024;  // records handed from thread to thread at once
constexpr std::uint64_t k_shown_faults = 20;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// "FILE:12" or "FILE(member.xml), record 7".
Message place_of(const std::string& file, const import::RegisterPosition& at) {
  const std::string member = at.member.empty() ? "" : fmt::format("({})", at.member);
  if (at.line > 0) return verbatim(fmt::format("{}{}:{}", file, member, at.line));
  return worded({"{}{}，第 {} 条记录", "{}{}, record {}"}, file, member, at.record);
}

class Import {
 public:
  Import(const UserDbRequest& request, std::filesystem::path database, store::UserDatabase& db,
         std::vector<ImportFile> files)
      : request_(request),
        database_(std::move(database)),
        db_(db),
        files_(std::move(files)),
        lang_(language(request.common)),
        zh_(lang_ == Lang::zh) {}

  /// True when every file was read to its end.
  bool run() {
    find_progress();
    for (const ImportFile& file : files_) {
      if (!read(file)) whole_ = false;
      if (stopped_) return false;
    }
    if (whole_) {
      const std::string now = fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)));
      for (const auto& [source, importer] : importers_) importer->finish(now);
    }
    seconds_ = seconds_since(begin_);
    return whole_;
  }
  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] bool found_marks() const { return marks_ + figurative_ + skipped_ > 0; }

  void say(const Message& text) {
    progress_.clear();
    notify(text, lang_);
  }

  /// The last words of every import, whole or not.
  void summary() {
    progress_.clear();
    const double seconds = seconds_ > 0 ? seconds_ : seconds_since(begin_);
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(records_) / std::max(seconds, 1e-3));
    std::string text =
        zh_ ? fmt::format(
                  "商标：新增 {}，更新 {}，未变 {}；错误记录 {}，跳过图形商标 {}；{:.1f} 秒，每秒 {} 条",
                  grouped(counts_.added), grouped(counts_.updated), grouped(counts_.unchanged),
                  grouped(faults_), grouped(figurative_), seconds, grouped(rate))
            : fmt::format(
                  "marks: {} new, {} updated, {} unchanged; {} bad records, {} figurative marks "
                  "skipped; {:.1f} s, {} records/s",
                  grouped(counts_.added), grouped(counts_.updated), grouped(counts_.unchanged),
                  grouped(faults_), grouped(figurative_), seconds, grouped(rate));
    if (counts_.merged > 0) {
      text += zh_ ? fmt::format("；合并同一注册号的 {} 行", grouped(counts_.merged))
                  : fmt::format("; {} further rows of the same marks", grouped(counts_.merged));
    }
    if (!whole_ || stopped_) {
      text += zh_ ? "；导入未完成，已提交的批次保留，再次运行同一命令可继续"
                  : "; not finished: committed batches stay, the same command goes on from there";
    }
    std::fputs((text + "\n").c_str(), stdout);
  }
  void break_off() { stopped_ = true; }

 private:
  store::Importer& importer(const ImportFile& file) {
    auto& held = importers_[file.source];
    if (!held) held = std::make_unique<store::Importer>(db_, file.source, file.format_id);
    return *held;
  }

  void find_progress() {
    for (const ImportFile& file : files_) {
      total_bytes_ += static_cast<std::uint64_t>(file.state.size);
      if (file.state.head.empty()) continue;
      if (importer(file).progress(file.state)) importer(file).resume();
    }
  }

  bool read(const ImportFile& file) {
    store::FileProgress reached;
    if (!file.state.head.empty()) reached = importer(file).progress(file.state).value_or(reached);
    skipped_ += reached.records;
    if (reached.records > 0 || reached.done) say_resumed(file, reached);
    if (reached.done) {
      bytes_before_ += static_cast<std::uint64_t>(file.state.size);
      return true;
    }
    import::RegisterOptions options{file.format, request_.columns, reached.records};
    RegisterPipeline pipeline(file.path, options, file.office, std::min(request_.batch, k_chunk));
    while (std::optional<RegisterChunk> chunk = pipeline.next()) {
      if (!take(file, *chunk)) return false;
      reached.records = chunk->reached;
      if (batch_records_ >= request_.batch) commit(file, reached);
      show_progress(file, chunk->bytes);
    }
    reached.done = !pipeline.error();
    // A file whose head already cannot be read leaves nothing behind, not even its source.
    if (reached.done || batch_records_ > 0) commit(file, reached);
    if (pipeline.error()) say(located(file.path.string(), pipeline.error()->line()));
    bytes_before_ += static_cast<std::uint64_t>(file.state.size);
    return reached.done;
  }

  /// Adds a chunk to the batch; false when the import is to stop at a bad record.
  bool take(const ImportFile& file, RegisterChunk& chunk) {
    for (const RegisterChunk::Fault& fault : chunk.faults) {
      if (++faults_ <= k_shown_faults) {
        say(located(place_of(file.path.string(), fault.position), fault.error.line()));
      }
      if (faults_ == k_shown_faults + 1)
        say(worded({"其余错误记录只计数", "further bad records are only counted"}));
      stopped_ = stopped_ || request_.strict;
      if (stopped_) return false;
    }
    batch_records_ += chunk.records;
    batch_faults_ += chunk.faults.size();
    figurative_ += chunk.figurative;
    batch_.insert(batch_.end(), std::make_move_iterator(chunk.marks.begin()),
                  std::make_move_iterator(chunk.marks.end()));
    return true;
  }

  void commit(const ImportFile& file, const store::FileProgress& reached) {
    if (!pending_noted_) note_pending(database_);
    pending_noted_ = true;
    const store::ImportCounts c =
        importer(file).write(batch_, file.state, reached, batch_records_, batch_faults_);
    counts_.added += c.added;
    counts_.updated += c.updated;
    counts_.unchanged += c.unchanged;
    counts_.merged += c.merged;
    marks_ += batch_.size();
    records_ += batch_records_;
    batch_.clear();
    batch_records_ = 0;
    batch_faults_ = 0;
  }

  void say_resumed(const ImportFile& file, const store::FileProgress& reached) {
    const std::string name = file.path.string();
    if (reached.done) {
      say(worded({"{}: 上次已全部导入，跳过", "{}: was read to its end before, skipped"}, name));
    } else {
      say(worded({"{}: 从上次中断处继续，已导入 {} 条记录",
                  "{}: goes on where the last import broke off, behind {} records"},
                 name, grouped(reached.records)));
    }
  }

  void show_progress(const ImportFile& file, std::uint64_t bytes) {
    if (!progress_.due()) return;
    const double seconds = seconds_since(begin_);
    const auto done = static_cast<double>(bytes_before_ + bytes);
    const double part = total_bytes_ > 0 ? std::min(done / static_cast<double>(total_bytes_), 1.0) : 0.0;
    const std::uint64_t records = records_ + batch_records_;
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(records) / std::max(seconds, 1e-3));
    std::string text = fmt::format("{}  {} {}  {}/s", file.path.filename().string(), grouped(records),
                                   zh_ ? "条" : "records", grouped(rate));
    if (part > 0) {
      text += zh_ ? fmt::format("  {:.0f}%  剩余 {:.0f} 秒", part * 100, seconds * (1 - part) / part)
                  : fmt::format("  {:.0f}%  {:.0f} s left", part * 100, seconds * (1 - part) / part);
    }
    progress_.show(text);
  }

  const UserDbRequest& request_;
  std::filesystem::path database_;
  store::UserDatabase& db_;
  std::vector<ImportFile> files_;
  Lang lang_;
  bool zh_;
  std::map<std::string, std::unique_ptr<store::Importer>> importers_;
  Clock::time_point begin_ = Clock::now();
  ProgressLine progress_;

  std::vector<store::KeyedMark> batch_;
  std::uint64_t batch_records_ = 0;
  std::uint64_t batch_faults_ = 0;

  store::ImportCounts counts_;
  std::uint64_t records_ = 0;
  std::uint64_t marks_ = 0;
  std::uint64_t faults_ = 0;
  std::uint64_t figurative_ = 0;
  std::uint64_t skipped_ = 0;  ///< records of an earlier, broken run
  std::uint64_t total_bytes_ = 0;
  std::uint64_t bytes_before_ = 0;
  double seconds_ = 0;
  bool whole_ = true;
  bool stopped_ = false;
  bool pending_noted_ = false;
};

}  // namespace

int run_import(const UserDbRequest& request) {
  platform::outlive_file_size_limit();
  Result<std::vector<ImportFile>> files = look_at_files(request);
  if (!files) {
    notify(files.error().line(), language(request.common));
    return k_exit_usage;
  }
  const Session session(request.common.db);
  const std::filesystem::path database = user_database(request.user_db);
  const WriteLock lock(database);
  store::UserDatabase db = store::UserDatabase::create(database);
  bool whole = false;
  bool found = false;
  {
    Import import(request, database, db, std::move(files).value());
    try {
      whole = import.run();
      found = import.found_marks();
      import.summary();
    } catch (const store::DatabaseError& e) {
      import.break_off();
      import.say(e.message());
      import.summary();
      return k_exit_unchecked;
    }
    if (import.stopped()) return k_exit_unchecked;
    if (whole && !found) {
      import.say(worded(
          {"没有找到商标；请检查 --format 和 --map", "no mark was found; look at --format and --map"}));
    }
  }
  db.settle();
  const int code = refresh_index(request, db, database, session.image());
  return whole && found ? code : k_exit_unchecked;
}

}  // namespace tmsweep::app
