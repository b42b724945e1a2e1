// SPDX-License-Identifier: Apache-2.0
#include "app/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/command_spec.h"
#include "app/session.h"
#include "app/suggest.h"
#include "app/topic.h"
#include "model/worded.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 3> k_examples{
    {{"help", {"全部命令和主题", "all commands and topics"}},
     {"help check --lang en", {"一个命令的选项，用英文", "the options of a command, in English"}},
     {"help exit-codes", {"一个主题", "a topic"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<PagesRequest>();
  c.argument("TOPIC", r.words, {"命令或主题", "a command or a topic"}).is(Takes::topic);
  c.common(r.common);
}

Notice unknown(const std::string& asked) {
  std::vector<std::string> known;
  for (const CommandSpec* spec : all()) known.emplace_back(spec->name);
  for (const Topic* topic : topics::all()) known.emplace_back(topic->name);
  return mistake(worded({"没有关于“{}”的帮助{}；见 'tmsweep help'", "no help on '{}'{}; see 'tmsweep help'"},
                        asked, did_you_mean(nearest(asked, known))));
}

std::optional<Notice> finish(Request& request) {
  const auto& r = std::get<PagesRequest>(request);
  const Lang lang = language(r.common);
  const std::string asked = fmt::format("{}", fmt::join(r.words, " "));
  if (asked.empty()) return page(overview(lang));
  if (const CommandSpec* spec = command_named(asked)) return page(help_of(*spec, lang));
  if (const Topic* topic = topic_named(asked)) return page(help_of(*topic, lang));
  return unknown(asked);
}

}  // namespace

extern constinit const CommandSpec help{
    .name = "help",
    .part = Part::program,
    .order = 6,
    .summary = {"说明一个命令或一个主题", "tell about a command or a topic"},
    .about = {},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
