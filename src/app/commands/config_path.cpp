// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 1> k_examples{{{"config path", {"配置文件的位置", "where the files are"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<ConfigRequest>();
  r.action = ConfigRequest::Action::path;
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec config_path{
    .name = "config path",
    .part = Part::program,
    .order = 2,
    .summary = {"显示读哪些配置文件", "show which configuration files are read"},
    .about = {},
    .examples = k_examples,
    .declare = declare,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
