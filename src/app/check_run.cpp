// SPDX-License-Identifier: Apache-2.0
#include "app/check_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>
#include <thread>

#include "app/app.h"
#include "app/name_files.h"
#include "app/notices.h"
#include "model/worded.h"
#include "output/terminal.h"
#include "output/words.h"
#include "platform/interrupt.h"
#include "platform/process.h"
#include "platform/standard_input.h"
#include "text/utf8.h"

namespace tmsweep::app {

namespace {

/// Ends the reading of names where it stands.
struct Stopped {};

std::size_t jobs_of(const CheckRequest& request) {
  return request.jobs != 0 ? request.jobs : std::max(1U, std::thread::hardware_concurrency());
}

std::size_t all_of(const output::Totals& t) {
  return t.high + t.medium + t.low + t.none + t.errors;
}

/// A file that could not be opened or holds nothing.
Text why_unreadable(const std::string& file, const std::ifstream& opened) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(std::filesystem::path(file), error);
  if (!std::filesystem::exists(status)) return {"不存在；文件名对吗？", "is not there; is the name right?"};
  if (std::filesystem::is_directory(status))
    return {"是目录；请写出其中的文件", "is a folder; name a file in it"};
  if (opened.is_open() && !opened.bad() && opened.eof()) return {"是空的", "is empty"};
  return {"读不出；有读取权限吗？", "cannot be read; are you allowed to?"};
}

double seconds(std::uint64_t nanoseconds) {
  return static_cast<double>(nanoseconds) * 1e-9;
}

}  // namespace

std::uint64_t bytes_of(const std::vector<std::string>& files) {
  std::uint64_t all = 0;
  for (const std::string& file : files) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return 0;
    const std::uint64_t size = std::filesystem::file_size(file, error);
    if (error) return 0;
    all += size;
  }
  return all;
}

CheckRun::CheckRun(const CheckRequest& request, const engine::Checker& checker, Outputs& outputs, Lang lang)
    : request_(request),
      checker_(checker),
      outputs_(outputs),
      lang_(lang),
      // Reports that scroll by on the same terminal are progress enough.
      show_progress_(!request.files.empty() && !platform::is_terminal(platform::Stream::out)),
      batch_(
          jobs_of(request),
          [this] {
            const auto earlier = std::make_shared<engine::EarlierMarks>(checker_.earlier_marks());
            return [this, earlier](const auto& items, std::size_t first) {
              return check(items, first, *earlier);
            };
          },
          [this](const BatchOutcome& outcome) { take(outcome); }) {
  if (show_progress_) reading_.all = bytes_of(request.files);
}

bool CheckRun::argument(const std::string& name) {
  const engine::Query query{name, request_.goods, request_.classes, 0};
  engine::EarlierMarks earlier = checker_.earlier_marks();
  Result<Report> report = checker_.check(query, earlier, request_.stats ? &times_ : nullptr);
  if (!report) {
    notify(worded({"“{}”: {}", "'{}': {}"}, name, report.error().line()), lang_);
    // Beside other names it must not look as if it had not been asked about.
    if (request_.names.size() + request_.files.size() > 1) {
      BatchOutcome outcome;
      put(checker_.failed({.name = output::readable(name)}, report.error()), arguments_++, outcome);
      take(outcome);
    }
    return false;
  }
  BatchOutcome outcome;
  put(report.value(), arguments_++, outcome);
  take(outcome);
  return true;
}

bool CheckRun::file(const std::string& file) {
  if (platform::Interruption::signal() != 0) return true;
  const std::string place = file == "-" ? "" : output::readable(file);
  const import::NameSink sink{[&](import::NameRow&& row) {
                                row.file = place;
                                add({std::move(row), {}});
                              },
                              [&](import::NameRow at, const Error& e) {
                                at.file = place;
                                add({std::move(at), e});
                              },
                              [&](std::string_view encoding) { say_encoding(file, encoding, lang_); },
                              [&] { answer(); }};
  std::ifstream opened;
  if (file != "-") {
    opened.open(std::filesystem::path(file), std::ios::binary);
    if (!opened || opened.peek() == std::ifstream::traits_type::eof()) {
      fault(worded({"--file: “{}”{}", "--file: '{}' {}"}, output::readable(file),
                   why_unreadable(file, opened)));
      return false;
    }
  }
  in_ = file == "-" ? &platform::standard_input() : &opened;
  try {
    import::read_names(*in_, request_.input, sink);
  } catch (const Stopped&) {
    // What was read until now is checked, and finish() says that it was not everything.
  }
  in_ = nullptr;
  reading_.before += file == "-" ? 0 : bytes_of({file});
  return true;
}

void CheckRun::fault(const Message& what) {
  notify(what, lang_);
  totals_.faults.push_back(what.in(lang_));
}

void CheckRun::add(BatchItem&& item) {
  if (platform::Interruption::signal() != 0) throw Stopped{};
  batch_.add(std::move(item));
  if (show_progress_ && progress_.due()) show_progress();
}

/// Whoever writes into a pipe name by name may wait for the answer before the next one.
void CheckRun::answer() {
  batch_.drain();
  outputs_.flush();
}

/// Runs on the threads of the batch.
BatchOutcome CheckRun::check(const std::vector<BatchItem>& items, std::size_t first,
                             engine::EarlierMarks& earlier) const {
  BatchOutcome out;
  outputs_.reserve(items.size(), out.pieces);
  engine::PhaseTimes* times = request_.stats ? &out.times : nullptr;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const import::NameRow& row = items[i].row;
    const std::size_t index = arguments_ + first + i;
    if (items[i].error) {
      put_fault(row, *items[i].error, index, out);
      continue;
    }
    const engine::Query query{row.name,
                              row.goods.empty() ? request_.goods : row.goods,
                              row.classes.empty() ? request_.classes : row.classes,
                              row.line,
                              row.column,
                              row.file,
                              output::readable(row.id)};
    const Result<Report> report = checker_.check(query, earlier, times);
    engine::Lap lap(times);
    if (report) {
      put(report.value(), index, out);
    } else {
      put_fault(row, report.error(), index, out);
    }
    lap.is(&engine::PhaseTimes::writing);
  }
  return out;
}

void CheckRun::put(const Report& report, std::size_t index, BatchOutcome& out) const {
  output::count(report, outputs_.needs(), out.totals);
  out.worst = std::max(out.worst, report.verdict);
  outputs_.report(report, index, out.pieces);
}

void CheckRun::put_fault(const import::NameRow& row, const Error& error, std::size_t index,
                         BatchOutcome& out) const {
  const engine::Query query{output::readable(row.name), {}, {}, row.line, row.column, row.file,
                            output::readable(row.id)};
  put(checker_.failed(query, error), index, out);
  out.err += fault_line(row, error, lang_);
}

void CheckRun::take(const BatchOutcome& outcome) {
  totals_ += outcome.totals;
  times_ += outcome.times;
  worst_ = std::max(worst_, outcome.worst);
  written_ += all_of(outcome.totals);
  if (!outcome.err.empty()) {
    progress_.clear();
    std::fputs(outcome.err.c_str(), stderr);
  }
  outputs_.write(outcome.pieces);
}

void CheckRun::show_progress() {
  const std::chrono::duration<double> gone = std::chrono::steady_clock::now() - begun_;
  const double rate = static_cast<double>(written_) / std::max(gone.count(), 1e-3);
  const bool zh = lang_ == Lang::zh;
  std::string text = fmt::format(fmt::runtime(zh ? "已检查 {} 个，每秒 {} 个" : "{} names, {} names/s"),
                                 grouped(written_), grouped(static_cast<std::uint64_t>(rate)));
  if (reading_.all > 0 && in_ != nullptr) {
    const auto at = static_cast<std::streamoff>(in_->tellg());
    const double read =
        static_cast<double>(reading_.before + static_cast<std::uint64_t>(std::max<std::streamoff>(at, 0)));
    const double share = std::min(1.0, read / static_cast<double>(reading_.all));
    const double left = share > 0 ? gone.count() * (1 - share) / share : 0;
    text += fmt::format(fmt::runtime(zh ? "，{:.0f}%，约剩 {:.0f} 秒" : ", {:.0f} %, about {:.0f} s left"),
                        share * 100, left);
  }
  progress_.show(text);
}

int CheckRun::finish() {
  batch_.drain();
  progress_.clear();
  const int signal = platform::Interruption::signal();
  totals_.interrupted = signal != 0;
  if (signal != 0) totals_.faults.emplace_back(output::words(lang_).interrupted);
  outputs_.finish(totals_);
  if (request_.stats) say_statistics();
  if (signal != 0) {
    notify(
        worded({"已中断：检查了 {} 个名称（高 {}，中 {}，低 {}，未发现 {}，未能检查 {}），其余没有检查",
                "interrupted: {} names were checked (high {}, medium {}, low {}, none {}, not checked {}), "
                "the rest was not"},
               all_of(totals_), totals_.high, totals_.medium, totals_.low, totals_.none, totals_.errors),
        lang_);
    return k_exit_by_signal + signal;
  }
  if (totals_.errors > 0) return k_exit_unchecked;
  const Risk limit = risk_of(request_.fail_on);
  return limit != Risk::none && worst_ >= limit ? k_exit_findings : k_exit_below_threshold;
}

void CheckRun::say_statistics() const {
  const std::chrono::duration<double> gone = std::chrono::steady_clock::now() - begun_;
  const std::size_t all = all_of(totals_);
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(all) / std::max(gone.count(), 1e-6));
  notify(
      worded({"{} 个名称，{:.2f} 秒，每秒 {} 个，{} 个线程", "{} names in {:.2f} s, {} names/s, threads: {}"},
             grouped(all), gone.count(), grouped(rate), jobs_of(request_)),
      lang_);
  notify(worded({"结果：高 {}，中 {}，低 {}，未发现 {}，未能检查 {}",
                 "verdicts: high {}, medium {}, low {}, none {}, not checked {}"},
                totals_.high, totals_.medium, totals_.low, totals_.none, totals_.errors),
         lang_);
  std::string rules;
  for (const auto& [rule, count] : output::by_count(totals_))
    rules += fmt::format("{}{} {}", rules.empty() ? "" : ", ", rule, count);
  if (!rules.empty()) notify(worded({"按规则：{}", "by rule: {}"}, rules), lang_);
  notify(
      worded({"各步骤（各线程合计，秒）：读名称 {:.2f}，绝对理由 {:.2f}，在先商标 {:.2f}，措辞 {:.2f}，写出 "
              "{:.2f}",
              "phases (seconds, all threads): reading names {:.2f}, absolute grounds {:.2f}, earlier marks "
              "{:.2f}, wording {:.2f}, writing {:.2f}"},
             seconds(times_.text), seconds(times_.rules), seconds(times_.earlier), seconds(times_.wording),
             seconds(times_.writing)),
      lang_);
}

}  // namespace tmsweep::app
