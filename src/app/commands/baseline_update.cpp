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
  auto& r = request.emplace<BaselineRequest>();
  r.action = BaselineRequest::Action::update;
  c.argument("FILE", r.file, {"基线文件", "the file of the baseline"}).required().file();
  c.argument("NAME", r.check.names, {"要检查的名称", "the names to check"});
  check_input(c, r.check);
  check_options(c, r.check);
  c.common(r.check.common);
}

std::optional<Notice> finish(Request& request) {
  const CheckRequest& r = std::get<BaselineRequest>(request).check;
  if (r.names.empty() && r.files.empty())
    return mistake("tmsweep: no name to check; see 'tmsweep baseline update --help'");
  return input_mistake(r.input);
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
