// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "app/topic.h"

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 9> k_passages{
    {{"",
      {"每次都要输入的，可以写进文件：选项、不相干的规则、自己的禁用词、接受的发现。`tmsweep config show` "
       "列出每一项和它的来源。"
       "后面的胜过前面的：",
       "What you would type every time can stand in a file: options, rules that do not concern you, words of "
       "your own that must not occur, findings you accept. `tmsweep config show` prints each setting and "
       "where "
       "it comes from. A later one of these wins:"}},
     {"config.toml",
      {"用户的文件，见 `tmsweep help files`。", "The file of the user, see `tmsweep help files`."}},
     {".tmsweep.toml",
      {"项目的文件：工作目录或其上最近的目录里的，不高于主目录。",
       "The file of the project: of the working directory or the nearest folder above it, not above the home "
       "directory."}},
     {"TMSWEEP_*",
      {"环境变量，如 `TMSWEEP_FAIL_ON=medium`。",
       "Variables of the environment, as `TMSWEEP_FAIL_ON=medium`."}},
     {"--fail-on ...", {"命令行上的选项。", "Options of the command line."}},
     {"",
      {"`--config 文件` 只读这一个文件，`--no-config` 不读文件。不认识的键和错误的值使退出码为 2。",
       "`--config FILE` reads this file in place of both, `--no-config` reads none. Unknown keys and wrong "
       "values end the command with exit code 2."}},
     {"[rules]",
      {"关闭规则或改定级别：`too-simple = \"off\"`。",
       "Rules that are off or weighed otherwise: `too-simple = \"off\"`."}},
     {"[[terms]]",
      {"自己的禁用词：`text`、`risk`，可以有 `match` 和 `message`。",
       "Your own banned words: `text`, `risk` and, if wanted, `match` and `message`."}},
     {"[[suppress]]",
      {"接受一个名称上一条规则的发现：`name`、`rule`、`reason`、`expires` 都要写。",
       "Accepts the findings of one rule on one name: `name`, `rule`, `reason` and `expires`, all "
       "required."}}}};

}  // namespace

extern constinit const Topic configuration{.name = "configuration",
                                           .order = 4,
                                           .title = {"配置文件", "Configuration files"},
                                           .section = "CONFIGURATION",
                                           .passages = k_passages};

}  // namespace tmsweep::app::topics
