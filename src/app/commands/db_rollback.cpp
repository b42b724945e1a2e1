// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 1> k_examples{{{"db rollback", {"回到上一版", "goes back by one edition"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<BundleRequest>();
  r.action = BundleRequest::Action::rollback;
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  return without_database(std::get<BundleRequest>(request).common, "db rollback");
}

}  // namespace

extern constinit const CommandSpec db_rollback{
    .name = "db rollback",
    .part = Part::database,
    .order = 4,
    .summary = {"回到上一版数据", "go back to the data before"},
    .about = {"回到上一次安装的数据；没有时回到程序自带的数据。装好的数据损坏时，也用它离开。",
              "Goes back to the data installed before, or to the built-in ones. It is also the way out when "
              "the installed data are damaged."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
