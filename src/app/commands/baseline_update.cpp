// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "app/check_options.h"
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 1> k_examples{
    {{"baseline update names.baseline.json --file names.csv",
      {"去掉已改好的，加入新的", "drops what is fixed, adds what is new"}}}};

void declare(Command& c, Request& request) {
  declare_baseline(c, request, BaselineRequest::Action::update);
}

std::optional<Notice> finish(Request& request) {
  return check_mistake(std::get<BaselineRequest>(request).check, "baseline update");
}

}  // namespace

extern constinit const CommandSpec baseline_update{
    .name = "baseline update",
    .part = Part::names,
    .order = 6,
    .summary = {"更新基线文件：去掉已改好的，加入新的", "make a baseline anew from what is found now"},
    .about = {"使用与 check 相同的名称和选项。有名称未能检查时，不写文件。",
              "Names and options are those of check. When a name could not be checked, nothing is written."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
