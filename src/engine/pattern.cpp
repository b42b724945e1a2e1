// SPDX-License-Identifier: Apache-2.0
#include "engine/pattern.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace tmsweep::engine {

namespace {

std::string joined_goods(const Report& r) {
  const bool zh = r.lang == Lang::zh;
  std::vector<std::string> all = r.goods.typed;
  if (all.empty()) {
    for (const int c : classes_of(r.goods.classes))
      all.push_back(zh ? "第" + std::to_string(c) + "类" : "class " + std::to_string(c));
  }
  if (all.empty()) return zh ? "所申请的商品或服务" : "the goods or services applied for";
  std::string out = all.front();
  for (std::size_t i = 1; i < all.size(); ++i) out += (zh ? "、" : ", ") + all[i];
  return out;
}

/// The pattern without what would say the same word twice: “法国” … （法国，法国）.
std::string without_echo(std::string_view pattern, const rules::Draft& d, std::string_view note,
                         const std::string& matched) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 5> k_term{{{"（{term}，", "（"},
                                        {"（{term}：", "（"},
                                        {"（{term}）", ""},
                                        {" ({term}: ", " ("},
                                        {" ({term})", ""}}};
  constexpr std::array<Pair, 5> k_note{{{"（{term}，{note}）", "（{term}）"},
                                        {"（{term}：{note}）", "（{term}）"},
                                        {" ({term}: {note})", " ({term})"},
                                        {"（{note}）", ""},
                                        {" ({note})", ""}}};
  std::string out(pattern);
  const auto replace = [&](std::span<const Pair> pairs) {
    for (const auto& [from, to] : pairs) {
      if (const std::size_t at = out.find(from); at != std::string::npos) out.replace(at, from.size(), to);
    }
  };
  if (note == d.term) replace(std::span(k_note).first(3));
  if (d.term == matched) replace(k_term);
  if (note == matched) replace(std::span(k_note).subspan(3));
  return out;
}

}  // namespace

std::string filled(std::string_view words, const Report& r, const rules::Draft& d,
                   const std::string& matched) {
  const std::string_view note = r.lang == Lang::zh ? d.note_zh : d.note_en;
  const bool echoes = d.term == matched || note == d.term || note == matched;
  const std::string once = echoes ? without_echo(words, d, note, matched) : std::string();
  std::string_view pattern = echoes ? std::string_view(once) : words;
  const auto place = [&](std::string_view name) {
    if (name == "matched") return matched;
    if (name == "term") return std::string(d.term);
    if (name == "note") return std::string(note);
    return name == "goods" ? joined_goods(r) : std::string();
  };
  std::string out;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    const std::size_t close = std::min(pattern.find('}', open), pattern.size());
    out += pattern.substr(0, open);
    out += place(pattern.substr(open + 1, close - open - 1));
    pattern = pattern.substr(std::min(close + 1, pattern.size()));
  }
  out += pattern;
  return out;
}

}  // namespace tmsweep::engine
