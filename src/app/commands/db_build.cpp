// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{{{"db build data out.db", {"编译数据库", "compiles a database"}},
                                             {"check 历蜀记 --db out.db", {"用它检查", "checks with it"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<DbRequest>();
  r.action = DbRequest::Action::build;
  c.argument("DATA_DIR", r.data_dir, {"数据表的目录", "folder of the tables"}).required().is(Takes::folder);
  c.argument("OUT", r.out, {"要写的数据库文件", "file of the database to write"}).required().file();
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec db_build{
    .name = "db build",
    .part = Part::database,
    .order = 9,
    .summary = {"把数据表编译成数据库", "compile the tables of a folder into a database"},
    .about = {"规则说明页取自旁边的 `../docs/rules`。",
              "The pages of the rules are those of `../docs/rules` beside it."},
    .examples = k_examples,
    .declare = declare,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
