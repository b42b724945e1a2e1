// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "app/check_options.h"
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 1> k_examples{{{"baseline create names.baseline.json --file names.csv",
                                              {"接受现有的发现", "accepts what is found today"}}}};

void declare(Command& c, Request& request) {
  declare_baseline(c, request, BaselineRequest::Action::create);
}

std::optional<Notice> finish(Request& request) {
  return check_mistake(std::get<BaselineRequest>(request).check, "baseline create");
}

}  // namespace

extern constinit const CommandSpec baseline_create{
    .name = "baseline create",
    .part = Part::names,
    .order = 5,
    .summary = {"把现有的发现写入新的基线文件", "write what is found today into a new baseline"},
    .about = {"使用与 check 相同的名称和选项。有名称未能检查时，不写文件。",
              "Names and options are those of check. When a name could not be checked, nothing is written."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
