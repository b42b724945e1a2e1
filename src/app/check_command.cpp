// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <thread>

#include "app/app.h"
#include "app/batch.h"
#include "app/commands.h"
#include "app/mark_sources.h"
#include "app/session.h"
#include "engine/check.h"
#include "import/names.h"
#include "output/terminal.h"
#include "text/utf8.h"

namespace tmsweep::app {

namespace {

Risk threshold(const std::string& fail_on) {
  for (const Risk r : {Risk::low, Risk::medium, Risk::high}) {
    if (id_of(r) == fail_on) return r;
  }
  return Risk::none;  // "never"
}

const output::Format& format_named(const std::string& id) {
  const auto formats = output::all();
  return **std::ranges::find_if(formats, [&](const output::Format* f) { return f->id == id; });
}

/// Checks names, writes their reports in the order of the names, and keeps count.
class Run {
 public:
  Run(const CheckRequest& request, const engine::Checker& checker, output::Options options)
      : request_(request),
        checker_(checker),
        format_(format_named(request.format)),
        options_(options),
        batch_(
            jobs_of(request), [this](const auto& items, std::size_t first) { return check(items, first); },
            [this](BatchOutcome outcome) { take(std::move(outcome)); }) {
    format_.begin(options_, out_);
  }

  /// A name given as an argument: a name that cannot be read is a mistake of the command line.
  bool argument(const std::string& name) {
    const engine::Query query{name, request_.goods, request_.classes, 0};
    Result<Report> report = checker_.check(query);
    if (!report) {
      std::fputs(fmt::format("tmsweep: '{}': {}; {}\n", output::printable(output::readable(name)),
                             report.error().message, report.error().hint)
                     .c_str(),
                 stderr);
      return false;
    }
    BatchOutcome outcome;
    put(report.value(), arguments_++, outcome);
    take(std::move(outcome));
    return true;
  }

  void row(import::NameRow row) { batch_.add({std::move(row), {}}); }

  void fault(import::NameRow row, const Error& error) { batch_.add({std::move(row), error}); }

  /// Whether no name at all was met.
  [[nodiscard]] bool empty() const { return arguments_ + batch_.size() == 0; }

  int finish() {
    batch_.finish();
    format_.end(totals_, options_, out_);
    flush();
    if (totals_.errors > 0) return k_exit_unchecked;
    const Risk limit = threshold(request_.fail_on);
    return limit != Risk::none && worst_ >= limit ? k_exit_findings : k_exit_below_threshold;
  }

 private:
  static std::size_t jobs_of(const CheckRequest& request) {
    return request.jobs != 0 ? request.jobs : std::max(1U, std::thread::hardware_concurrency());
  }

  /// Runs on the threads of the batch.
  BatchOutcome check(const std::vector<BatchItem>& items, std::size_t first) const {
    BatchOutcome out;
    engine::EarlierMarks earlier = checker_.earlier_marks();
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
                                row.file};
      const Result<Report> report = checker_.check(query, earlier);
      if (report) {
        put(report.value(), index, out);
      } else {
        put_fault(row, report.error(), index, out);
      }
    }
    return out;
  }

  void put(const Report& report, std::size_t index, BatchOutcome& out) const {
    output::Totals& t = out.totals;
    const std::array<std::size_t*, 4> counts{&t.none, &t.low, &t.medium, &t.high};
    ++*counts[static_cast<std::size_t>(report.verdict)];
    out.worst = std::max(out.worst, report.verdict);
    format_.report(report, options_, index, out.out);
  }

  void put_fault(const import::NameRow& row, const Error& error, std::size_t index, BatchOutcome& out) const {
    ++out.totals.errors;
    format_.report(
        checker_.failed({output::readable(row.name), {}, {}, row.line, row.column, row.file}, error),
        options_, index, out.out);
    out.err += fmt::format("tmsweep: line {}: {}; {}\n", row.line, error.message, error.hint);
  }

  void take(BatchOutcome outcome) {
    totals_.high += outcome.totals.high;
    totals_.medium += outcome.totals.medium;
    totals_.low += outcome.totals.low;
    totals_.none += outcome.totals.none;
    totals_.errors += outcome.totals.errors;
    worst_ = std::max(worst_, outcome.worst);
    std::fputs(outcome.err.c_str(), stderr);
    out_ += outcome.out;
    constexpr std::size_t k_enough = 1U << 16U;
    if (out_.size() > k_enough) flush();
  }

  void flush() {
    std::fwrite(out_.data(), 1, out_.size(), stdout);
    out_.clear();
  }

  const CheckRequest& request_;
  const engine::Checker& checker_;
  const output::Format& format_;
  output::Options options_;
  output::Totals totals_;
  Risk worst_ = Risk::none;
  std::size_t arguments_ = 0;
  std::string out_;
  Batch batch_;
};

bool check_file(const std::string& file, Run& run) {
  const std::string place = file == "-" ? "" : output::readable(file);
  const import::NameSink sink{[&](import::NameRow row) {
                                row.file = place;
                                run.row(std::move(row));
                              },
                              [&](std::size_t line, const std::string& text, const Error& e) {
                                run.fault({.name = text, .line = line, .file = place}, e);
                              }};
  if (file == "-") {
    import::read_names(std::cin, sink);
    return true;
  }
  std::ifstream in(file, std::ios::binary);
  if (!in || in.peek() == std::ifstream::traits_type::eof()) {
    const char* what = in.is_open() && !in.bad() && in.eof() ? "is empty" : "cannot be read";
    std::fputs(fmt::format("tmsweep: --file: '{}' {}\n", output::printable(file), what).c_str(), stderr);
    return false;
  }
  import::read_names(in, sink);
  return true;
}

}  // namespace

int run_check(const CheckRequest& request) {
  const Session session(request.common.db);
  MarkSources marks(session, request.user_db);
  if (!request.marks.empty() && !marks.read_list(request.marks)) return k_exit_unchecked;
  const Lang lang = language(request.common);
  const bool several = request.names.size() != 1 || !request.files.empty();
  const engine::Settings settings{
      .lang = lang,
      .as_of = day(request.common),
      .trace = request.trace ? text::Trace::on : text::Trace::off,
      .earlier_behind = marks.is_behind(),
      .earlier = {.sources = marks.all(),
                  .other_classes =
                      request.all_classes ? engine::OtherClasses::as_notes : engine::OtherClasses::leave_out},
      .process_facts = !several || request.verbose};
  const engine::Checker checker(session.image(), settings);
  const output::Detail detail = request.quiet     ? output::Detail::quiet
                                : request.verbose ? output::Detail::verbose
                                                  : output::Detail::normal;
  Run run(request, checker, {lang, color(request.common), detail, several});
  bool usage_error = false;
  bool unreadable = false;
  for (const std::string& name : request.names) usage_error = !run.argument(name) || usage_error;
  for (const std::string& file : request.files) unreadable = !check_file(file, run) || unreadable;
  const bool nothing = run.empty() && !usage_error && !unreadable;
  if (nothing) std::fputs("tmsweep: no name found to check; give one name a line\n", stderr);
  const int code = run.finish();
  if (unreadable || nothing) return k_exit_unchecked;
  return usage_error ? k_exit_usage : code;
}

}  // namespace tmsweep::app
