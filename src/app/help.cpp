// SPDX-License-Identifier: Apache-2.0
#include "app/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "output/terminal.h"

namespace tmsweep::app {

namespace {

constexpr int k_width = 80;
constexpr int k_name_columns = 26;     ///< of an option, with the margin
constexpr int k_command_columns = 20;  ///< the same of a command

constexpr std::array<Text, k_groups> k_group_titles{{{"参数", "Arguments"},
                                                     {"名单", "Lists of names"},
                                                     {"商品和类别", "Goods and classes"},
                                                     {"在先商标", "Earlier marks"},
                                                     {"判定", "What counts"},
                                                     {"输出", "Output"},
                                                     {"数据", "Data"},
                                                     {"通用", "Common"}}};
constexpr std::array<Text, k_parts> k_part_titles{{{"检查名称", "Names"},
                                                   {"知识", "Knowledge"},
                                                   {"自己的在先商标", "Your own earlier marks"},
                                                   {"内置数据库", "The built-in database"},
                                                   {"程序", "The program"}}};

constexpr std::array<Example, 4> k_examples{
    {{"check 历蜀记 --goods 火锅店", {"检查一个名称", "checks a name"}},
     {"check --file names.csv --fail-on medium", {"检查一份名单", "checks a list of names"}},
     {"similar 康帅博", {"列出近似的在先商标", "lists similar earlier marks"}},
     {"explain foreign-state", {"解释一条规则", "explains a rule"}}}};

std::string_view say(Lang lang, std::string_view zh, std::string_view en) {
  return lang == Lang::zh ? zh : en;
}

/// Blanks up to `columns`.
std::string padded(std::string text, int columns) {
  const int used = output::columns(text);
  if (used < columns) text.append(static_cast<std::size_t>(columns - used), ' ');
  return text;
}

std::string plain(std::string_view text) {
  std::string out(text);
  std::erase(out, '`');
  return out;
}

/// A name, and beside or below it what it is about.
void entry(std::string& out, const std::string& name, const std::string& about, int columns) {
  const std::string head = "  " + name;
  if (output::columns(head) + 2 > columns) {
    out += head + "\n" + std::string(static_cast<std::size_t>(columns), ' ');
  } else {
    out += padded(head, columns);
  }
  out += output::wrapped(about, k_width, columns) + "\n";
}

void examples(std::string& out, std::span<const Example> list, Lang lang) {
  out += say(lang, "\n例：\n", "\nExamples:\n");
  for (const Example& e : list) out += fmt::format("  tmsweep {}\n      {}\n", e.line, e.what.in(lang));
}

void list_commands(std::string& out, const std::vector<const CommandSpec*>& list, Lang lang) {
  for (const CommandSpec* spec : list)
    entry(out, std::string(spec->name), std::string(spec->summary.in(lang)), k_command_columns);
}

std::string family_help(const CommandSpec& family, Lang lang) {
  std::string out =
      fmt::format("tmsweep {}{}{}\n\n{}tmsweep {} {}\n\n{}\n", family.name, say(lang, "：", ": "),
                  family.summary.in(lang), say(lang, "用法：", "Usage: "), family.name,
                  say(lang, "命令 [选项]", "COMMAND [OPTIONS]"), say(lang, "命令：", "Commands:"));
  for (std::size_t part = 0; part < k_parts; ++part) {
    std::vector<const CommandSpec*> list = commands_of(static_cast<Part>(part));
    std::erase_if(
        list, [&](const CommandSpec* s) { return !s->name.starts_with(fmt::format("{} ", family.name)); });
    list_commands(out, list, lang);
  }
  examples(out, family.examples, lang);
  return out;
}

void groups(std::string& out, const Command& command, Lang lang) {
  for (std::size_t g = 0; g < k_groups; ++g) {
    bool first = true;
    for (const Option& o : command.options()) {
      if (o.group != static_cast<Group>(g)) continue;
      if (first) out += fmt::format("\n{}{}\n", k_group_titles[g].in(lang), say(lang, "：", ":"));
      first = false;
      entry(out, shown_name(o), explanation(o, lang), k_name_columns);
    }
  }
  entry(out, "-h, --help", std::string(say(lang, "这页说明", "this page")), k_name_columns);
}

}  // namespace

Lang help_language(int argc, const char* const* argv) {
  Common common;
  for (int i = 1; i < argc; ++i) {
    std::string_view word = argv[i];
    if (word == "--") break;
    if (word == "--lang" && i + 1 < argc) word = argv[i + 1];
    if (word.starts_with("--lang=")) word.remove_prefix(word.find('=') + 1);
    if (word == argv[i]) continue;
    if (word == "zh") common.lang = Lang::zh;
    if (word == "en") common.lang = Lang::en;
  }
  return language(common);
}

std::string_view group_title(Group group, Lang lang) {
  return k_group_titles[static_cast<std::size_t>(group)].in(lang);
}

std::span<const Example> overview_examples() {
  return k_examples;
}

std::string shown_name(const Option& option) {
  std::string out(option.short_name());
  if (!out.empty()) out += ", ";
  out += option.long_name();
  if (!option.value.empty()) out += fmt::format(" {}", option.value);
  if (option.repeat != Repeat::no) out += "...";
  return out;
}

std::string usage_arguments(const Command& command) {
  std::string out;
  for (const Option& o : command.options()) {
    if (!o.needed && !o.is_argument()) continue;
    out += o.needed ? fmt::format(" {}", shown_name(o)) : fmt::format(" [{}]", shown_name(o));
  }
  return out;
}

std::string explanation(const Option& option, Lang lang) {
  std::string out = plain(option.about.in(lang));
  std::string more;
  if (!option.choices.empty()) more = fmt::format("{}", fmt::join(option.choices, " | "));
  if (const std::string preset = option.preset(); !preset.empty())
    more += fmt::format("{}{}{}", more.empty() ? "" : say(lang, "；", "; "), say(lang, "默认 ", "default: "),
                        preset);
  if (option.most != 0)
    more += fmt::format("{}{}-{}", more.empty() ? "" : say(lang, "；", "; "), option.least, option.most);
  if (!more.empty()) out += fmt::format("{}{}", say(lang, "：", ": "), more);
  return out;
}

std::string overview(Lang lang) {
  std::string out =
      std::string(say(lang, "tmsweep：申请前查商标名称雷区\n\n用法：tmsweep 命令 [选项]\n",
                      "tmsweep: sweeps a brand name for trademark mines before it is filed in China\n\n"
                      "Usage: tmsweep COMMAND [OPTIONS]\n"));
  for (std::size_t part = 0; part < k_parts; ++part) {
    const std::vector<const CommandSpec*> list = commands_of(static_cast<Part>(part));
    if (list.empty()) continue;
    out += fmt::format("\n{}{}\n", k_part_titles[part].in(lang), say(lang, "：", ":"));
    list_commands(out, list, lang);
  }
  examples(out, k_examples, lang);
  out += say(lang,
             "\n退出码：\n"
             "  0  没有达到阈值的发现    1  有\n"
             "  2  用法错误              3  未能检查\n"
             "\n更多：tmsweep help 命令，tmsweep help 主题。主题：\n",
             "\nExit codes:\n"
             "  0  nothing at or above the threshold    1  something is\n"
             "  2  wrong usage                          3  the check could not be carried out\n"
             "\nMore: tmsweep help COMMAND, tmsweep help TOPIC. Topics:\n");
  for (const Topic* topic : topics_in_order())
    entry(out, std::string(topic->name), std::string(topic->title.in(lang)), k_command_columns);
  return out;
}

std::string help_of(const CommandSpec& spec, Lang lang) {
  if (spec.declare == nullptr) return family_help(spec, lang);
  const Declared declared(spec);
  const Command& command = declared.command;
  std::string out =
      fmt::format("tmsweep {}{}{}\n\n", spec.name, say(lang, "：", ": "), spec.summary.in(lang));
  const std::string usage = fmt::format("{}tmsweep {} {}{}", say(lang, "用法：", "Usage: "), spec.name,
                                        say(lang, "[选项]", "[OPTIONS]"), usage_arguments(command));
  out += usage + "\n";
  if (!spec.about.empty()) out += "\n" + output::wrapped(plain(spec.about.in(lang)), k_width, 0) + "\n";
  groups(out, command, lang);
  examples(out, spec.examples, lang);
  return out;
}

std::string help_of(const Topic& topic, Lang lang) {
  constexpr int k_indent = 6;
  std::string out = fmt::format("{}{}{}\n", topic.name, say(lang, "：", ": "), topic.title.in(lang));
  bool after_term = false;
  for (const Passage& p : topic.passages) {
    const std::string text = plain(p.text.in(lang));
    if (p.term.empty()) {
      out += "\n" + output::wrapped(text, k_width, 0) + "\n";
    } else {
      const std::string margin(k_indent, ' ');
      out += fmt::format("{}  {}\n{}{}\n", after_term ? "" : "\n", p.term, margin,
                         output::wrapped(text, k_width, k_indent));
    }
    after_term = !p.term.empty();
  }
  return out;
}

}  // namespace tmsweep::app
