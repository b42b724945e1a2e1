// SPDX-License-Identifier: Apache-2.0
#include "import/record_reader.h"

#include <algorithm>
#include <cstring>

#include "import/registers.h"
#include "model/worded.h"

namespace tmsweep::import {

namespace {

constexpr std::size_t k_chunk = 1U << 20U;
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Error open_quote() {
  return {worded({"引号没有闭合", "a quoted field is not closed"}),
          worded({"用 \" 闭合", "close it with \""}),
          {}};
}

RecordReader::RecordReader(ByteSource& bytes, bool quotes)
    : bytes_(bytes), quotes_(quotes), buffer_(k_longest_record + 2 * k_chunk) {
  while (end_ < k_byte_order_mark.size() && fill()) {
  }
  const std::string_view head = waiting();
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
    error_ = Error{worded({"文件是 UTF-16，不是 UTF-8", "the file is UTF-16, not UTF-8"}),
                   worded({"转换文件：iconv -f UTF-16 -t UTF-8 FILE > NEW",
                           "convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW"}),
                   0};
  } else if (head.starts_with(k_byte_order_mark)) {
    begin_ += k_byte_order_mark.size();
    byte_ += k_byte_order_mark.size();
  }
}

bool RecordReader::fill() {
  if (ended_ || error_) return false;
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
            buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
  end_ -= begin_;
  begin_ = 0;
  const Result<std::size_t> count = bytes_.read(std::span(buffer_).subspan(end_));
  if (!count) {
    error_ = count.error();
    return false;
  }
  end_ += count.value();
  ended_ = count.value() == 0;
  return !ended_;
}

RecordReader::End RecordReader::find_end() const {
  const std::string_view text = waiting();
  const std::size_t line = text.find('\n');
  if (!quotes_ || text.substr(0, line).find('"') == std::string_view::npos) {
    if (line == std::string_view::npos) return {};
    return {line, false};
  }
  return find_quoted_end(text);
}

/// A quote opens a field only at its beginning: a 5" disk is no quoted text.
RecordReader::End RecordReader::find_quoted_end(std::string_view text) {
  bool at_begin = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') return {i, false};
    if (text[i] != '"' || !at_begin) {
      at_begin = text[i] == ',';
      continue;
    }
    at_begin = false;
    // To the quote that is not doubled.
    do {
      i = text.find('"', i + 1);
      if (i == std::string_view::npos) return {std::nullopt, true};
    } while (++i < text.size() && text[i] == '"');
    --i;
  }
  return {std::nullopt, false};
}

RecordReader::Record RecordReader::take(std::size_t size, Flaw flaw) {
  std::span<char> text = std::span(buffer_).subspan(begin_, size);
  const Record out{text, byte_, line_, flaw};
  const bool feed = begin_ + size < end_;
  if (quotes_) line_ += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
  line_ += feed ? 1U : 0U;
  byte_ += size + (feed ? 1U : 0U);
  begin_ += size + (feed ? 1U : 0U);
  return out;
}

/// Passes over a record that is too long, or over the first line of one whose quotes do not close, so that
/// what follows an odd quote is not lost.
RecordReader::Record RecordReader::take_flawed(bool quoted) {
  const std::size_t line = waiting().find('\n');
  if (quoted && line <= k_longest_record) return take(line, Flaw::open_quote);
  if (quoted && ended_ && waiting().size() <= k_longest_record)
    return take(waiting().size(), Flaw::open_quote);
  const Record out{{}, byte_, line_, Flaw::too_long};
  for (;;) {
    const std::size_t feed = waiting().find('\n');
    if (feed != std::string_view::npos) {
      take(feed, Flaw::too_long);
      break;
    }
    byte_ += waiting().size();
    begin_ = end_;
    if (!fill()) break;
  }
  return out;
}

std::optional<RecordReader::Record> RecordReader::next() {
  End end = find_end();
  while (!error_ && !end.at && !ended_ && waiting().size() <= k_longest_record) {
    fill();
    end = find_end();
  }
  if (error_ || (!end.at && waiting().empty())) return std::nullopt;
  const std::size_t size = end.at.value_or(waiting().size());
  if (size > k_longest_record || end.quoted) return take_flawed(end.quoted);
  Record out = take(size, Flaw::none);
  if (!out.text.empty() && out.text.back() == '\r') out.text = out.text.first(out.text.size() - 1);
  return out;
}

namespace {

/// Undoubles the quotes of a field that begins with one, in place; returns what stands inside and moves `at`
/// behind the field.
std::string_view quoted_field(std::span<char> record, char separator, std::size_t& at) {
  const std::size_t begin = at;
  std::size_t to = begin;
  bool inside = true;
  for (++at; at < record.size(); ++at) {
    const char c = record[at];
    if (inside && c == '"') {
      inside = at + 1 < record.size() && record[at + 1] == '"';
      if (!inside) continue;
      ++at;
    } else if (!inside && c == separator) {
      break;
    }
    record[to++] = c;
  }
  return {record.data() + begin, to - begin};
}

}  // namespace

void split_fields(std::span<char> record, char separator, bool quotes, std::vector<std::string_view>& out) {
  out.clear();
  std::size_t at = 0;
  for (;;) {
    if (quotes && at < record.size() && record[at] == '"') {
      out.push_back(quoted_field(record, separator, at));
    } else {
      const std::string_view rest(record.data() + at, record.size() - at);
      const std::string_view field = rest.substr(0, rest.find(separator));
      at += field.size();
      const bool whole = !quotes && field.size() > 1 && field.front() == '"' && field.back() == '"';
      std::size_t inner = at - field.size();
      out.push_back(whole ? quoted_field(record.first(at), separator, inner) : field);
    }
    if (at >= record.size()) return;
    ++at;
  }
}

}  // namespace tmsweep::import
