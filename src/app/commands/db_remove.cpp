// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 1> k_examples{{{"db remove own", {"删除来源 own", "removes the source own"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<UserDbRequest>();
  r.action = UserDbRequest::Action::remove;
  c.argument("SOURCE", r.source, {"来源，见 `db list`", "a source of `db list`"}).required();
  c.group(Group::data);
  c.own_database(r.user_db);
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  return check_source(std::get<UserDbRequest>(request).source);
}

}  // namespace

extern constinit const CommandSpec db_remove{
    .name = "db remove",
    .part = Part::own_marks,
    .order = 4,
    .summary = {"删除一个来源及其商标", "remove a source with its marks"},
    .about = {},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
