// SPDX-License-Identifier: Apache-2.0
#include "output/sarif_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "output/markdown_text.h"
#include "output/terminal.h"

namespace tmsweep::output {

namespace {

/// "foreign-state" → "ForeignState": the identifier that SARIF wants beside the opaque id.
std::string pascal(std::string_view id) {
  std::string out;
  bool head = true;
  for (const char c : id) {
    if (c == '-') {
      head = true;
      continue;
    }
    out += head && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    head = false;
  }
  return out;
}

void message(std::string_view key, const std::string& text, JsonWriter& j) {
  j.key(key);
  j.open('{');
  j.field("text", sarif_message(text));
  j.close('}');
}

enum class Markup : bool { plain, markdown };

/// Meaning, exceptions and repairs, as plain text or as Markdown.
std::string help(const RuleInfo& r, Lang lang, Markup markup) {
  const bool zh = lang == Lang::zh;
  const bool marked = markup == Markup::markdown;
  const auto shown = [&](std::string_view s) { return marked ? markdown_text(s) : printable(s); };
  std::string out = shown(r.meaning);
  const auto list = [&](std::string_view title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    out += fmt::format(fmt::runtime(marked ? "\n\n**{}**\n" : "\n\n{}"), title);
    for (const std::string& s : items) out += "\n- " + shown(s);
  };
  list(zh ? "例外" : "Exceptions", r.exceptions);
  list(zh ? "怎么改" : "How to fix", r.fixes);
  const std::string more = fmt::format("tmsweep explain {}", r.id);
  return out + "\n\n" + (marked ? fmt::format("`{}`", more) : more);
}

void articles(const RuleInfo& r, Edition edition, JsonWriter& j) {
  std::vector<std::string> numbers;
  for (const std::array<std::string, 2>& both : r.articles) {
    const std::string& number = both[static_cast<std::size_t>(edition)];
    if (!number.empty() && std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
  }
  j.list(id_of(edition), numbers);
}

/// The office's Guidelines for Trademark Examination and Adjudication (announcement 462, in force since
/// 2022-01-01), which treat the grounds of the 2019 edition. What is new in 2026, and other laws, they do
/// not.
constexpr std::string_view k_guidelines = "https://www.cnipa.gov.cn/art/2021/11/22/art_74_171575.html";

bool is_in_guidelines(const RuleInfo& r) {
  const auto known = [](const std::array<std::string, 2>& both) {
    const std::string& article = both[static_cast<std::size_t>(Edition::law2019)];
    return !article.empty() && article != "-" && article.find(':') == std::string::npos;
  };
  return !r.articles.empty() && std::ranges::all_of(r.articles, known);
}

void write_rule(const RuleInfo& r, Lang lang, JsonWriter& j) {
  j.open('{');
  j.field("id", r.id);
  j.field("name", pascal(r.id));
  message("shortDescription", r.title, j);
  message("fullDescription", r.meaning, j);
  if (is_in_guidelines(r)) j.field("helpUri", k_guidelines);
  j.key("help");
  j.open('{');
  j.field("text", sarif_message(help(r, lang, Markup::plain)));
  j.field("markdown", sarif_message(help(r, lang, Markup::markdown)));
  j.close('}');
  j.key("defaultConfiguration");
  j.open('{');
  // A rule without a list weighs each name by itself: SARIF's own default.
  j.field("level", r.heaviest == Risk::none ? "warning" : sarif_level(r.heaviest));
  j.close('}');
  j.key("properties");
  j.open('{');
  j.key("articles");
  j.open('{');
  articles(r, Edition::law2019, j);
  articles(r, Edition::law2026, j);
  j.close('}');
  j.list("tags", {"trademark"});
  j.close('}');
  j.close('}');
}

}  // namespace

std::string sarif_message(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '(' && out.ends_with(']')) out += ' ';
    out += c;
    if (c == '{' || c == '}') out += c;
  }
  return out;
}

std::string_view sarif_level(Risk risk) {
  return risk == Risk::high ? "error" : risk == Risk::medium ? "warning" : "note";
}

void write_sarif_rules(std::span<const RuleInfo> rules, Lang lang, JsonWriter& j) {
  j.key("rules");
  j.open('[');
  for (const RuleInfo& r : rules) write_rule(r, lang, j);
  j.close(']');
}

}  // namespace tmsweep::output
