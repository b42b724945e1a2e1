// SPDX-License-Identifier: Apache-2.0
#include "output/report_json.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace tmsweep::output {

namespace {

void write_articles(const std::array<std::string, 2>& articles, JsonWriter& j) {
  j.key("articles");
  j.open('{');
  j.field("2019", articles[0]);
  j.field("2026", articles[1]);
  j.close('}');
}

void write_case(const DecidedCase& c, JsonWriter& j) {
  j.open('{');
  j.field("name", c.name);
  if (!c.goods.empty()) j.field("goods", c.goods);
  j.field("outcome", c.outcome);
  j.key("year");
  if (c.year == 0) {
    j.null();
  } else {
    j.number(static_cast<std::uint64_t>(c.year));
  }
  j.field("note", c.note);
  j.field("source", c.source);
  j.close('}');
}

void write_earlier_mark(const EarlierMark& e, JsonWriter& j) {
  j.open('{');
  j.field("name", e.name);
  j.key("classes");
  j.open('[');
  for (const int c : classes_of(e.classes)) j.number(static_cast<std::uint64_t>(c));
  j.close(']');
  const auto known = [&](std::string_view key, std::string_view value) {
    j.key(key);
    if (value.empty()) {
      j.null();
    } else {
      j.text(value);
    }
  };
  known("owner", e.owner);
  known("status", e.status);
  known("standing", k_standing_ids[static_cast<std::size_t>(e.standing)]);
  known("number", e.number);
  known("filed", e.filed);
  known("fame", k_fame_ids[static_cast<std::size_t>(e.fame)]);
  known("source", e.source);
  j.close('}');
}

void write_alignment(const std::vector<AlignedPair>& pairs, JsonWriter& j) {
  j.key("alignment");
  j.open('[');
  for (const AlignedPair& p : pairs) {
    j.open('{');
    j.field("later", p.later);
    j.field("earlier", p.earlier);
    j.key("how");
    if (p.how == Relation::none) {
      j.null();
    } else {
      j.text(id_of(p.how));
    }
    j.close('}');
  }
  j.close(']');
}

void write_finding(const Finding& f, Edition edition, JsonWriter& j) {
  j.open('{');
  j.field("rule", f.rule);
  j.field("kind", f.kind);
  j.field("basis", f.basis);
  j.field("ground", id_of(f.ground));
  j.field("article", f.articles[static_cast<std::size_t>(edition)]);
  write_articles(f.articles, j);
  j.field("risk", id_of(f.risk));
  j.field("effect", id_of(f.effect));
  j.key("span");
  j.open('{');
  j.key("start");
  j.number(f.span.start);
  j.key("length");
  j.number(f.span.length);
  j.close('}');
  j.field("matched", f.matched);
  j.field("term", f.term);
  j.field("list", f.list);
  j.key("relation");
  if (f.relation == Relation::none) {
    j.null();
  } else {
    j.text(id_of(f.relation));
  }
  j.key("depends_on_goods");
  j.boolean(f.depends_on_goods);
  j.field("title", f.title);
  j.field("why", f.why);
  j.list("exceptions", f.exceptions);
  j.list("fixes", f.fixes);
  j.key("cases");
  j.open('[');
  for (const DecidedCase& c : f.cases) write_case(c, j);
  j.close(']');
  j.key("also");
  j.open('[');
  for (const OtherBasis& o : f.also) {
    j.open('{');
    j.field("rule", o.rule);
    j.field("basis", o.basis);
    write_articles(o.articles, j);
    j.close('}');
  }
  j.close(']');
  j.key("earlier_mark");
  if (f.earlier_mark) {
    write_earlier_mark(*f.earlier_mark, j);
  } else {
    j.null();
  }
  write_alignment(f.alignment, j);
  j.field("source", f.source);
  j.close('}');
}

/// Nothing when nothing was accepted.
void write_accepted(const Report& r, JsonWriter& j) {
  if (r.accepted.empty()) return;
  j.key("accepted");
  j.open('[');
  for (const Accepted& a : r.accepted) {
    j.open('{');
    j.field("by", a.by == Accepted::By::suppression ? "suppression" : "baseline");
    for (const auto& [key, value] :
         {std::pair<std::string_view, const std::string&>{"reason", a.reason}, {"expires", a.expires}}) {
      j.key(key);
      if (value.empty()) {
        j.null();
      } else {
        j.text(value);
      }
    }
    j.key("finding");
    write_finding(a.finding, r.edition, j);
    j.close('}');
  }
  j.close(']');
}

void write_forms(const ReportForms& forms, JsonWriter& j) {
  j.key("forms");
  j.open('{');
  j.field("normalized", forms.normalized);
  j.field("simplified", forms.simplified);
  j.field("pinyin", forms.pinyin);
  j.field("skeleton", forms.skeleton);
  j.field("distinctive", forms.distinctive);
  j.close('}');
}

void write_trace(const std::vector<TraceStep>& trace, JsonWriter& j) {
  if (trace.empty()) return;
  j.key("trace");
  j.open('[');
  for (const TraceStep& t : trace) {
    j.open('{');
    j.field("step", t.step);
    j.field("before", t.before);
    j.field("after", t.after);
    j.close('}');
  }
  j.close(']');
}

/// Where the name was read; nothing for an argument.
void write_place(const Report& r, JsonWriter& j) {
  if (!r.id.empty()) j.field("id", r.id);
  if (!r.file.empty()) j.field("file", r.file);
  if (r.line != 0) {
    j.key("line");
    j.number(r.line);
  }
  if (r.column != 0) {
    j.key("column");
    j.number(r.column);
  }
}

/// YYYY-MM-DD.
std::string_view written(const Date& d, std::array<char, 40>& out) {
  const auto is_usual = [](int n, int most) { return n >= 0 && n <= most; };
  if (!is_usual(d.year, 9999) || !is_usual(d.month, 99) || !is_usual(d.day, 99)) {
    const auto end = fmt::format_to_n(out.data(), out.size(), "{:04}-{:02}-{:02}", d.year, d.month, d.day);
    return {out.data(), end.size};
  }
  const auto put = [&](std::size_t last, int n, std::size_t digits) {
    for (; digits > 0; --digits, n /= 10) out[last--] = static_cast<char>('0' + n % 10);
  };
  put(3, d.year, 4);
  out[4] = '-';
  put(6, d.month, 2);
  out[7] = '-';
  put(9, d.day, 2);
  return {out.data(), 10};
}

bool is_same(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return a == b;
}
bool is_same(const DatabaseInfo& a, const DatabaseInfo& b) {
  return a.edition == b.edition && a.age_days == b.age_days && a.terms == b.terms && a.marks == b.marks &&
         a.sha256 == b.sha256;
}

/// JSON that most reports of a run have in common: written once, and copied as long as it is asked for again.
template <class T>
class Repeated {
 public:
  template <class Write>
  std::string_view json(const T& value, const Write& write) {
    if (json_.empty() || !is_same(value_, value)) {
      value_ = value;
      json_.clear();
      JsonWriter j(json_);
      write(j);
    }
    return json_;
  }

 private:
  T value_;
  std::string json_;
};

void write_repeated(std::string_view name, const std::vector<std::string>& items,
                    Repeated<std::vector<std::string>>& last, JsonWriter& j) {
  j.key(name);
  j.written(last.json(items, [&](JsonWriter& own) { own.items(items); }));
}

}  // namespace

void write_edition(const DatabaseInfo& database, JsonWriter& j) {
  j.field("edition", database.edition);
  j.key("age_days");
  if (database.age_days) {
    j.number(static_cast<std::uint64_t>(*database.age_days));
  } else {
    j.null();
  }
}

void write_report(const Report& r, JsonWriter& j) {
  j.open('{');
  j.field("schema", "tmsweep.report/1");
  j.field("name", r.name);
  write_place(r, j);
  j.key("verdict");
  if (r.error) {
    j.null();
    j.field("error", *r.error);
  } else {
    j.text(id_of(r.verdict));
  }
  j.field("law_edition", id_of(r.edition));
  std::array<char, 40> day;  // the library's formatting costs as much as the rest of the head
  j.field("as_of", written(r.as_of, day));
  j.list("goods", r.goods.typed);
  j.key("classes");
  j.open('[');
  for (const int c : classes_of(r.goods.classes)) j.number(static_cast<std::uint64_t>(c));
  j.close(']');
  write_forms(r.forms, j);
  j.key("findings");
  j.open('[');
  for (const Finding& f : r.findings) write_finding(f, r.edition, j);
  j.close(']');
  write_accepted(r, j);
  thread_local std::array<Repeated<std::vector<std::string>>, 3> last;
  write_repeated("changes", r.changes, last[0], j);
  write_repeated("process", r.process, last[1], j);
  write_repeated("coverage", r.coverage, last[2], j);
  write_trace(r.trace, j);
  thread_local Repeated<DatabaseInfo> database;
  j.key("database");
  j.written(database.json(r.database, [&](JsonWriter& own) {
    own.open('{');
    write_edition(r.database, own);
    own.key("terms");
    own.number(r.database.terms);
    own.key("marks");
    own.number(r.database.marks);
    own.field("sha256", r.database.sha256);
    own.close('}');
  }));
  j.close('}');
}

}  // namespace tmsweep::output
