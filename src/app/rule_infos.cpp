// SPDX-License-Identifier: Apache-2.0
#include "app/rule_infos.h"

#include <algorithm>

#include "rules/terms.h"

namespace tmsweep::app {

namespace {

using image::Image;
using image::Section;

std::vector<std::string> texts(const Image& image, image::Range range) {
  std::vector<std::string> out;
  for (const image::Text& t : image.run<image::Text>(Section::texts, range)) out.emplace_back(image.text(t));
  return out;
}

std::string article(const Image& image, image::Text number) {
  const std::string_view text = image.text(number);
  return text == "-" ? std::string() : std::string(text);
}

}  // namespace

std::vector<RuleInfo> rule_infos(const Image& image, Lang lang) {
  const auto l = static_cast<std::size_t>(lang);
  std::vector<RuleInfo> out;
  for (const image::RuleRecord& r : image.all<image::RuleRecord>(Section::rules)) {
    out.push_back({.id = std::string(image.text(r.id)),
                   .title = std::string(image.text(r.title[l])),
                   .meaning = std::string(image.text(r.meaning[l])),
                   .exceptions = texts(image, r.exceptions[l]),
                   .fixes = texts(image, r.fixes[l])});
  }
  for (const image::TermRecord& t : image.all<image::TermRecord>(Section::terms)) {
    if (t.rule < out.size()) out[t.rule].heaviest = std::max(out[t.rule].heaviest, rules::risk_of(t));
  }
  for (const image::BasisRecord& b : image.all<image::BasisRecord>(Section::bases)) {
    if (b.rule < out.size())
      out[b.rule].articles.push_back({article(image, b.article[0]), article(image, b.article[1])});
  }
  return out;
}

}  // namespace tmsweep::app
