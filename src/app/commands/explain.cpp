// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"
#include "model/worded.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 3> k_examples{
    {{"explain foreign-state", {"一条规则", "a rule"}},
     {"explain 10.1.8",
      {"一个条文，2019 年或 2026 年文本的编号", "an article, as numbered in 2019 or in 2026"}},
     {"explain --list", {"列出全部规则", "all rules"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<ExplainRequest>();
  c.argument(
       "TOPIC", r.topic,
       {"规则或条文号，如 foreign-state、10.1.8、15.9", "rule or article, as in foreign-state, 10.1.8, 15.9"})
      .is(Takes::rule);
  c.group(Group::output);
  c.flag("--list", r.list, {"列出全部规则", "list all rules"});
  c.common(r.common);
  c.as_of(r.common);
}

std::optional<Notice> finish(Request& request) {
  const auto& r = std::get<ExplainRequest>(request);
  if (r.topic.empty() && !r.list)
    return mistake(worded({"请写出规则或法条，或用 --list；用法见 'tmsweep explain --help'",
                           "name a rule or an article, or use --list; see 'tmsweep explain --help'"}));
  return {};
}

}  // namespace

extern constinit const CommandSpec explain{
    .name = "explain",
    .part = Part::knowledge,
    .order = 2,
    .summary = {"解释一条规则或一个条文", "explain a rule or an article"},
    .about = {"解释规则或条文。两个版本的法律都列出，不论 `--as-of` 是哪一天。",
              "Explains a rule or an article. Both editions of the law are shown, whatever `--as-of` says."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
