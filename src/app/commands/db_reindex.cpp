// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 1> k_examples{{{"db reindex", {"重建索引", "makes the index again"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<UserDbRequest>();
  r.action = UserDbRequest::Action::reindex;
  c.group(Group::data);
  c.own_database(r.user_db);
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec db_reindex{
    .name = "db reindex",
    .part = Part::own_marks,
    .order = 6,
    .summary = {"重建自己的库的索引", "make the index of your own database again"},
    .about = {"换了内置数据库的版本以后需要。",
              "Needed when the edition of the built-in database has changed."},
    .examples = k_examples,
    .declare = declare,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
