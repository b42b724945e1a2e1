// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{{{"db list", {"来源、数量、日期", "sources, counts, days"}},
                                             {"db list --json", {"以 JSON 输出", "as JSON"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<UserDbRequest>();
  r.action = UserDbRequest::Action::list;
  c.group(Group::output);
  c.flag("--json", r.json, {"以 JSON 输出", "print JSON"});
  c.group(Group::data);
  c.own_database(r.user_db);
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec db_list{.name = "db list",
                                           .part = Part::own_marks,
                                           .order = 2,
                                           .summary = {"列出自己导入的来源", "list the sources you imported"},
                                           .about = {},
                                           .examples = k_examples,
                                           .declare = declare,
                                           .finish = nullptr};

}  // namespace tmsweep::app::commands
