// SPDX-License-Identifier: Apache-2.0
#include "app/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "app/help.h"
#include "app/topic.h"
#include "model/worded.h"

namespace tmsweep::app {

namespace {

/// Of the last change of the texts: pages are the same whenever they are made.
constexpr std::string_view k_date = "2026-11-25";

constexpr Text k_description{
    "把名称与依《商标法》和相关法律整理的词表、规则比较，对每个雷区说明为什么、依据哪一条、通常有哪些例外、"
    "怎样改。离线工作，只看文字。词表不是官方登记簿。",
    "Compares names with lists and rules made from China's Trademark Law and neighbouring laws, and says for "
    "each mine it finds why it is one, which article applies, what the usual exceptions are and what to "
    "change. It works offline, on words only. Its lists are not official registers."};

std::string_view say(Lang lang, std::string_view zh, std::string_view en) {
  return lang == Lang::zh ? zh : en;
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

/// A literal on a line of its own.
std::string bold(std::string_view text) {
  return man_text(fmt::format("`{}`", text));
}

std::string section(Lang lang, std::string_view zh, std::string_view en) {
  return fmt::format(".SH {}\n", say(lang, zh, en));
}

/// The head of a page. The line of the name is unbroken, for whatis; Chinese has no blanks to stretch.
std::string begin(std::string_view name, std::string_view summary, Lang lang) {
  std::string dashed;
  for (const char c : name) dashed += c == '-' ? std::string("\\-") : std::string(1, c);
  return fmt::format("'\\\" -*- coding: UTF-8 -*-\n.TH {} 1 {} \"tmsweep {}\" tmsweep\n{}",
                     upper(std::string(name)), k_date, TMSWEEP_VERSION, lang == Lang::zh ? ".ad l\n" : "") +
         section(lang, "名称", "NAME") + fmt::format("{} \\- {}\n", dashed, summary);
}

std::string item(std::string_view term, std::string_view text) {
  return ".TP\n" + bold(term) + man_text(text);
}

std::string examples(std::span<const Example> list, Lang lang) {
  std::string out = section(lang, "例", "EXAMPLES");
  for (const Example& e : list) out += item(fmt::format("tmsweep {}", e.line), e.what.in(lang));
  return out;
}

/// Other pages, in the order of their names.
std::string see_also(std::vector<std::string> names, Lang lang) {
  std::ranges::sort(names);
  std::string out = section(lang, "参见", "SEE ALSO");
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string name = man_text(names[i]);
    name.pop_back();
    out += fmt::format(".BR {} (1){}\n", name, i + 1 < names.size() ? "," : "");
  }
  return out;
}

/// "[OPTIONS] FILE..." behind the name of a command.
std::string synopsis(const CommandSpec& spec, Lang lang) {
  std::string out = section(lang, "用法", "SYNOPSIS") + bold(fmt::format("tmsweep {}", spec.name));
  if (spec.declare == nullptr) return out + fmt::format("\\fI{}\\fR ...\n", say(lang, "命令", "COMMAND"));
  const Declared declared(spec);
  return out +
         man_text(fmt::format("[{}]{}", say(lang, "选项", "OPTIONS"), usage_arguments(declared.command)));
}

std::string options(const CommandSpec& spec, Lang lang) {
  const Declared declared(spec);
  std::string out;
  for (std::size_t g = 0; g < k_groups; ++g) {
    bool first = true;
    for (const Option& o : declared.command.options()) {
      if (o.group != static_cast<Group>(g)) continue;
      if (first) out += fmt::format(".SS {}\n", group_title(o.group, lang));
      first = false;
      out += item(shown_name(o), explanation(o, lang));
    }
  }
  return section(lang, "选项", "OPTIONS") + out +
         item("-h, --help", say(lang, "打印选项", "prints the options"));
}

std::string passages(const Topic& topic, Lang lang) {
  std::string out = fmt::format(".SH {}\n", lang == Lang::zh ? topic.title.zh : topic.section);
  bool first = true;
  for (const Passage& p : topic.passages) {
    if (p.term.empty()) {
      out += (first ? "" : ".PP\n") + man_text(p.text.in(lang));
    } else {
      out += item(p.term, p.text.in(lang));
    }
    first = false;
  }
  return out;
}

void write(const std::filesystem::path& folder, const std::string& name, const std::string& text) {
  std::filesystem::create_directories(folder);
  const std::filesystem::path file = folder / (name + ".1");
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw Failure(worded({"{}: 写不了", "{}: cannot write"}, file.string()));
}

}  // namespace

std::string page_name(std::string_view command) {
  std::string out = fmt::format("tmsweep-{}", command);
  std::ranges::replace(out, ' ', '-');
  return out;
}

std::string manual(Lang lang) {
  std::string out =
      begin("tmsweep",
            say(lang, "申请前查商标名称雷区", "sweep a brand name for trademark mines before filing"), lang);
  out += section(lang, "用法", "SYNOPSIS") + bold("tmsweep") +
         man_text(say(lang, "命令 [选项]", "COMMAND [OPTIONS]")) + ".br\n" + bold("tmsweep --version");
  out += section(lang, "说明", "DESCRIPTION") + man_text(k_description.in(lang)) + ".PP\n" +
         man_text(say(lang, "每个命令有自己的手册页，如 `man tmsweep-check`。",
                      "Each command has a page of its own, as in `man tmsweep-check`."));
  out += section(lang, "命令", "COMMANDS");
  std::vector<std::string> pages;
  for (const CommandSpec* spec : commands_in_order()) {
    out += item(spec->name, spec->summary.in(lang));
    pages.push_back(page_name(spec->name));
  }
  for (const Topic* topic : topics_in_order()) out += passages(*topic, lang);
  return out + examples(overview_examples(), lang) + see_also(pages, lang);
}

std::string manual_of(const CommandSpec& spec, Lang lang) {
  std::string out = begin(page_name(spec.name), spec.summary.in(lang), lang) + synopsis(spec, lang) +
                    section(lang, "说明", "DESCRIPTION") +
                    man_text(spec.about.empty() ? spec.summary.in(lang) : spec.about.in(lang));
  std::vector<std::string> pages{"tmsweep"};
  if (spec.declare == nullptr) {
    out += section(lang, "命令", "COMMANDS");
    for (const CommandSpec* member : commands_in_order()) {
      if (!member->name.starts_with(fmt::format("{} ", spec.name))) continue;
      out += item(member->name, member->summary.in(lang));
      pages.push_back(page_name(member->name));
    }
  } else {
    out += options(spec, lang) + passages(*topic_named("exit-codes"), lang);
  }
  return out + examples(spec.examples, lang) + see_also(pages, lang);
}

void write_manual(const std::filesystem::path& folder) {
  for (const Lang lang : {Lang::en, Lang::zh}) {
    const std::filesystem::path pages = lang == Lang::en ? folder / "man1" : folder / "zh_CN" / "man1";
    write(pages, "tmsweep", manual(lang));
    for (const CommandSpec* spec : commands::all())
      write(pages, page_name(spec->name), manual_of(*spec, lang));
  }
}

}  // namespace tmsweep::app
