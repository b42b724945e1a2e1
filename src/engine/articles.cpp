// SPDX-License-Identifier: Apache-2.0
#include "engine/articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace tmsweep::engine {

namespace {

std::string chinese_number(int n) {
  static constexpr std::array<std::string_view, 10> digits{"",   "一", "二", "三", "四",
                                                           "五", "六", "七", "八", "九"};
  const auto tens = static_cast<std::size_t>(n / 10);
  const auto ones = static_cast<std::size_t>(n % 10);
  if (n <= 0 || n > 99) return std::to_string(n);
  if (tens == 0) return std::string(digits[ones]);
  return (tens == 1 ? "" : std::string(digits[tens])) + "十" + std::string(digits[ones]);
}

/// "ad:9.3" → law "ad", numbers 9, 3.
struct Number {
  std::string law;
  std::vector<int> parts;
};

Number parse(std::string_view article) {
  Number out;
  if (const std::size_t colon = article.find(':'); colon != std::string_view::npos) {
    out.law = article.substr(0, colon);
    article = article.substr(colon + 1);
  }
  constexpr int k_most = 9999;  // damaged data may have more digits than a number holds
  int value = 0;
  for (const char c : article) {
    if (c == '.') {
      out.parts.push_back(value);
      value = 0;
    } else if (c >= '0' && c <= '9') {
      value = std::min(value * 10 + (c - '0'), k_most);
    }
  }
  out.parts.push_back(value);
  return out;
}

/// Where an article is one list without paragraphs, its second number is an item: 2026 art. 15, and the lists
/// of the other laws that the tables cite.
bool second_is_item(Edition edition, const Number& n) {
  if (!n.law.empty()) return true;
  return edition == Edition::law2026 && n.parts[0] == 15;
}

}  // namespace

std::string article_label(Edition edition, std::string_view article, Lang lang) {
  const Number n = parse(article);
  const bool zh = lang == Lang::zh;
  std::string out =
      zh ? fmt::format("第{}条", chinese_number(n.parts[0])) : fmt::format("art. {}", n.parts[0]);
  if (n.parts.size() == 2) {
    const bool item = second_is_item(edition, n);
    if (zh) {
      out += item ? fmt::format("第（{}）项", chinese_number(n.parts[1]))
                  : fmt::format("第{}款", chinese_number(n.parts[1]));
    } else {
      out += fmt::format("({})", n.parts[1]);
    }
  } else if (n.parts.size() == 3) {
    out += zh ? fmt::format("第{}款第（{}）项", chinese_number(n.parts[1]), chinese_number(n.parts[2]))
              : fmt::format("({})({})", n.parts[1], n.parts[2]);
  }
  return out;
}

Provision provision(const image::Image& image, Edition edition, std::string_view article, Lang lang) {
  const Number n = parse(article);
  const std::string law = n.law.empty() ? std::string(id_of(edition)) : n.law;
  Provision out{edition, std::string(article), "", article_label(edition, article, lang), ""};
  const auto column = static_cast<std::size_t>(lang);
  for (const image::LawRecord& r : image.all<image::LawRecord>(image::Section::laws)) {
    if (image.text(r.id) == law) out.law = image.text(r.name[column]);
  }
  const image::ArticleRecord* record = image.article(id_of(edition), article);
  if (record == nullptr && !n.law.empty()) record = image.article(n.law, article);
  if (record != nullptr) out.quote = image.text(lang == Lang::zh ? record->quote_zh : record->summary_en);
  return out;
}

}  // namespace tmsweep::engine
