// SPDX-License-Identifier: Apache-2.0
#include "app/export_marks.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/output_file.h"
#include "output/cells.h"
#include "output/json_writer.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 8> k_columns{"name",     "class",  "owner", "status",
                                                    "standing", "number", "filed", "source"};

std::string class_list(ClassMask mask) {
  std::string out;
  for (const int c : classes_of(mask)) out += (out.empty() ? "" : ",") + std::to_string(c);
  return out;
}

void json_row(std::string& out, const EarlierMark& m) {
  output::JsonWriter w(out);
  w.open('{');
  w.field("name", m.name);
  w.key("class");
  w.open('[');
  for (const int c : classes_of(m.classes)) w.number(static_cast<std::uint64_t>(c));
  w.close(']');
  w.field("owner", m.owner);
  w.field("status", m.status);
  w.field("standing", k_standing_ids.at(static_cast<std::size_t>(m.standing)));
  w.field("number", m.number);
  w.field("filed", m.filed);
  w.field("source", m.source);
  w.close('}');
  out += '\n';
}

std::string format_of(const std::string& format, const std::string& file) {
  if (!format.empty()) return format;
  const std::string ending = fs::path(file).extension().string();
  return ending == ".tsv" ? "tsv" : ending == ".jsonl" ? "jsonl" : "csv";
}

}  // namespace

void export_marks(const store::UserDatabase& db, std::int64_t source, const std::string& format,
                  const std::string& file) {
  const std::string written_as = format_of(format, file);
  const output::TableForm form = written_as == "tsv" ? output::TableForm{output::tsv_cell, "\t", "\n"}
                                                     : output::TableForm{output::csv_cell, ",", "\n"};
  OutputFile target =
      file.empty() ? OutputFile(OutputFile::WhenClosed::end_quietly) : OutputFile(fs::path(file));
  std::string row;
  if (written_as != "jsonl") output::write_row(k_columns, form, row);
  db.each(
      [&](const EarlierMark& m) {
        if (written_as == "jsonl") {
          json_row(row, m);
        } else {
          const std::string classes = class_list(m.classes);
          const std::array<std::string_view, k_columns.size()> cells{
              m.name,   classes, m.owner, m.status, k_standing_ids.at(static_cast<std::size_t>(m.standing)),
              m.number, m.filed, m.source};
          output::write_row(cells, form, row);
        }
        target.write(row);
        row.clear();
      },
      source);
  target.write(row);
  target.finish();
}

}  // namespace tmsweep::app
