// SPDX-License-Identifier: Apache-2.0
#include "output/match_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "output/cells.h"
#include "output/finding_text.h"
#include "output/json_writer.h"
#include "output/report_json.h"
#include "output/terminal.h"
#include "output/words.h"

namespace tmsweep::output {

namespace {

/// 厉-历 蜀=蜀 记=记, shown in one cell.
std::string aligned(const MatchRow& row, const Words& words) {
  std::string out;
  for (const AlignedPair& p : row.finding.alignment) {
    if (!out.empty()) out += ' ';
    if (p.how == Relation::identical) {
      out += p.later;
      continue;
    }
    const std::string_view how = words.aligned[static_cast<std::size_t>(p.how)];
    out +=
        fmt::format("{}/{}({})", p.later.empty() ? "-" : p.later, p.earlier.empty() ? "-" : p.earlier, how);
  }
  return out;
}

class Table {
 public:
  Table(Side side, const Options& options) : side_(side), options_(options), words_(words(options.lang)) {}

  [[nodiscard]] std::string text(std::span<const MatchRow> rows) const {
    const bool zh = options_.lang == Lang::zh;
    if (rows.empty()) {
      if (side_ == Side::later)
        return zh ? "没有发现仿冒的名称\n" : "no name that imitates the brand was found\n";
      return zh ? "在已检查的范围内没有发现近似的在先商标（不等于可以注册）\n"
                : "no similar earlier mark within what was checked (this is no clearance)\n";
    }
    std::string out;
    for (std::size_t i = 0; i < rows.size(); ++i) out += line(rows[i], i + 1);
    return out;
  }

  [[nodiscard]] std::string tsv(std::span<const MatchRow> rows) const {
    std::string out =
        "rank\trisk\tname\tfile\tline\tearlier_"
        "mark\trelation\taligned\tclasses\towner\tnumber\tstatus\tsource\twhy\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const MatchRow& r = rows[i];
      const EarlierMark& e = *r.finding.earlier_mark;
      out += fmt::format("{}\t{}\t{}\t{}\t{}\t", i + 1, id_of(r.finding.risk), tsv_cell(r.name),
                         tsv_cell(r.file), r.line == 0 ? "" : std::to_string(r.line));
      out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", tsv_cell(r.finding.term),
                         id_of(r.finding.relation), tsv_cell(aligned(r, words_)), class_list(e.classes),
                         tsv_cell(e.owner), tsv_cell(e.number), tsv_cell(e.status), tsv_cell(e.source),
                         tsv_cell(r.finding.why));
    }
    return out;
  }

  void json(const MatchRow& r, std::size_t rank, JsonWriter& j) const {
    j.open('{');
    j.key("rank");
    j.number(rank);
    j.field("risk", id_of(r.finding.risk));
    j.field("name", r.name);
    if (!r.file.empty()) j.field("file", r.file);
    if (r.line != 0) {
      j.key("line");
      j.number(r.line);
    }
    j.field("earlier_mark", r.finding.term);
    j.field("relation", id_of(r.finding.relation));
    j.key("alignment");
    j.open('[');
    for (const AlignedPair& p : r.finding.alignment) {
      j.open('{');
      j.field("later", p.later);
      j.field("earlier", p.earlier);
      j.field("how", id_of(p.how));
      j.close('}');
    }
    j.close(']');
    j.key("classes");
    j.open('[');
    const ClassMask classes = r.finding.earlier_mark->classes;
    for (const int c : classes_of(classes == k_all_classes ? 0 : classes))
      j.number(static_cast<std::uint64_t>(c));
    j.close(']');
    j.field("owner", r.finding.earlier_mark->owner);
    j.field("number", r.finding.earlier_mark->number);
    j.field("status", r.finding.earlier_mark->status);
    j.field("standing", k_standing_ids[static_cast<std::size_t>(r.finding.earlier_mark->standing)]);
    j.field("source", r.finding.earlier_mark->source);
    j.field("why", r.finding.why);
    j.close('}');
  }

 private:
  [[nodiscard]] std::string line(const MatchRow& r, std::size_t rank) const {
    const bool zh = options_.lang == Lang::zh;
    const Finding& f = r.finding;
    const std::string_view risk = words_.risks[static_cast<std::size_t>(f.risk)];
    const std::string_view relation = words_.relations[static_cast<std::size_t>(f.relation)];
    std::string out;
    if (side_ == Side::earlier) {
      out = fmt::format("{:>3}. {} {}  {}", rank, risk, printable(f.term), relation);
      if (f.earlier_mark->classes != 0 && f.earlier_mark->classes != k_all_classes)
        out += fmt::format(fmt::runtime(zh ? "  第{}类" : "  class {}"), class_list(f.earlier_mark->classes));
      for (const std::string* s :
           {&f.earlier_mark->owner, &f.earlier_mark->number, &f.earlier_mark->status}) {
        if (!s->empty()) out += "  " + printable(*s);
      }
    } else {
      out = fmt::format("{:>3}. {} {}  {} → {}", rank, risk, printable(r.name), relation, printable(f.term));
      if (!r.file.empty()) out += "  " + printable(r.file);
      if (r.line != 0) out += fmt::format(fmt::runtime(zh ? "  第{}行" : "  line {}"), r.line);
    }
    constexpr int k_width = 88;
    constexpr int k_indent = 5;
    return out + "\n     " + printable(aligned(r, words_)) + "\n     " +
           wrapped(printable(f.why), k_width, k_indent) + "\n";
  }

  Side side_;
  const Options& options_;
  const Words& words_;
};

}  // namespace

std::string match_table(std::span<const MatchRow> rows, Side side, std::string_view format,
                        const DatabaseInfo& database, const Options& options) {
  const Table table(side, options);
  if (format == "text") return table.text(rows);
  if (format == "tsv") return table.tsv(rows);
  std::string out;
  const bool lines = format == "jsonl";
  JsonWriter j(out);
  if (!lines) {
    j.open('{');
    j.field("schema", side == Side::earlier ? "tmsweep.similar/1" : "tmsweep.watch/1");
    j.key("rows");
    j.open('[');
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (lines) {
      JsonWriter own(out);
      table.json(rows[i], i + 1, own);
      out += '\n';
    } else {
      table.json(rows[i], i + 1, j);
    }
  }
  if (!lines) {
    j.close(']');
    j.key("database");
    j.open('{');
    write_edition(database, j);
    j.field("sha256", database.sha256);
    j.close('}');
    j.close('}');
    out += '\n';
  }
  return out;
}

}  // namespace tmsweep::output
