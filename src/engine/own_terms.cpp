// SPDX-License-Identifier: Apache-2.0
#include "engine/own_terms.h"

#include <algorithm>
#include <tuple>

#include "model/worded.h"
#include "text/mark.h"
#include "text/segment.h"
#include "text/utf8.h"

namespace tmsweep::engine {

namespace {

bool is_latin(const Mark& mark, std::uint32_t i) {
  return mark.scripts[i] == Script::latin || mark.scripts[i] == Script::digit;
}

/// The code points of the core behind a typed span.
Span core_part(const Mark& mark, Span typed) {
  const auto size = static_cast<std::uint32_t>(mark.core.text.size());
  std::uint32_t first = size;
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (!mark.core.origin[i].overlaps(typed)) continue;
    first = std::min(first, i);
    last = i + 1;
  }
  return last > first ? Span{first, last - first} : Span{};
}

/// Whether the typed span begins and ends where words do.
bool stands_alone(const Mark& mark, Span typed) {
  const Span part = core_part(mark, typed);
  if (part.length == 0 || part == mark.whole()) return true;
  const bool starts = !is_latin(mark, part.start) || (mark.token_edges[part.start] & k_token_start) != 0;
  const bool ends = !is_latin(mark, part.end() - 1) || (mark.token_edges[part.end() - 1] & k_token_end) != 0;
  if (!starts || !ends) return false;
  return !text::cuts_word(mark, part) && text::word_around(mark, part).length == 0;
}

}  // namespace

void OwnTerms::Table::add(const std::u32string& key, std::uint32_t term) {
  if (key.empty()) return;
  words[key].push_back(term);
  std::vector<std::uint32_t>& known = lengths[key.front()];
  const auto length = static_cast<std::uint32_t>(key.size());
  if (std::ranges::find(known, length) == known.end()) known.push_back(length);
}

OwnTerms::OwnTerms(const image::Image& image, std::vector<OwnTerm> terms) : terms_(std::move(terms)) {
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    const Result<Mark> mark = text::make_mark(image, terms_[i].text);
    if (mark) {
      keep(image, mark.value(), i);
    } else {
      unreadable_.push_back(worded({"{}: [[terms]]：“{}”：{}", "{}: [[terms]]: '{}': {}"}, terms_[i].where,
                                   terms_[i].text, mark.error().message));
    }
  }
}

void OwnTerms::keep(const image::Image& image, const Mark& mark, std::uint32_t term) {
  const auto is_space = [&](char32_t c) {
    return static_cast<Script>(image.info(c).script) == Script::space;
  };
  const auto trimmed = [&](std::u32string text) {
    while (!text.empty() && is_space(text.back())) text.pop_back();
    const auto first = std::ranges::find_if_not(text, is_space);
    return std::u32string(first, text.end());
  };
  const std::u32string typed = trimmed(mark.typed);
  const std::u32string& core = mark.core.text;
  // What the core leaves out within is a separator; at the ends it is part of the word.
  if (core.empty() || mark.core.typed(mark.whole()).length < typed.size()) {
    signs_.add(trimmed(mark.normalized.text), term);
    return;
  }
  core_.add(core, term);
  const std::u32string digits = text::numeral_key(image, core);
  const bool has_digit = std::ranges::any_of(digits, [](char32_t c) { return c >= U'0' && c <= U'9'; });
  if (has_digit && digits.size() > 1) numerals_.add(digits, term);
}

void OwnTerms::scan(const Table& table, const Form& form, const Mark& mark, Relation relation,
                    std::vector<Hit>& hits) const {
  if (table.words.empty()) return;
  const std::u32string_view text = form.text;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const auto lengths = table.lengths.find(text[i]);
    if (lengths == table.lengths.end()) continue;
    for (const std::uint32_t length : lengths->second) {
      if (length > text.size() - i) continue;
      const auto found = table.words.find(text.substr(i, length));
      if (found == table.words.end()) continue;
      const Span typed = form.typed({i, length});
      for (const std::uint32_t term : found->second) {
        const TermMatch match = terms_[term].match;
        if (match == TermMatch::exact && length != text.size()) continue;
        if (match == TermMatch::word && !stands_alone(mark, typed)) continue;
        hits.push_back({term, typed, relation});
      }
    }
  }
}

void OwnTerms::find(const Mark& mark, Report& report) const {
  std::vector<Hit> hits;
  scan(core_, mark.core, mark, Relation::none, hits);
  scan(numerals_, mark.numerals.text.empty() ? mark.core : mark.numerals, mark, Relation::numeral, hits);
  scan(core_, mark.skeleton, mark, Relation::confusable, hits);
  scan(signs_, mark.normalized, mark, Relation::none, hits);
  // The longest first, the word itself before what only amounts to it.
  std::ranges::stable_sort(hits, [](const Hit& a, const Hit& b) {
    return std::tuple(b.typed.length, a.relation, a.typed.start) <
           std::tuple(a.typed.length, b.relation, b.typed.start);
  });
  std::vector<Hit> kept;
  for (const Hit& h : hits) {
    const bool known = std::ranges::any_of(kept, [&](const Hit& k) {
      return k.term == h.term || (k.typed.covers(h.typed) && terms_[k.term].risk >= terms_[h.term].risk);
    });
    if (!known) kept.push_back(h);
  }
  std::ranges::stable_sort(kept, {}, [](const Hit& h) { return h.typed.start; });
  for (const Hit& h : kept) report.findings.push_back(finding(h, report));
}

Finding OwnTerms::finding(const Hit& hit, const Report& report) const {
  const OwnTerm& term = terms_[hit.term];
  const bool zh = report.lang == Lang::zh;
  Finding f;
  f.rule = k_own_term;
  f.kind = k_own_term;
  f.basis = "OWN";
  f.ground = Ground::use;
  f.articles = {"-", "-"};
  f.risk = term.risk;
  f.effect = Effect::use_risk;
  f.span = hit.typed;
  f.matched = text::encode(std::u32string_view(report.typed).substr(hit.typed.start, hit.typed.length));
  f.term = term.text;
  f.list = k_own_term;
  f.relation = hit.relation;
  f.title = own_term_title(report.lang);
  f.why = zh ? "“" + f.matched + "”在您自己的禁用词表里"
             : "“" + f.matched + "” is on your own list of banned words";
  if (f.matched != f.term) f.why += zh ? "（词条“" + f.term + "”）" : " (as “" + f.term + "”)";
  const std::string& message = term.message[static_cast<std::size_t>(report.lang)];
  f.why += message.empty() ? (zh ? "。" : ".") : (zh ? "：" : ": ") + message;
  f.fixes.emplace_back(zh ? "换用其他词；词条本身不再适用的，修改 " + term.where + "。"
                          : "Use another word; if the entry no longer holds, change " + term.where + ".");
  f.source = "own list: " + term.where;
  return f;
}

std::string_view own_term_title(Lang lang) {
  return lang == Lang::zh ? "自己的禁用词" : "Own banned word";
}

std::string own_term_page(Lang lang) {
  if (lang == Lang::zh) {
    return "这条规则没有法条依据：词条写在您自己的配置文件 .tmsweep.toml 的 [[terms]] "
           "里，级别和说明也由您自己定。\n"
           "全角半角、大小写、繁简、字间的分隔符号、数字写法和模仿字母的符号都不影响匹配。\n"
           "例：\n"
           "  [[terms]]\n"
           "  text = \"微信\"\n"
           "  match = \"contains\"   # exact 整个名称；word 独立成词；contains 任意位置\n"
           "  risk = \"high\"        # high medium low\n"
           "  message = { zh = \"平台规定不得使用\", en = \"not allowed by the platform\" }\n"
           "关闭这条规则：[rules] 下写 own-term = \"off\"。查看当前配置：tmsweep config show。\n";
  }
  return "No statute stands behind this rule: its words are those of [[terms]] in your own .tmsweep.toml, "
         "and so "
         "are their risks and messages.\n"
         "Width, case, traditional characters, separators, numerals and signs that imitate letters make no "
         "difference.\n"
         "Example:\n"
         "  [[terms]]\n"
         "  text = \"微信\"\n"
         "  match = \"contains\"   # exact: the whole name; word: at word boundaries; contains: anywhere\n"
         "  risk = \"high\"        # high medium low\n"
         "  message = { zh = \"平台规定不得使用\", en = \"not allowed by the platform\" }\n"
         "To switch the rule off: own-term = \"off\" under [rules]. What is in force: tmsweep config show.\n";
}

}  // namespace tmsweep::engine
