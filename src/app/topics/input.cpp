// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <array>

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 5> k_passages{
    {{"", {"文件的形式由第一行看出。", "The shape of a file is told from its first line."}},
     {"lines", {"每行一个名称。", "One name a line."}},
     {"TSV, CSV",
      {"有表头，其中一列是 `name`，需要时还有 `goods` 和 `class`；也认得中文表头“名称”“商品”“类别”。CSV "
       "的字段可以加引号。",
       "A header with a column `name` and, if wanted, `goods` and `class`; the Chinese headings 名称, 商品 "
       "and 类别 are known too. Fields of CSV may be quoted."}},
     {"JSON Lines",
      {"每行一个对象，有 `name`，需要时还有 `goods` 和 `class`。",
       "One object a line, with `name` and, if wanted, `goods` and `class`."}},
     {"",
      {"一行里的商品和类别代替命令行上的。文件用 UTF-8。`-` 是标准输入。",
       "Goods and classes of a row take the place of those on the command line. Files are UTF-8. `-` is "
       "standard input."}}}};

}  // namespace

extern constinit const Topic input{.name = "input",
                                   .order = 1,
                                   .title = {"名单文件的写法", "Files of names"},
                                   .section = "INPUT",
                                   .passages = k_passages};

}  // namespace tmsweep::app::topics
