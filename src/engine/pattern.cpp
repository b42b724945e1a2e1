// SPDX-License-Identifier: Apache-2.0
#include "engine/pattern.h"

#include <array>
#include <span>
#include <utility>

namespace tmsweep::engine {

namespace {

std::string joined_goods(const Report& r) {
  std::string out;
  for (const std::string& g : r.goods.typed) out += (out.empty() ? "" : r.lang == Lang::zh ? "、" : ", ") + g;
  if (out.empty()) {
    for (const int c : classes_of(r.goods.classes)) {
      out += (out.empty()          ? ""
              : r.lang == Lang::zh ? "、"
                                   : ", ") +
             (r.lang == Lang::zh ? "第" + std::to_string(c) + "类" : "class " + std::to_string(c));
    }
  }
  if (out.empty()) out = r.lang == Lang::zh ? "所申请的商品或服务" : "the goods or services applied for";
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
  std::string spoken;
  if (d.term == matched || note == d.term || note == matched) spoken = without_echo(words, d, note, matched);
  std::string_view pattern = spoken.empty() ? words : spoken;
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', open);
    const std::string_view name =
        pattern.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
    if (name == "matched") out += matched;
    if (name == "term") out += d.term;
    if (name == "note") out += note;
    if (name == "goods") out += joined_goods(r);
    pattern = close == std::string_view::npos ? std::string_view{} : pattern.substr(close + 1);
  }
  return out;
}

}  // namespace tmsweep::engine
