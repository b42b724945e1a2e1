// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "output/finding_text.h"
#include "output/format.h"
#include "output/terminal.h"
#include "output/words.h"

namespace tmsweep::output {

namespace {

constexpr std::array<std::string_view, 4> k_commands{"notice", "notice", "warning", "error"};  ///< by Risk

/// The runner's own escapes for what follows `::`. Line feeds are those that the writer put there.
std::string data(std::string_view s) {
  std::string out;
  for (const char c : s) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Those for a property, which ends at a comma or a colon.
std::string property(std::string_view s) {
  std::string out;
  for (const char c : data(s)) {
    switch (c) {
      case ':':
        out += "%3A";
        break;
      case ',':
        out += "%2C";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Where an annotation stands; what is not known is left out.
struct Spot {
  std::string_view file;
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t end_column = 0;
};

void annotate(std::string_view command, const Spot& spot, std::string_view title, std::string_view message,
              std::string& out) {
  out += fmt::format("::{} ", command);
  if (!spot.file.empty()) {
    out += fmt::format("file={},", property(printable(spot.file)));
    if (spot.line != 0) out += fmt::format("line={},", spot.line);
    if (spot.line != 0 && spot.column != 0) out += fmt::format("col={},", spot.column);
    if (spot.line != 0 && spot.end_column > spot.column)
      out += fmt::format("endLine={},endColumn={},", spot.line, spot.end_column);
  }
  out += fmt::format("title={}::{}\n", property(printable(title)), data(message));
}

class Annotator {
 public:
  Annotator(const Report& r, const Options& o, std::string& out)
      : r_(r), o_(o), w_(words(o.lang)), out_(out) {}

  void write() {
    if (r_.error) {
      annotate("error", {r_.file, r_.line, r_.column}, o_.lang == Lang::zh ? "未检查" : "not checked",
               name() + printable(*r_.error), out_);
    }
    for (const Finding& f : r_.findings) finding(f);
  }

 private:
  /// The name before its message, with its line when the annotation cannot carry it.
  [[nodiscard]] std::string name() const {
    const std::string where = r_.file.empty() ? place("", r_.line, 0, o_.lang) : "";
    const std::string name = r_.error ? shortened(r_.name) : r_.name;
    return printable(where.empty() ? name : fmt::format("{} ({})", name, where)) + std::string(w_.colon);
  }

  void finding(const Finding& f) {
    std::string message = fmt::format("{}{}\n{}\n{}{}{}", name(), printable(f.title), printable(f.why),
                                      w_.law, w_.colon, printable(citation(r_, f, o_.lang)));
    for (const std::string& fix : f.fixes)
      message += fmt::format("\n{}{}{}", w_.fix, w_.colon, printable(fix));
    Spot spot{r_.file, r_.line};
    if (r_.column != 0) {
      spot.column = r_.column + f.span.start;
      spot.end_column = r_.column + f.span.end();
    }
    const auto risk = static_cast<std::size_t>(f.risk);
    annotate(k_commands[risk], spot, fmt::format("{} {}", w_.risks[risk], f.rule), message, out_);
  }

  const Report& r_;
  const Options& o_;
  const Words& w_;
  std::string& out_;
};

void begin(const Options& /*options*/, std::string& /*out*/) {}

void report(const Report& r, const Options& o, std::size_t /*index*/, std::string& out) {
  Annotator(r, o, out).write();
}

/// One notice for the run: counts, database, coverage.
void end(const Totals& totals, const Options& o, std::string& out) {
  const Words& w = words(o.lang);
  for (const std::string& fault : totals.faults)
    annotate("error", {}, o.lang == Lang::zh ? "未检查" : "not checked", printable(fault), out);
  std::string message = totals_line(totals, o.lang);
  if (totals.facts) message += '\n' + printable(facts_line(*totals.facts, o.lang));
  const std::vector<std::string> coverage = coverage_lines(totals, o.lang);
  if (!coverage.empty()) message += fmt::format("\n{}{}", w.coverage, w.colon);
  for (const std::string& sentence : coverage) message += "\n- " + printable(sentence);
  annotate("notice", {}, "tmsweep", message, out);
}

}  // namespace

extern constinit const Format github{
    .id = "github", .endings = {}, .needs = k_summary, .begin = begin, .report = report, .end = end};

}  // namespace tmsweep::output
