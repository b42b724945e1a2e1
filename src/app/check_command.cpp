// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>

#include "app/app.h"
#include "app/commands.h"
#include "app/session.h"
#include "engine/check.h"
#include "import/names.h"
#include "output/terminal.h"
#include "search/register.h"
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

/// Text that may hold bytes of a broken name, made valid UTF-8 for output.
std::string readable(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    const Result<std::u32string> points = text::decode(bytes);
    if (points) return out + std::string(bytes);
    const std::size_t bad = points.error().byte_offset.value_or(0);
    out += bytes.substr(0, bad);
    if (!out.ends_with("\xEF\xBF\xBD")) out += "\xEF\xBF\xBD";
    bytes.remove_prefix(std::min(bad + 1, bytes.size()));
  }
  return out;
}

/// Checks names one after the other, writes reports as they come, and keeps count.
class Run {
 public:
  Run(const CheckRequest& request, const engine::Checker& checker, output::Options options)
      : request_(request), checker_(checker), format_(format_named(request.format)), options_(options) {
    format_.begin(options_, out_);
  }

  /// A name given as an argument: a name that cannot be read is a mistake of the command line.
  bool argument(const std::string& name) {
    const engine::Query query{name, request_.goods, request_.classes, 0};
    Result<Report> report = checker_.check(query);
    if (!report) {
      std::fputs(fmt::format("tmsweep: '{}': {}; {}\n", output::printable(readable(name)),
                             report.error().message, report.error().hint)
                     .c_str(),
                 stderr);
      return false;
    }
    put(report.value());
    return true;
  }

  void row(const import::NameRow& row) {
    engine::Query query{row.name, row.goods.empty() ? request_.goods : row.goods,
                        row.classes.empty() ? request_.classes : row.classes, row.line};
    Result<Report> report = checker_.check(query);
    if (report) {
      put(report.value());
    } else {
      fault(row.line, row.name, report.error());
    }
  }

  void fault(std::size_t line, const std::string& text, const Error& error) {
    ++totals_.errors;
    put_report(checker_.failed({readable(text), {}, {}, line}, error));
    std::fputs(fmt::format("tmsweep: line {}: {}; {}\n", line, error.message, error.hint).c_str(), stderr);
  }

  /// Whether no name at all was met.
  [[nodiscard]] bool empty() const { return index_ == 0; }

  int finish() {
    format_.end(totals_, options_, out_);
    flush();
    if (totals_.errors > 0) return k_exit_unchecked;
    const Risk limit = threshold(request_.fail_on);
    return limit != Risk::none && worst_ >= limit ? k_exit_findings : k_exit_below_threshold;
  }

 private:
  void put(const Report& report) {
    const std::array<std::size_t*, 4> counts{&totals_.none, &totals_.low, &totals_.medium, &totals_.high};
    ++*counts[static_cast<std::size_t>(report.verdict)];
    worst_ = std::max(worst_, report.verdict);
    put_report(report);
  }

  void put_report(const Report& report) {
    format_.report(report, options_, index_++, out_);
    constexpr std::size_t k_chunk = 1U << 16U;
    if (out_.size() > k_chunk) flush();
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
  std::size_t index_ = 0;
  std::string out_;
};

/// Reads the list of earlier marks; a row that cannot be read makes the check incomplete.
bool read_marks(const std::string& file, search::MarkRegister& marks) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    std::fputs(fmt::format("tmsweep: --marks: cannot read '{}'\n", output::printable(file)).c_str(), stderr);
    return false;
  }
  bool whole = true;
  const auto fault = [&](std::size_t line, const std::string& /*text*/, const Error& e) {
    whole = false;
    std::fputs(
        fmt::format("tmsweep: --marks: {}:{}: {}; {}\n", output::printable(file), line, e.message, e.hint)
            .c_str(),
        stderr);
  };
  const import::NameSink sink{[&](const import::NameRow& row) {
                                EarlierMark mark;
                                mark.name = row.name;
                                for (const int c : row.classes) mark.classes |= class_bit(c);
                                mark.source = "--marks";
                                if (const auto e = marks.add(std::move(mark)))
                                  fault(row.line, row.name, *e);
                              },
                              fault};
  import::read_names(in, sink);
  return whole;
}

bool check_file(const std::string& file, Run& run) {
  const import::NameSink sink{
      [&](const import::NameRow& row) { run.row(row); },
      [&](std::size_t line, const std::string& text, const Error& e) { run.fault(line, text, e); }};
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
  std::unique_ptr<search::MarkRegister> marks;
  if (!request.marks.empty()) {
    marks = std::make_unique<search::MarkRegister>(session.image());
    if (!read_marks(request.marks, *marks)) return k_exit_unchecked;
  }
  const Lang lang = language(request.common);
  const bool several = request.names.size() != 1 || !request.files.empty();
  const engine::Settings settings{.lang = lang,
                                  .as_of = day(request.common),
                                  .trace = request.trace ? text::Trace::on : text::Trace::off,
                                  .marks = marks.get(),
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
