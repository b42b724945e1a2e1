// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <array>

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 6> k_passages{
    {{"0", {"没有达到 `--fail-on` 的发现。", "Nothing at or above `--fail-on` was found."}},
     {"1", {"有达到的发现。", "Something was."}},
     {"2",
      {"命令用错，或作为参数的名称读不了。",
       "The command was used wrongly, or a name given as an argument could not be read."}},
     {"3",
      {"未能检查：数据库缺失、损坏或版本不同；自己的索引缺失、损坏或版本不同；数据超过 "
       "`--max-age`；文件或其中一行读不了。",
       "The check could not be carried out: database missing, damaged or of another version; your own index "
       "missing, damaged or of another edition; the data older than `--max-age`; a file, or a line of it, "
       "unreadable."}},
     {"130, 143",
      {"`check` 被中断（Ctrl+C，或者终止信号）：已经读入的都查完了，报告里和标准错误上都说明没有查完。",
       "`check` was ended by a signal: what had been read was checked; standard error, and the formats that "
       "have a "
       "place for it, say that it is not everything."}},
     {"",
      {"`watch` 也是这样，但 `--fail-on` 默认 never。`classes` 有不认得的词时为 1；`similar` 有没有结果都为 "
       "0；`doctor` 发现问题时为 "
       "1，问题使检查无法进行时为 3。",
       "`watch` has them too, with never as its `--fail-on`. `classes` exits with 1 when a text was not "
       "recognised, `similar` with 0 whether there are marks or "
       "not, `doctor` with 1 when something is wrong and with 3 when it keeps the program from checking."}}}};

}  // namespace

extern constinit const Topic exit_codes{.name = "exit-codes",
                                        .order = 7,
                                        .title = {"退出码", "Exit codes"},
                                        .section = "EXIT STATUS",
                                        .passages = k_passages};

}  // namespace tmsweep::app::topics
