// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 3> k_examples{
    {{"baseline create names.baseline.json --file names.csv",
      {"接受现有的发现", "accepts what is found today"}},
     {"check --file names.csv --baseline names.baseline.json", {"只报新的发现", "counts only what is new"}},
     {"baseline update names.baseline.json --file names.csv",
      {"去掉已改好的，加入新的", "drops what is fixed, adds what is new"}}}};

}  // namespace

extern constinit const CommandSpec baseline{
    .name = "baseline",
    .part = Part::names,
    .order = 4,
    .summary = {"基线：接受现有的发现，只报新的", "baselines: accept what is found today, count what is new"},
    .about = {},
    .examples = k_examples,
    .declare = nullptr,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
