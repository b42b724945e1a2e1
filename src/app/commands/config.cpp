// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"config show", {"每项设置及其来源", "each setting and where it comes from"}},
     {"config path", {"读哪些配置文件", "which files are read"}}}};

}  // namespace

extern constinit const CommandSpec config{.name = "config",
                                          .part = Part::program,
                                          .order = 0,
                                          .summary = {"配置", "the configuration"},
                                          .about = {},
                                          .examples = k_examples,
                                          .declare = nullptr,
                                          .finish = nullptr};

}  // namespace tmsweep::app::commands
