// SPDX-License-Identifier: Apache-2.0
#include "import/name_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

#include "import/cells.h"
#include "model/worded.h"

namespace tmsweep::import {

namespace {

constexpr std::array<std::string_view, 4> k_name{"name", "名称", "商标名称", "商标"};
constexpr std::array<std::string_view, 3> k_goods{"goods", "商品", "商品或服务"};
constexpr std::array<std::string_view, 3> k_classes{"class", "类别", "国际分类"};
constexpr std::array<std::string_view, 1> k_id{"id"};

std::span<const std::string_view> headers_of(Header header) {
  if (header == Header::name) return k_name;
  if (header == Header::goods) return k_goods;
  return header == Header::classes ? std::span<const std::string_view>(k_classes) : k_id;
}

bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

template <class Fits>
std::size_t find(const std::vector<std::string>& first, const Fits& fits) {
  const auto it = std::ranges::find_if(first, fits);
  return it == first.end() ? NameColumns::npos : static_cast<std::size_t>(it - first.begin());
}

/// A number from 1 on.
std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size() || value == 0) return std::nullopt;
  return value;
}

std::string listed(const std::vector<std::string>& first) {
  constexpr std::size_t k_most = 12;
  std::string out;
  for (std::size_t i = 0; i < std::min(first.size(), k_most); ++i)
    out += (i == 0 ? "" : ", ") + std::string(beginning_of(first[i], 60));
  return out + (first.size() > k_most ? ", …" : "");
}

}  // namespace

bool is_header(Header header, std::string_view text) {
  const std::string_view word = without_blanks(text);
  return std::ranges::any_of(headers_of(header),
                             [&](std::string_view usual) { return same_letters(usual, word); });
}

Result<NameColumns> name_columns(const std::vector<std::string>& first, std::string_view wanted) {
  const auto usual = [&](Header header) {
    return find(first, [&](const std::string& cell) { return is_header(header, cell); });
  };
  NameColumns out{usual(Header::name), usual(Header::goods), usual(Header::classes), usual(Header::id)};
  out.header = out.name != NameColumns::npos;
  if (wanted.empty()) return out;
  const std::string_view word = without_blanks(wanted);
  std::size_t column = find(first, [&](const std::string& cell) { return cell == word; });
  if (column == NameColumns::npos)
    column = find(first, [&](const std::string& cell) { return same_letters(cell, word); });
  if (column != NameColumns::npos) {
    out.header = true;
  } else if (const auto number = number_of(word)) {
    column = *number - 1;
    out.header = out.header || out.goods != NameColumns::npos || out.classes != NameColumns::npos;
  }
  if (column >= first.size()) {
    return Error{
        worded({"没有“{}”这一列；第一行有：{}", "there is no column '{}'; the first line has: {}"}, wanted,
               listed(first)),
        worded({"给出名称列的表头，或者它是第几列", "give the header of the column of names, or its number"}),
        {}};
  }
  out.name = column;
  if (out.goods == column) out.goods = NameColumns::npos;
  if (out.classes == column) out.classes = NameColumns::npos;
  if (out.id == column) out.id = NameColumns::npos;
  return out;
}

}  // namespace tmsweep::import
