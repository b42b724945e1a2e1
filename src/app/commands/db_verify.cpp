// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"db verify", {"内置数据库", "the built-in database"}},
     {"db verify --db other.db", {"另一个数据库", "another database"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<DbRequest>();
  r.action = DbRequest::Action::verify;
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec db_verify{
    .name = "db verify",
    .part = Part::database,
    .order = 2,
    .summary = {"检查数据库完整性", "check that the database is whole"},
    .about = {"完好时退出码为 0，否则为 3。", "Exits with 0 when it is whole and with 3 when it is not."},
    .examples = k_examples,
    .declare = declare,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
