// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"db stats", {"按状态、类别、来源计数", "counts by standing, class and source"}},
     {"db stats --json", {"以 JSON 输出", "as JSON"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<UserDbRequest>();
  r.action = UserDbRequest::Action::stats;
  c.group(Group::output);
  c.flag("--json", r.json, {"以 JSON 输出", "print JSON"});
  c.group(Group::data);
  c.own_database(r.user_db);
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec db_stats{
    .name = "db stats",
    .part = Part::own_marks,
    .order = 3,
    .summary = {"自己的库有多少商标，是否完好", "count the marks of your own database and check it"},
    .about = {},
    .examples = k_examples,
    .declare = declare,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
