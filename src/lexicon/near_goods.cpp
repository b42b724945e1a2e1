// SPDX-License-Identifier: Apache-2.0
#include "lexicon/near_goods.h"

#include <algorithm>
#include <tuple>

#include "text/distance.h"
#include "text/mark.h"
#include "text/utf8.h"

namespace tmsweep::lexicon {

namespace {

constexpr std::size_t k_longest = 32;  ///< of a text worth comparing; a whole sentence resembles no word

bool is_goods(const image::TermRecord& term) {
  return term.label == static_cast<std::uint8_t>(image::Label::goods) && term.goods != 0;
}

}  // namespace

std::vector<std::string> near_goods(const image::Image& image, std::string_view typed, std::size_t most) {
  const std::u32string key = text::key_of(image, typed);
  std::vector<std::tuple<std::size_t, bool, std::string>> found;
  if (key.size() < 2 || key.size() > k_longest) return {};
  const std::size_t limit = std::max<std::size_t>(1, key.size() / 2);
  for (const image::TermRecord& term : image.all<image::TermRecord>(image::Section::terms)) {
    if (!is_goods(term) || term.length + limit < key.size() || key.size() + limit < term.length) continue;
    const std::u32string word = text::key_of(image, image.text(term.text));
    const std::size_t d = text::distance<char32_t>(key, word);
    if (word.size() >= 2 && d <= limit && d < word.size())
      found.emplace_back(d, word.back() != key.back(), image.text(term.text));
  }
  std::ranges::sort(found);
  std::vector<std::string> out;
  for (const auto& entry : found) {
    const auto& word = std::get<std::string>(entry);
    if (std::ranges::find(out, word) == out.end()) out.push_back(word);
  }
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace tmsweep::lexicon
