// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/fingerprint.h"
#include "output/finding_text.h"
#include "output/format.h"
#include "output/json_writer.h"
#include "output/report_json.h"
#include "output/sarif_location.h"
#include "output/sarif_rules.h"
#include "output/terminal.h"
#include "output/words.h"

namespace tmsweep::output {

namespace {

constexpr std::string_view k_not_checked = "not-checked";

void message(std::string_view text, JsonWriter& j) {
  j.key("message");
  j.open('{');
  j.field("text", sarif_message(printable(text)));
  j.close('}');
}

void number(std::string_view key, std::uint64_t value, JsonWriter& j) {
  j.key(key);
  j.number(value);
}

void class_numbers(ClassMask mask, JsonWriter& j) {
  j.key("classes");
  j.open('[');
  for (const int c : classes_of(mask)) j.number(static_cast<std::uint64_t>(c));
  j.close(']');
}

/// The results of one report.
class ResultWriter {
 public:
  ResultWriter(const Report& r, const Options& o, JsonWriter& j) : r_(r), o_(o), j_(j) {}

  void write(const Finding& f, const Accepted* accepted) {
    j_.open('{');
    rule(f);
    j_.field("level", sarif_level(f.risk));
    message(fmt::format("{}{}{}{}{}", r_.name, words(o_.lang).colon, f.title, words(o_.lang).colon, f.why),
            j_);
    write_locations({r_.name, r_.file, r_.line, r_.column}, f.span, j_);
    j_.key("partialFingerprints");
    j_.open('{');
    j_.field("tmsweepFinding/v1", fingerprint(r_, f));
    j_.close('}');
    suppressions(accepted);
    properties(f, accepted);
    j_.close('}');
  }

 private:
  void rule(const Finding& f) {
    j_.field("ruleId", f.rule);
    const auto found = std::ranges::find(o_.rules, f.rule, &RuleInfo::id);
    if (found != o_.rules.end())
      number("ruleIndex", static_cast<std::uint64_t>(found - o_.rules.begin()), j_);
  }

  /// Always there: a run either says of every result whether it is suppressed, or of none.
  void suppressions(const Accepted* accepted) {
    j_.key("suppressions");
    j_.open('[');
    if (accepted != nullptr) {
      j_.open('{');
      j_.field("kind", "external");
      j_.field("status", "accepted");
      if (!accepted->reason.empty()) j_.field("justification", printable(accepted->reason));
      j_.close('}');
    }
    j_.close(']');
  }

  void properties(const Finding& f, const Accepted* accepted) {
    j_.key("properties");
    j_.open('{');
    j_.field("name", r_.name);
    if (!r_.id.empty()) j_.field("id", r_.id);
    j_.field("verdict", id_of(r_.verdict));
    j_.list("goods", r_.goods.typed);
    class_numbers(r_.goods.classes, j_);
    j_.field("kind", f.kind);
    j_.field("basis", f.basis);
    j_.field("ground", id_of(f.ground));
    j_.field("risk", id_of(f.risk));
    j_.field("effect", id_of(f.effect));
    j_.field("article", f.articles[static_cast<std::size_t>(r_.edition)]);
    j_.key("articles");
    j_.open('{');
    j_.field("2019", f.articles[0]);
    j_.field("2026", f.articles[1]);
    j_.close('}');
    j_.field("law", citation(r_, f, o_.lang));
    j_.field("matched", f.matched);
    j_.field("term", f.term);
    if (f.relation != Relation::none) j_.field("relation", id_of(f.relation));
    j_.list("exceptions", f.exceptions);
    j_.list("fixes", f.fixes);
    if (f.earlier_mark) earlier(*f.earlier_mark);
    if (accepted != nullptr) {
      j_.field("acceptedBy", accepted->by == Accepted::By::baseline ? "baseline" : "suppression");
      if (!accepted->expires.empty()) j_.field("expires", accepted->expires);
    }
    j_.close('}');
  }

  void earlier(const EarlierMark& e) {
    j_.key("earlier_mark");
    j_.open('{');
    j_.field("name", e.name);
    class_numbers(e.classes == k_all_classes ? 0 : e.classes, j_);
    j_.field("owner", e.owner);
    j_.field("number", e.number);
    j_.field("status", e.status);
    j_.field("source", e.source);
    j_.close('}');
  }

  const Report& r_;
  const Options& o_;
  JsonWriter& j_;
};

/// Everything up to the first result; the brackets are closed by end().
void begin(const Options& o, std::string& out) {
  JsonWriter j(out);
  j.open('{');
  j.field("$schema",
          "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
  j.field("version", "2.1.0");
  j.key("runs");
  j.open('[');
  j.open('{');
  j.key("tool");
  j.open('{');
  j.key("driver");
  j.open('{');
  j.field("name", "tmsweep");
  j.field("semanticVersion", TMSWEEP_VERSION);
  j.field("language", o.lang == Lang::zh ? "zh-CN" : "en");
  write_sarif_rules(o.rules, o.lang, j);
  j.key("notifications");
  j.open('[');
  j.open('{');
  j.field("id", k_not_checked);
  j.field("name", "NotChecked");
  j.key("shortDescription");
  j.open('{');
  j.field("text", o.lang == Lang::zh ? "名称未能检查" : "a name could not be checked");
  j.close('}');
  j.close('}');
  j.close(']');
  j.close('}');
  j.close('}');
  j.field("columnKind", "unicodeCodePoints");
  j.field("language", o.lang == Lang::zh ? "zh-CN" : "en");
  j.key("results");
  j.open('[');
  out += '\n';
}

void report(const Report& r, const Options& o, std::size_t /*index*/, std::string& out) {
  std::string_view between;
  const auto write = [&](const Finding& f, const Accepted* accepted) {
    out += between;
    JsonWriter j(out);
    ResultWriter(r, o, j).write(f, accepted);
    between = ",\n";
  };
  for (const Finding& f : r.findings) write(f, nullptr);
  for (const Accepted& a : r.accepted) write(a.finding, &a);
}

void notification(std::string_view text, const Unchecked* name, JsonWriter& j) {
  j.open('{');
  j.key("descriptor");
  j.open('{');
  j.field("id", k_not_checked);
  number("index", 0, j);
  j.close('}');
  j.field("level", "error");
  message(text, j);
  if (name != nullptr) write_locations({name->name, name->file, name->line, name->column}, {}, j);
  j.close('}');
}

void invocation(const Totals& t, Lang lang, JsonWriter& j) {
  const bool zh = lang == Lang::zh;
  j.key("invocations");
  j.open('[');
  j.open('{');
  j.key("executionSuccessful");
  j.boolean(t.whole());
  j.key("toolExecutionNotifications");
  j.open('[');
  for (const Unchecked& u : t.unchecked)
    notification(fmt::format("{}{}{}", u.name, words(lang).colon, u.error), &u, j);
  if (const std::size_t more = more_unchecked(t); more > 0) {
    notification(fmt::format(fmt::runtime(zh ? "另有 {} 个名称未能检查，见 jsonl 输出"
                                             : "{} more names could not be checked; see the jsonl output"),
                             more),
                 nullptr, j);
  }
  for (const std::string& fault : t.faults) notification(fault, nullptr, j);
  j.close(']');
  j.close('}');
  j.close(']');
}

void run_properties(const Totals& t, Lang lang, JsonWriter& j) {
  j.key("properties");
  j.open('{');
  j.key("totals");
  j.open('{');
  number("names", t.names(), j);
  number("high", t.high, j);
  number("medium", t.medium, j);
  number("low", t.low, j);
  number("none", t.none, j);
  number("not_checked", t.errors, j);
  number("accepted_findings", t.accepted, j);
  j.close('}');
  if (t.facts) {
    j.field("law_edition", id_of(t.facts->edition));
    j.field("as_of", iso(t.facts->as_of));
    j.key("database");
    j.open('{');
    write_edition(t.facts->database, j);
    number("terms", t.facts->database.terms, j);
    number("marks", t.facts->database.marks, j);
    j.field("sha256", t.facts->database.sha256);
    j.close('}');
  }
  j.list("coverage", coverage_lines(t, lang));
  j.close('}');
}

void end(const Totals& t, const Options& o, std::string& out) {
  out += "\n],";
  JsonWriter j(out);
  invocation(t, o.lang, j);
  run_properties(t, o.lang, j);
  out += "}]}\n";
}

}  // namespace

extern constinit const Format sarif{.id = "sarif",
                                    .endings = {".sarif", ".sarif.json"},
                                    .needs = k_rules | k_summary,
                                    .between = ",\n",
                                    .begin = begin,
                                    .report = report,
                                    .end = end};

}  // namespace tmsweep::output
