// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 3> k_examples{
    {{"db info", {"版本、数量、来源", "edition, counts, sources"}},
     {"db import register.csv", {"导入在先商标", "imports earlier marks"}},
     {"db stats", {"自己的库里有什么", "what your own database holds"}}}};

}  // namespace

extern constinit const CommandSpec db{
    .name = "db",
    .part = Part::database,
    .order = 0,
    .summary = {"内置数据库和自己的在先商标库", "the built-in database and your own of earlier marks"},
    .about = {},
    .examples = k_examples,
    .declare = nullptr,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
