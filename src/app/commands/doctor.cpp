// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"doctor", {"看安装有没有问题", "looks whether anything is wrong"}},
     {"doctor --json", {"以 JSON 输出，可附在问题报告里", "as JSON, to go with a report of a problem"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<DoctorRequest>();
  c.group(Group::output);
  c.flag("--json", r.json, {"以 JSON 输出", "print JSON"});
  c.group(Group::data);
  c.own_database(r.user_db);
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec doctor{
    .name = "doctor",
    .part = Part::program,
    .order = 5,
    .summary = {"检查安装，说明哪里不对、怎样改", "say what is wrong with the installation, and the remedy"},
    .about =
        {"列出各部分的版本，看内置数据库、自己的在先商标库、数据目录、语言环境、终端和 PATH。没有问题时退出码"
         "为 0，有问题为 1，问题使检查无法进行时为 3。",
         "Tells the versions of the parts, and looks at the database, your own earlier marks, the data "
         "folder, the locale, the terminal and PATH. Exits with 0 when all is fine, with 1 when something "
         "is wrong and with 3 when it keeps the program from checking."},
    .examples = k_examples,
    .declare = declare,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
