// SPDX-License-Identifier: Apache-2.0
#include "import/names.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "model/goods.h"

namespace tmsweep::import {

namespace {

enum class Shape : std::uint8_t { lines, tsv, csv, jsonl };

struct Columns {
  std::ptrdiff_t name = -1;
  std::ptrdiff_t goods = -1;
  std::ptrdiff_t classes = -1;
};

/// Fields of one record; quoted CSV fields may hold separators and doubled quotes. nullopt: a quote is not
/// closed.
std::optional<std::vector<std::string>> fields_of(const std::string& line, Shape shape) {
  const char separator = shape == Shape::tsv ? '\t' : ',';
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      out.back() += '"';
      ++i;
    } else if (shape == Shape::csv && c == '"' && (quoted || out.back().empty())) {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  if (quoted) return std::nullopt;
  return out;
}

Columns columns_of(const std::vector<std::string>& header) {
  const auto find = [&](std::initializer_list<std::string_view> names) -> std::ptrdiff_t {
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (std::ranges::find(names, header[i]) != names.end()) return static_cast<std::ptrdiff_t>(i);
    }
    return -1;
  };
  return {find({"name", "名称", "商标名称", "商标"}), find({"goods", "商品", "商品或服务"}),
          find({"class", "类别", "国际分类"})};
}

std::string field(const std::vector<std::string>& fields, std::ptrdiff_t column) {
  return column >= 0 && static_cast<std::size_t>(column) < fields.size()
             ? fields[static_cast<std::size_t>(column)]
             : "";
}

class Reader {
 public:
  Reader(std::istream& in, const NameSink& sink) : in_(in), sink_(sink) {}

  void run() {
    std::string line;
    bool first = true;
    while (next_line(line)) {
      if (first && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
      if (line.empty()) continue;
      const bool header = first && choose_shape(line);
      first = false;
      if (!header) take(line);
    }
  }

 private:
  /// Reads up to the line feed; a line that is too long is reported and skipped without being kept in memory.
  bool next_line(std::string& line) {
    line.clear();
    bool any = false;
    bool long_line = false;
    for (int c = in_.rdbuf()->sbumpc(); c != std::char_traits<char>::eof(); c = in_.rdbuf()->sbumpc()) {
      any = true;
      if (c == '\n') break;
      if (line.size() == k_longest_line) {
        long_line = true;
        continue;
      }
      line += static_cast<char>(c);
    }
    if (!any) return false;
    ++number_;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (long_line) {
      sink_.fault(number_, line.substr(0, 40), {"the line is longer than 1 MiB", "give one name a line", {}});
      line.clear();
    }
    return true;
  }

  /// Tells the shape from the first line; true when that line is a header.
  bool choose_shape(const std::string& line) {
    if (line.front() == '{') {
      shape_ = Shape::jsonl;
      return false;
    }
    for (const Shape shape : {Shape::tsv, Shape::csv}) {
      const auto fields = fields_of(line, shape);
      const bool table = line.find(shape == Shape::tsv ? '\t' : ',') != std::string::npos || line == "name";
      if (!fields || !table || columns_of(*fields).name < 0) continue;
      shape_ = shape;
      columns_ = columns_of(*fields);
      return true;
    }
    return false;
  }

  void take(const std::string& line) {
    if (shape_ == Shape::lines) {
      sink_.row({line, {}, {}, number_});
    } else if (shape_ == Shape::jsonl) {
      take_json(line);
    } else {
      take_fields(line);
    }
  }

  void put(std::string name, std::vector<std::string> goods, const std::string& classes) {
    std::erase(goods, "");
    Result<std::vector<int>> list = parse_class_list(classes);
    if (!list) return sink_.fault(number_, name, list.error());
    sink_.row({std::move(name), std::move(goods), std::move(list).value(), number_});
  }

  void take_fields(const std::string& line) {
    const auto fields = fields_of(line, shape_);
    if (!fields)
      return sink_.fault(number_, line, {"a quoted field is not closed on its line", "close it with \"", {}});
    put(field(*fields, columns_.name), {field(*fields, columns_.goods)}, field(*fields, columns_.classes));
  }

  void take_json(const std::string& line) {
    const auto object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object() || !object.contains("name") || !object["name"].is_string()) {
      return sink_.fault(number_, line,
                         {"not a JSON object with a text \"name\"", "write {\"name\": \"…\"}", {}});
    }
    std::vector<std::string> goods;
    if (const auto it = object.find("goods"); it != object.end()) {
      for (const auto& g : it->is_array() ? *it : nlohmann::json::array({*it})) {
        if (g.is_string()) goods.push_back(g.get<std::string>());
      }
    }
    std::string classes;
    if (const auto it = object.find("class"); it != object.end()) {
      for (const auto& c : it->is_array() ? *it : nlohmann::json::array({*it})) {
        classes += (classes.empty() ? "" : ",") + (c.is_string() ? c.get<std::string>() : c.dump());
      }
    }
    put(object["name"].get<std::string>(), std::move(goods), classes);
  }

  std::istream& in_;
  const NameSink& sink_;
  Shape shape_ = Shape::lines;
  Columns columns_;
  std::size_t number_ = 0;
};

}  // namespace

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
    if (!ok)
      return Error{"'" + text + "' is no list of Nice classes", "classes are 1 to 45, as in 29,30", {}};
  }
  return out;
}

void read_names(std::istream& in, const NameSink& sink) {
  Reader(in, sink).run();
}

}  // namespace tmsweep::import
