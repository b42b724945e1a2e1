// SPDX-License-Identifier: Apache-2.0
#include "import/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "import/cells.h"
#include "import/json_names.h"
#include "import/json_pointer.h"
#include "import/name_bytes.h"
#include "import/name_columns.h"
#include "import/record_reader.h"
#include "model/goods.h"
#include "model/worded.h"

namespace tmsweep::import {

namespace {

enum class Shape : std::uint8_t { lines, tsv, csv, json_lines, documents };

std::vector<std::string> texts_of(std::string_view record, const std::vector<Cell>& cells) {
  std::vector<std::string> out;
  out.reserve(cells.size());
  for (const Cell& cell : cells) out.push_back(cell_text(record, cell));
  return out;
}

/// The first line that is not empty, and whether more follows it.
std::string_view first_line(std::string_view head) {
  const std::size_t begin = std::min(head.find_first_not_of("\r\n \t"), head.size());
  const std::string_view rest = head.substr(begin);
  const std::string_view line = rest.substr(0, rest.find('\n'));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// Names may begin with a bracket, as 【新品】 and [新品] do: an array shows by what follows.
bool opens_array(std::string_view line) {
  if (!line.starts_with('[')) return false;
  const std::size_t next = line.find_first_not_of(" \t", 1);
  return next == std::string_view::npos || line[next] == '{' || line[next] == '"' || line[next] == ']';
}

Shape json_shape(std::string_view head) {
  const std::string_view line = first_line(head);
  const Json state = json_state(line);
  const bool broken_line = state == Json::no && line.starts_with('{');
  return state == Json::whole || broken_line ? Shape::json_lines : Shape::documents;
}

Shape table_shape(std::string_view line) {
  return line.find('\t') != std::string_view::npos ? Shape::tsv : Shape::csv;
}

Shape shape_of(std::string_view head, const NameOptions& options) {
  const std::string_view line = first_line(head);
  const bool json = line.starts_with('{') || opens_array(line);
  if (!options.pointers.empty() && (json || options.column.empty())) return json_shape(head);
  if (!options.column.empty()) return table_shape(line);
  if (json) return json_shape(head);
  std::vector<Cell> cells;
  for (const Shape shape : {Shape::tsv, Shape::csv}) {
    const char separator = shape == Shape::tsv ? '\t' : ',';
    cut_cells(line, separator, cells);
    const bool table = cells.size() > 1 || line == "name";
    if (table && std::ranges::any_of(texts_of(line, cells),
                                     [](const std::string& text) { return is_header(Header::name, text); }))
      return shape;
  }
  return Shape::lines;
}

NameRow row_at(std::size_t line, std::string text) {
  NameRow row;
  row.name = std::move(text);
  row.line = line;
  row.column = 1;
  return row;
}

void put_flaw(const RecordReader::Record& record, const NameSink& sink) {
  const std::string text(beginning_of({record.text.data(), record.text.size()}, k_shown));
  if (record.flaw == RecordReader::Flaw::open_quote) {
    sink.fault(row_at(record.line, text), open_quote());
  } else {
    sink.fault(row_at(record.line, text), {worded({"这一行超过 1 MiB", "the line is longer than 1 MiB"}),
                                           worded({"每行写一个名称", "give one name a line"}),
                                           {}});
  }
}

/// Reads lines and tables, record by record.
class RecordNames {
 public:
  RecordNames(Shape shape, const NameOptions& options, const NameSink& sink)
      : shape_(shape), options_(options), sink_(sink) {}

  void read(ByteSource& bytes) {
    RecordReader reader(bytes, shape_ == Shape::csv);
    while (const auto record = reader.next()) {
      if (record->flaw != RecordReader::Flaw::none) {
        put_flaw(*record, sink_);
      } else if (!take({record->text.data(), record->text.size()}, record->line)) {
        return;
      }
    }
    if (reader.error()) sink_.fault({}, *reader.error());
  }

 private:
  /// False: nothing more can be read.
  bool take(std::string_view record, std::size_t line) {
    const std::string_view text = without_blanks(record);
    if (text.empty()) return true;
    if (shape_ == Shape::lines) {
      NameRow row = row_at(line, std::string(text));
      row.column += static_cast<std::size_t>(text.data() - record.data());
      sink_.row(std::move(row));
      return true;
    }
    cut_cells(record, shape_ == Shape::tsv ? '\t' : ',', cells_);
    if (columns_) {
      take_cells(record, line);
      return true;
    }
    return take_first(record, line);
  }

  bool take_first(std::string_view record, std::size_t line) {
    const Result<NameColumns> columns = name_columns(texts_of(record, cells_), options_.column);
    if (!columns) {
      sink_.fault(row_at(line, {}), columns.error());
      return false;
    }
    columns_ = columns.value();
    if (!columns_->header) take_cells(record, line);
    return true;
  }

  [[nodiscard]] std::string field(std::string_view record, std::size_t column) const {
    return column < cells_.size() ? cell_text(record, cells_[column]) : std::string();
  }

  void take_cells(std::string_view record, std::size_t line) {
    NameRow row = row_at(line, field(record, columns_->name));
    if (columns_->name < cells_.size()) {
      const Cell& cell = cells_[columns_->name];
      const TextPlace place = place_of(record, content_begin(record, cell));
      row.line += place.line;
      row.column += place.column;
    }
    // A quote that was forgotten takes the next lines in, up to one where another stands.
    const bool ragged = std::ranges::any_of(cells_, [](const Cell& cell) { return cell.ragged; });
    if (ragged && record.find('\n') != std::string_view::npos) {
      return sink_.fault(
          row_at(line, std::string(beginning_of(record.substr(0, record.find('\n')), k_shown))),
          {worded({"跨行的字段在收尾的引号后面还有文字",
                   "text follows the closing quote of a field of several lines"}),
           worded({"在字段结束处收尾；字段里的引号写成 \"\"",
                   "close the quote where the field ends; a quote inside is written \"\""}),
           {}});
    }
    row.id = field(record, columns_->id);
    if (std::string goods = field(record, columns_->goods); !goods.empty())
      row.goods.push_back(std::move(goods));
    const Result<std::vector<int>> classes = parse_class_list(field(record, columns_->classes));
    if (!classes) return sink_.fault(std::move(row), classes.error());
    row.classes = classes.value();
    sink_.row(std::move(row));
  }

  Shape shape_;
  const NameOptions& options_;
  const NameSink& sink_;
  std::optional<NameColumns> columns_;
  std::vector<Cell> cells_;
};

void read_json(NameBytes& bytes, Shape shape, const NameOptions& options, const NameSink& sink) {
  JsonNames names(options, sink);
  if (shape == Shape::documents) {
    names.documents(bytes);
    return names.finish();
  }
  RecordReader reader(bytes, false);
  while (const auto record = reader.next()) {
    const std::string_view line(record->text.data(), record->text.size());
    if (record->flaw != RecordReader::Flaw::none) {
      put_flaw(*record, sink);
    } else if (!without_blanks(line).empty()) {
      names.line(line, record->line);
    }
  }
  if (reader.error()) sink.fault({}, *reader.error());
  names.finish();
}

/// Bytes that could not be converted must not be checked as if they were the name.
NameSink refusing_broken(const NameSink& sink, const NameBytes& bytes) {
  NameSink out = sink;
  out.row = [&sink, &bytes](NameRow&& row) {
    const text::Charset charset = bytes.charset();
    if (charset == text::Charset::utf8 || row.name.find('\xFF') == std::string::npos)
      return sink.row(std::move(row));
    sink.fault(std::move(row),
               {worded({"有不是 {} 的字节", "bytes that are no {}"}, text::charset_name(charset)),
                worded({"把文件存成 UTF-8，或用 --encoding 说明编码",
                        "save the file as UTF-8, or give its --encoding"}),
                {}});
  };
  return out;
}

void read_shape(NameBytes& bytes, const NameOptions& options, const NameSink& sink) {
  const Shape shape = shape_of(bytes.head(), options);
  if (shape == Shape::json_lines || shape == Shape::documents) {
    read_json(bytes, shape, options, sink);
  } else {
    RecordNames(shape, options, sink).read(bytes);
  }
}

}  // namespace

std::optional<Error> fault_of(const NameOptions& options) {
  if (!options.encoding.empty() && !text::charset_named(options.encoding)) {
    return Error{worded({"--encoding: 没有编码“{}”", "--encoding: '{}' is not known"}, options.encoding),
                 worded({"可用：{}", "known: {}"}, fmt::format("{}", fmt::join(text::k_charset_ids, ", "))),
                 {}};
  }
  if (options.pointers.size() > JsonHandler::k_most_pointers) {
    return Error{
        worded({"--pointer: 最多 {} 个", "--pointer: at most {} are possible"}, JsonHandler::k_most_pointers),
        worded({"用 * 合并一些", "use * in one of them"}),
        {}};
  }
  for (const std::string& text : options.pointers) {
    if (const auto pointer = parse_pointer(text); !pointer) {
      return Error{worded({"--pointer: “{}”：{}", "--pointer: '{}': {}"}, text, pointer.error().message),
                   pointer.error().hint,
                   {}};
    }
  }
  return std::nullopt;
}

void read_names(std::istream& in, const NameOptions& options, const NameSink& sink) {
  const auto told = [&](text::Charset charset) {
    if (options.encoding.empty() && sink.read_as) sink.read_as(text::charset_name(charset));
  };
  NameBytes bytes(in, options.encoding, {sink.waiting, told});
  read_shape(bytes, options, refusing_broken(sink, bytes));
}

Result<std::vector<int>> parse_class_list(const std::string& text) {
  std::vector<int> out;
  std::string digits;
  const auto flush = [&] {
    if (digits.empty()) return true;
    const int value = digits.size() > 3 ? 0 : std::stoi(digits);
    digits.clear();
    if (!is_nice_class(value)) return false;
    out.push_back(value);
    return true;
  };
  std::string rest = text;
  for (const std::string_view word : {"第", "类", "、", "，", "；"}) {
    for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word))
      rest.replace(at, word.size(), " ");
  }
  for (const char c : rest + " ") {
    const bool ok =
        c >= '0' && c <= '9' ? (digits += c, true) : (c == ',' || c == ' ' || c == ';') && flush();
    if (!ok) {
      return Error{worded({"“{}”不是尼斯类别", "'{}' is no list of Nice classes"}, beginning_of(text, 60)),
                   worded({"类别是 1 到 45，如 29,30", "classes are 1 to 45, as in 29,30"}),
                   {}};
    }
  }
  return out;
}

}  // namespace tmsweep::import
