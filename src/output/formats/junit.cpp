// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "output/finding_text.h"
#include "output/format.h"
#include "output/words.h"
#include "output/xml.h"

namespace tmsweep::output {

namespace {

/// A test suite a name, so that every count is known when it is written.
class SuiteWriter {
 public:
  SuiteWriter(const Report& r, const Options& o, std::string& out)
      : r_(r), o_(o), words_(words(o.lang)), zh_(o.lang == Lang::zh), out_(out) {}

  void write() {
    open();
    properties();
    for (const Finding& f : r_.findings) finding(f);
    for (const Accepted& a : r_.accepted) accepted(a);
    if (r_.error) {
      test("not-checked", zh_ ? "未检查" : "not checked");
      out_ += ">\n<error type=\"not-checked\"";
      attribute(out_, "message", *r_.error);
      out_ += "/>\n</testcase>\n";
    } else if (r_.findings.empty() && r_.accepted.empty()) {
      test("no-mine-found", words_.nothing_found);
      out_ += "/>\n";
    }
    out_ += "</testsuite>\n";
  }

 private:
  [[nodiscard]] bool fails(const Finding& f) const {
    return o_.fail_on != Risk::none && f.risk >= o_.fail_on;
  }

  void open() {
    std::size_t failures = 0;
    for (const Finding& f : r_.findings) failures += fails(f) ? 1U : 0U;
    const std::size_t tests = r_.findings.size() + r_.accepted.size();
    out_ += "<testsuite";
    attribute(out_, "name", r_.name.empty() ? place(r_.file, r_.line, r_.column, o_.lang) : shown());
    attribute(out_, "tests", std::to_string(tests == 0 ? 1 : tests));
    attribute(out_, "failures", std::to_string(failures));
    attribute(out_, "errors", r_.error ? "1" : "0");
    attribute(out_, "skipped", std::to_string(r_.accepted.size()));
    if (!r_.file.empty()) attribute(out_, "file", r_.file);
    out_ += ">\n";
  }

  [[nodiscard]] std::string shown() const { return r_.error ? shortened(r_.name) : r_.name; }

  void property(std::string_view name, std::string_view value) {
    out_ += "<property";
    attribute(out_, "name", name);
    attribute(out_, "value", value);
    out_ += "/>\n";
  }

  void properties() {
    out_ += "<properties>\n";
    property("verdict", r_.error ? "not-checked" : id_of(r_.verdict));
    if (!r_.goods.typed.empty()) property("goods", joined(r_.goods.typed, " | "));
    if (r_.goods.known()) property("classes", class_list(r_.goods.classes));
    property("law_edition", id_of(r_.edition));
    property("as_of", iso(r_.as_of));
    property("database", database_line(r_.database, words_));
    for (const std::string& sentence : r_.coverage) property("coverage", sentence);
    out_ += "</properties>\n";
  }

  /// Opens a test case; its tag is left open.
  void test(std::string_view id, std::string_view name) {
    out_ += "<testcase";
    attribute(out_, "classname", fmt::format("tmsweep.{}", id));
    attribute(out_, "name", name);
    if (!r_.file.empty()) attribute(out_, "file", r_.file);
    if (r_.line != 0) attribute(out_, "line", std::to_string(r_.line));
  }

  void test(const Finding& f) {
    const std::string term = f.term.empty() || f.term == f.matched ? "" : " → " + f.term;
    test(f.rule, f.matched.empty() ? f.title : fmt::format("{} · {}{}", f.title, f.matched, term));
  }

  /// Why, the law, and what to do, a line each.
  void body(const Finding& f) {
    ((out_ += xml(f.why)) += '\n') += xml(citation(r_, f, o_.lang));
    for (const std::string& fix : f.fixes)
      (out_ += '\n') += xml(fmt::format("{}{}{}", words_.fix, words_.colon, fix));
  }

  void finding(const Finding& f) {
    test(f);
    const bool fail = fails(f);
    out_ += fail ? ">\n<failure" : ">\n<system-out>";
    if (fail) {
      attribute(out_, "type", id_of(f.risk));
      attribute(out_, "message", f.title);
      out_ += '>';
    } else {
      (out_ += xml(words_.risks[static_cast<std::size_t>(f.risk)])) += '\n';
    }
    body(f);
    out_ += fail ? "</failure>\n</testcase>\n" : "</system-out>\n</testcase>\n";
  }

  void accepted(const Accepted& a) {
    test(a.finding);
    out_ += ">\n<skipped";
    const std::string_view by =
        a.by == Accepted::By::baseline ? (zh_ ? "基线" : "baseline") : words_.accepted;
    attribute(out_, "message",
              a.reason.empty() ? std::string(by) : fmt::format("{}{}{}", by, words_.colon, a.reason));
    out_ += "/>\n</testcase>\n";
  }

  const Report& r_;
  const Options& o_;
  const Words& words_;
  bool zh_;
  std::string& out_;
};

void begin(const Options& /*options*/, std::string& out) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tmsweep\">\n";
}

void report(const Report& r, const Options& o, std::size_t /*index*/, std::string& out) {
  SuiteWriter(r, o, out).write();
}

void end(const Totals& totals, const Options& /*options*/, std::string& out) {
  for (const std::string& fault : totals.faults) {
    out +=
        "<testsuite name=\"tmsweep\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
        "<testcase classname=\"tmsweep.not-checked\"";
    attribute(out, "name", fault);
    out += ">\n<error type=\"not-checked\"";
    attribute(out, "message", fault);
    out += "/>\n</testcase>\n</testsuite>\n";
  }
  out += "</testsuites>\n";
}

}  // namespace

extern constinit const Format junit{
    .id = "junit", .endings = {".xml"}, .begin = begin, .report = report, .end = end};

}  // namespace tmsweep::output
