// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"db info", {"内置数据库", "the built-in database"}},
     {"db info --db other.db", {"另一个数据库", "another database"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<DbRequest>();
  r.action = DbRequest::Action::info;
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec db_info{
    .name = "db info",
    .part = Part::database,
    .order = 1,
    .summary = {"内置数据库的版本、数量和来源", "edition, counts, hashes and sources of the database"},
    .about = {},
    .examples = k_examples,
    .declare = declare,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
