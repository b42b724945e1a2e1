// SPDX-License-Identifier: Apache-2.0
#include "output/rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/fingerprint.h"
#include "output/finding_text.h"

namespace tmsweep::output {

namespace {

using Row = std::array<std::string, k_columns.size()>;

constexpr std::string_view k_between = " | ";
/// Never "none": a name that could not be checked is not harmless.
constexpr std::string_view k_not_checked = "not-checked";

constexpr std::size_t column(std::string_view name) {
  std::size_t i = 0;
  while (k_columns[i] != name) ++i;
  return i;
}

template <class Text>
void put(Row& row, std::size_t where, const Text& text) {
  row[where] = std::string(text);
}

/// What all rows of a report share.
Row head(const Report& r, Lang lang) {
  Row row;
  put(row, column("name"), r.error ? shortened(r.name) : r.name);
  put(row, column("id"), r.id);
  put(row, column("file"), r.file);
  if (r.line != 0) put(row, column("line"), std::to_string(r.line));
  if (r.column != 0) put(row, column("column"), std::to_string(r.column));
  put(row, column("verdict"), r.error ? k_not_checked : id_of(r.verdict));
  if (r.error) put(row, column("error"), *r.error);
  put(row, column("goods"), joined(r.goods.typed, k_between));
  put(row, column("classes"), class_list(r.goods.classes));
  put(row, column("law_edition"), id_of(r.edition));
  put(row, column("as_of"), iso(r.as_of));
  put(row, column("coverage"), joined(r.coverage, k_between));
  put(row, column("database"), database_line(r.database, words(lang)));
  return row;
}

void fill(const Report& r, const Finding& f, Lang lang, Row& row) {
  put(row, column("risk"), id_of(f.risk));
  put(row, column("rule"), f.rule);
  put(row, column("title"), f.title);
  put(row, column("matched"), f.matched);
  put(row, column("term"), f.term);
  put(row, column("why"), f.why);
  // A dash stands for no article, and a spreadsheet would take it for a formula.
  const std::string& article = f.articles[static_cast<std::size_t>(r.edition)];
  if (article != "-") put(row, column("article"), article);
  put(row, column("law"), citation(r, f, lang));
  put(row, column("effect"), id_of(f.effect));
  put(row, column("relation"), id_of(f.relation));
  put(row, column("fixes"), joined(f.fixes, k_between));
  put(row, column("fingerprint"), fingerprint(r, f));
  if (!f.earlier_mark) return;
  put(row, column("earlier_mark"), f.earlier_mark->name);
  put(row, column("earlier_classes"), class_list(f.earlier_mark->classes));
  put(row, column("earlier_owner"), f.earlier_mark->owner);
  put(row, column("earlier_number"), f.earlier_mark->number);
}

std::string accepted_by(const Accepted& a) {
  if (a.by == Accepted::By::baseline) return a.reason.empty() ? "baseline" : "baseline: " + a.reason;
  return fmt::format("{}{}", a.reason, a.expires.empty() ? "" : " (" + a.expires + ")");
}

void write(const Row& row, const TableForm& form, std::string& out) {
  std::array<std::string_view, k_columns.size()> cells;
  std::ranges::copy(row, cells.begin());
  write_row(cells, form, out);
}

}  // namespace

void write_header(const TableForm& form, std::string& out) {
  write_row(k_columns, form, out);
}

void write_rows(const Report& r, const Options& o, const TableForm& form, std::string& out) {
  const Row common = head(r, o.lang);
  if (r.findings.empty() && r.accepted.empty()) write(common, form, out);
  for (const Finding& f : r.findings) {
    Row row = common;
    fill(r, f, o.lang, row);
    write(row, form, out);
  }
  for (const Accepted& a : r.accepted) {
    Row row = common;
    fill(r, a.finding, o.lang, row);
    put(row, column("accepted"), accepted_by(a));
    write(row, form, out);
  }
}

void write_faults(const Totals& totals, const TableForm& form, std::string& out) {
  for (const std::string& fault : totals.faults) {
    Row row;
    put(row, column("verdict"), k_not_checked);
    put(row, column("error"), fault);
    write(row, form, out);
  }
}

}  // namespace tmsweep::output
