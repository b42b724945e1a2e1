// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "output/finding_text.h"
#include "output/format.h"
#include "output/words.h"
#include "output/xml.h"

namespace tmsweep::output {

namespace {

constexpr std::array<std::string_view, 4> k_severities{"ignore", "info", "warning", "error"};  ///< by Risk

/// One `error` of a `file`. Position 0 is left out.
void write_error(std::size_t line, std::size_t column, std::string_view severity, std::string_view source,
                 std::string_view message, std::string& out) {
  out += "<error";
  if (line != 0) attribute(out, "line", std::to_string(line));
  if (column != 0) attribute(out, "column", std::to_string(column));
  attribute(out, "severity", severity);
  attribute(out, "message", message);
  attribute(out, "source", fmt::format("tmsweep.{}", source));
  out += "/>\n";
}

/// `-` as on the command line is standard input.
std::string_view file_of(const Report& r) {
  if (!r.file.empty()) return r.file;
  return r.line != 0 ? "-" : "arguments";
}

std::string message_of(const Report& r, const Finding& f, const Words& w) {
  std::string out = fmt::format("{}{}{}{}{}", r.name, w.colon, f.title, w.colon, f.why);
  if (!f.fixes.empty()) out += fmt::format(" {}{}{}", w.fix, w.colon, f.fixes.front());
  return out;
}

void begin(const Options& /*options*/, std::string& out) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
}

/// A `file` element a name: a file with a million names is never held in memory.
void report(const Report& r, const Options& o, std::size_t /*index*/, std::string& out) {
  const Words& w = words(o.lang);
  out += "<file";
  attribute(out, "name", file_of(r));
  out += ">\n";
  const auto column = [&](const Finding& f) { return r.column == 0 ? 0 : r.column + f.span.start; };
  if (r.error) {
    write_error(r.line, r.column, "error", "not-checked",
                fmt::format("{}{}{}{}", shortened(r.name), w.colon, w.not_checked, *r.error), out);
  }
  for (const Finding& f : r.findings) {
    write_error(r.line, column(f), k_severities[static_cast<std::size_t>(f.risk)], f.rule,
                message_of(r, f, w), out);
  }
  for (const Accepted& a : r.accepted) {
    const std::string reason = a.reason.empty() ? "baseline" : a.reason;
    write_error(r.line, column(a.finding), "ignore", a.finding.rule,
                fmt::format("[{}] {}", reason, message_of(r, a.finding, w)), out);
  }
  out += "</file>\n";
}

/// A comment: the format has no other place for what concerns the run. It may not hold two hyphens.
void comment(std::string_view text, std::string& out) {
  std::string inside = xml(text);
  for (std::size_t at = inside.find("--"); at != std::string::npos; at = inside.find("--", at))
    inside.insert(at + 1, " ");
  out += fmt::format("<!-- {} -->\n", inside);
}

void end(const Totals& totals, const Options& o, std::string& out) {
  for (const std::string& fault : totals.faults) {
    out += "<file name=\"tmsweep\">\n";
    write_error(0, 0, "error", "not-checked", fault, out);
    out += "</file>\n";
  }
  comment(totals_line(totals, o.lang), out);
  if (totals.facts) comment(facts_line(*totals.facts, o.lang), out);
  for (const std::string& sentence : coverage_lines(totals, o.lang)) comment(sentence, out);
  out += "</checkstyle>\n";
}

}  // namespace

extern constinit const Format checkstyle{.id = "checkstyle",
                                         .endings = {".checkstyle.xml"},
                                         .needs = k_summary,
                                         .begin = begin,
                                         .report = report,
                                         .end = end};

}  // namespace tmsweep::output
