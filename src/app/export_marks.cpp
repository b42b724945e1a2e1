// SPDX-License-Identifier: Apache-2.0
#include "app/export_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "output/json_writer.h"
#include "output/terminal.h"
#include "platform/files.h"
#include "platform/process.h"

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

/// A spreadsheet runs a cell that begins so; behind an apostrophe it is text.
bool would_run(std::string_view s) {
  if (s.empty()) return false;
  // Spreadsheets take the wide forms for the narrow ones.
  for (const std::string_view wide : {"＝", "＋", "－", "＠"}) {
    if (s.starts_with(wide)) return true;
  }
  return std::string_view("=+-@\t\r").find(s.front()) != std::string_view::npos;
}

void csv_field(std::string& out, std::string_view s) {
  const bool guard = would_run(s);
  if (s.find_first_of(",\"\r\n") == std::string_view::npos) {
    if (guard) out += '\'';
    out += s;
    return;
  }
  out += guard ? "\"'" : "\"";
  for (const char c : s) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  out += '"';
}

/// The form has no quotes, so what would end a field or a line becomes a blank.
void tsv_field(std::string& out, std::string_view s) {
  if (would_run(s)) out += '\'';
  for (const char c : s) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
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

/// What goes to a terminal must not act on it; what goes to a file is the mark as it was imported.
enum class Reader : bool { file, terminal };

template <class Field>
void table_row(std::string& out, const std::array<std::string_view, k_columns.size()>& fields, char separator,
               const Field& field, Reader reader) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += separator;
    if (reader == Reader::terminal) {
      field(out, output::printable(fields.at(i)));
    } else {
      field(out, fields.at(i));
    }
  }
  out += '\n';
}

/// Where the rows go: standard output, or a file that takes its name when it is whole.
class Target {
 public:
  explicit Target(const std::string& file) : file_(file), fresh_(file) {
    std::error_code error;
    whole_file_ = !file.empty() && (!fs::exists(file_, error) || fs::is_regular_file(file_, error));
    if (whole_file_) fresh_ += ".tmp";
    if (file.empty()) return;
    opened_.reset(platform::open_file(fresh_, "wb"));
    if (!opened_) fail(errno);
    unfinished_ = whole_file_;
  }
  ~Target() {
    if (!unfinished_) return;
    opened_.reset();
    std::error_code ignored;
    fs::remove(fresh_, ignored);
  }
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  void write(std::string& text) {
    std::FILE* stream = opened_ ? opened_.get() : stdout;
    if (std::fwrite(text.data(), 1, text.size(), stream) != text.size()) fail(errno);
    text.clear();
  }
  void finish() {
    if (!opened_) return;
    if (std::fclose(opened_.release()) != 0) fail(errno);
    if (!whole_file_) return;
    if (const std::error_code error = platform::move_over(fresh_, file_)) fail(error);
    unfinished_ = false;
  }

 private:
  struct Close {
    void operator()(std::FILE* f) const { std::fclose(f); }  // NOLINT(cppcoreguidelines-owning-memory)
  };
  [[noreturn]] void fail(int error) const { fail(std::error_code(error, std::generic_category())); }
  [[noreturn]] void fail(const std::error_code& error) const {
    throw store::DatabaseError(fmt::format(
        "{}: cannot write: {}", file_.empty() ? "standard output" : file_.string(), platform::reason(error)));
  }

  fs::path file_;
  fs::path fresh_;
  bool whole_file_ = false;
  bool unfinished_ = false;
  std::unique_ptr<std::FILE, Close> opened_;
};

std::string format_of(const std::string& format, const std::string& file) {
  if (!format.empty()) return format;
  const std::string ending = fs::path(file).extension().string();
  return ending == ".tsv" ? "tsv" : ending == ".jsonl" ? "jsonl" : "csv";
}

}  // namespace

void export_marks(const store::UserDatabase& db, std::int64_t source, const std::string& format,
                  const std::string& file) {
  constexpr std::size_t k_chunk = std::size_t{1} << 16U;
  const std::string form = format_of(format, file);
  using Field = void (*)(std::string&, std::string_view);
  const Field field = form == "tsv" ? Field{tsv_field} : Field{csv_field};
  const char separator = form == "tsv" ? '\t' : ',';
  Target target(file);
  const Reader reader =
      file.empty() && platform::is_terminal(platform::Stream::out) ? Reader::terminal : Reader::file;
  std::string out;
  if (form != "jsonl") table_row(out, k_columns, separator, field, reader);
  db.each(
      [&](const EarlierMark& m) {
        if (form == "jsonl") {
          json_row(out, m);
        } else {
          const std::string classes = class_list(m.classes);
          table_row(out,
                    {m.name, classes, m.owner, m.status,
                     k_standing_ids.at(static_cast<std::size_t>(m.standing)), m.number, m.filed, m.source},
                    separator, field, reader);
        }
        if (out.size() > k_chunk) target.write(out);
      },
      source);
  target.write(out);
  target.finish();
}

}  // namespace tmsweep::app
