// SPDX-License-Identifier: Apache-2.0
// Registers as tables with a header, and as JSON Lines.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "import/record_reader.h"
#include "import/register_intake.h"
#include "model/worded.h"

namespace tmsweep::import {

namespace {

std::optional<Error> flaw_of(const RecordReader::Record& record) {
  if (record.flaw == RecordReader::Flaw::too_long) {
    return Error{worded({"记录超过 1 MiB", "the record is longer than 1 MiB"}),
                 worded({"格式对吗？", "is this the right format?"}),
                 {}};
  }
  if (record.flaw == RecordReader::Flaw::open_quote) {
    return open_quote();
  }
  if (const auto bad = first_bad_utf8({record.text.data(), record.text.size()})) {
    return Error{worded({"字节不是 UTF-8", "the bytes are not UTF-8"}),
                 worded({"转换文件：iconv -f GB18030 -t UTF-8 FILE > NEW",
                         "convert the file: iconv -f GB18030 -t UTF-8 FILE > NEW"}),
                 record.byte + *bad};
  }
  return std::nullopt;
}

/// Column of each field; -1: there is none.
using Columns = std::array<std::ptrdiff_t, k_field_count>;

Result<Columns> columns_of(const std::vector<std::string_view>& header, const RegisterOptions& options) {
  std::vector<std::string> keys;
  keys.reserve(header.size());
  for (const std::string_view cell : header) keys.push_back(header_key(cell));
  const auto find = [&](const std::string& key) {
    const auto it = std::ranges::find(keys, key);
    return it == keys.end() ? std::ptrdiff_t{-1} : it - keys.begin();
  };
  Columns out;
  out.fill(-1);
  for (std::size_t i = 0; i < k_field_count; ++i) {
    if (const auto given = options.columns.find(std::string(k_field_ids[i]));
        given != options.columns.end()) {
      out[i] = find(header_key(given->second));
      if (out[i] < 0) {
        return Error{worded({"没有“{}”这一列", "there is no column '{}'"}, given->second),
                     worded({"见第一行", "see the first line"}),
                     {}};
      }
      continue;
    }
    for (const std::string_view usual : usual_headers(static_cast<Field>(i))) {
      if (out[i] = find(header_key(usual)); out[i] >= 0) break;
    }
  }
  if (out[0] < 0) {
    return Error{worded({"第一行没有名称列", "the first line names no column of names"}),
                 worded({"指定该列：--column name=HEADER", "name the column: --column name=HEADER"}),
                 {}};
  }
  return out;
}

class TableReader {
 public:
  TableReader(ByteSource& bytes, const RegisterOptions& options, RegisterIntake& intake)
      : bytes_(bytes),
        options_(options),
        intake_(intake),
        quotes_(options.format == RegisterFormat::csv),
        separator_(quotes_ ? ',' : '\t'),
        records_(bytes, quotes_) {}

  std::optional<Error> run() {
    const std::string member = bytes_.member();
    if (auto error = read_header()) return error;
    while (const auto record = records_.next()) {
      if (intake_.stopped()) return std::nullopt;
      if (record->text.empty() && record->flaw == RecordReader::Flaw::none) continue;
      if (intake_.begin(member, record->byte, record->line)) take(*record);
      report();
    }
    return records_.error();
  }

 private:
  std::optional<Error> read_header() {
    const auto record = records_.next();
    if (!record) return records_.error();
    if (auto error = flaw_of(*record)) {
      error->message = worded({"第一行：{}", "the first line: {}"}, error->message);
      return error;
    }
    split_fields(record->text, separator_, quotes_, fields_);
    Result<Columns> columns = columns_of(fields_, options_);
    if (!columns) return columns.error();
    columns_ = columns.value();
    return std::nullopt;
  }

  void take(const RecordReader::Record& record) {
    if (const auto error = flaw_of(record)) return intake_.fault(*error);
    split_fields(record.text, separator_, quotes_, fields_);
    if (fields_.size() <= static_cast<std::size_t>(columns_[0])) {
      return intake_.fault(
          {worded({"记录的字段太少：{} 个", "the record has too few fields: {}"}, fields_.size()),
           worded({"第一行的每一列都要有字段", "write a field for each column of the first line"}),
           {}});
    }
    RawMark raw;
    for (std::size_t i = 0; i < k_field_count; ++i) {
      const auto column = static_cast<std::size_t>(columns_[i]);
      if (columns_[i] >= 0 && column < fields_.size()) raw.text[i] = fields_[column];
    }
    intake_.give(raw);
  }

  void report() {
    if (const std::uint64_t bytes = bytes_.consumed(); bytes != reported_)
      intake_.progress(reported_ = bytes);
  }

  ByteSource& bytes_;
  const RegisterOptions& options_;
  RegisterIntake& intake_;
  bool quotes_;
  char separator_;
  RecordReader records_;
  Columns columns_{};
  std::vector<std::string_view> fields_;
  std::uint64_t reported_ = 0;
};

/// A value as text: lists are joined with `;`. nullopt: it is neither text nor number nor a list of these.
std::optional<std::string> text_of(const nlohmann::json& value) {
  if (value.is_null()) return std::string();
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (!value.is_array()) return std::nullopt;
  std::string out;
  for (const auto& item : value) {
    if (!item.is_string() && !item.is_number()) return std::nullopt;
    out += (out.empty() ? "" : ";") + (item.is_string() ? item.get<std::string>() : item.dump());
  }
  return out;
}

/// The value of a field under the key that was given, or under the first usual one.
const nlohmann::json* value_of(const nlohmann::json& object, std::size_t field,
                               const RegisterOptions& options) {
  if (const auto given = options.columns.find(std::string(k_field_ids[field]));
      given != options.columns.end()) {
    const auto it = object.find(given->second);
    return it == object.end() ? nullptr : &*it;
  }
  for (const std::string_view usual : usual_headers(static_cast<Field>(field))) {
    if (const auto it = object.find(usual); it != object.end()) return &*it;
  }
  return nullptr;
}

void take_json(const RecordReader::Record& record, const RegisterOptions& options, RegisterIntake& intake) {
  if (const auto error = flaw_of(record)) return intake.fault(*error);
  const auto object = nlohmann::json::parse(record.text.begin(), record.text.end(), nullptr, false);
  if (!object.is_object() || value_of(object, 0, options) == nullptr) {
    return intake.fault({worded({"不是带有名称的 JSON 对象", "not a JSON object with a name"}),
                         worded({"写成 {{\"name\": \"…\"}}", "write {{\"name\": \"…\"}}"}),
                         {}});
  }
  std::array<std::string, k_field_count> held;
  RawMark raw;
  for (std::size_t i = 0; i < k_field_count; ++i) {
    const nlohmann::json* value = value_of(object, i, options);
    if (value == nullptr) continue;
    std::optional<std::string> text = text_of(*value);
    if (!text) {
      return intake.fault({worded({"\"{}\" 不是文本", "\"{}\" is no text"}, k_field_ids[i]),
                           worded({"写成文本、数字或它们的列表", "write a text, a number or a list of them"}),
                           {}});
    }
    held[i] = std::move(*text);
    raw.text[i] = held[i];
  }
  intake.give(raw);
}

std::optional<Error> read_json_lines(ByteSource& bytes, const RegisterOptions& options,
                                     RegisterIntake& intake) {
  RecordReader records(bytes, false);
  const std::string member = bytes.member();
  std::uint64_t reported = 0;
  while (const auto record = records.next()) {
    if (intake.stopped()) return std::nullopt;
    const std::string_view text(record->text.data(), record->text.size());
    if (trimmed(text).empty() && record->flaw == RecordReader::Flaw::none) continue;
    if (intake.begin(member, record->byte, record->line)) take_json(*record, options, intake);
    if (bytes.consumed() != reported) intake.progress(reported = bytes.consumed());
  }
  return records.error();
}

}  // namespace

std::optional<Error> read_register_lines(ByteSource& bytes, const RegisterOptions& options,
                                         RegisterIntake& intake) {
  if (options.format == RegisterFormat::jsonl) return read_json_lines(bytes, options, intake);
  return TableReader(bytes, options, intake).run();
}

}  // namespace tmsweep::import
