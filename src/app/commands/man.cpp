// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "app/command_spec.h"
#include "app/manual.h"
#include "app/session.h"
#include "app/suggest.h"
#include "model/worded.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 3> k_examples{
    {{"man check > tmsweep-check.1", {"一页，用 man 格式", "one page, in the format of man"}},
     {"man --lang en", {"总页，用英文", "the page of the program, in English"}},
     {"man --out share/man", {"写出全部页，中文和英文", "writes all pages, in Chinese and in English"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<PagesRequest>();
  c.argument("COMMAND", r.words, {"命令，默认总页", "a command; default: the page of the program"})
      .is(Takes::topic);
  c.group(Group::output);
  c.option("--out", r.out, "FOLDER", {"把全部页写到这个目录", "write all pages below this folder"})
      .is(Takes::folder);
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  const auto& r = std::get<PagesRequest>(request);
  const Lang lang = language(r.common);
  if (!r.out.empty()) {
    write_manual(r.out);
    return Notice{};
  }
  if (r.words.empty()) return page(manual(lang));
  const std::string asked = fmt::format("{}", fmt::join(r.words, " "));
  if (const CommandSpec* spec = command_named(asked)) return page(manual_of(*spec, lang));
  std::vector<std::string> known;
  for (const CommandSpec* spec : all()) known.emplace_back(spec->name);
  return mistake(
      worded({"没有关于“{}”的手册页{}；见 'tmsweep help'", "no page on '{}'{}; see 'tmsweep help'"}, asked,
             did_you_mean(nearest(asked, known))));
}

}  // namespace

extern constinit const CommandSpec man{
    .name = "man",
    .part = Part::program,
    .order = 8,
    .summary = {"打印手册页", "print the manual pages"},
    .about = {"以 man(7) 格式打印。包管理器安装的已经就位：`man tmsweep`。",
              "Prints them in the format man(7). Packages bring them with them: `man tmsweep`."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
