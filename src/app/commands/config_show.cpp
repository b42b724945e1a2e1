// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{{{"config show", {"当前的设置", "the settings in force"}},
                                             {"config show --json", {"以 JSON 输出", "as JSON"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<ConfigRequest>();
  r.action = ConfigRequest::Action::show;
  c.group(Group::output);
  c.flag("--json", r.json, {"以 JSON 输出", "print as JSON"});
  c.group(Group::checks);
  c.as_of(r.common);
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec config_show{
    .name = "config show",
    .part = Part::program,
    .order = 1,
    .summary = {"显示每项设置及其来源", "show each setting and where it comes from"},
    .about =
        {"设置来自程序默认、用户的配置文件、项目的 .tmsweep.toml、TMSWEEP_ 开头的环境变量和选项，后者优先。",
         "Settings come from the program, the configuration of the user, the .tmsweep.toml of the project, "
         "variables of the environment that begin with TMSWEEP_, and options; the later wins."},
    .examples = k_examples,
    .declare = declare,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
