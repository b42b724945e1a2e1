// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <array>

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 8> k_passages{
    {{"", {"文件的形式由第一行看出。", "The shape of a file is told from its first line."}},
     {"lines", {"每行一个名称。", "One name a line."}},
     {"TSV, CSV",
      {"有表头，其中一列是 `name`，需要时还有 `goods` 和 `class`；也认得中文表头“名称”“商品”“类别”。CSV "
       "的字段可以加引号，引号里可以换行。`--column` 指定名称所在的列。",
       "A header with a column `name` and, if wanted, `goods` and `class`; the Chinese headings 名称, 商品 "
       "and 类别 are known too. Fields of CSV may be quoted and then hold line breaks. `--column` names "
       "the column of the names."}},
     {"JSON Lines",
      {"每行一个对象，有 `name`，需要时还有 `goods` 和 `class`。",
       "One object a line, with `name` and, if wanted, `goods` and `class`."}},
     {"JSON",
      {"文本或者这种对象的数组，可以写成多行。别的结构用 `--pointer` 指出名称的位置，如 "
       "`/products/*/name`，`*` 表示任何一个。",
       "An array of texts or of such objects, over any number of lines. In other JSON `--pointer` says where "
       "the names are, as in `/products/*/name`, where `*` is any of them."}},
     {"id",
      {"列 `id` 或者键 `id` 写进 json、jsonl、csv、tsv 的报告，用来把报告和来源对上。",
       "A column or key `id` comes back in reports as json, jsonl, csv and tsv, to join them with where the "
       "name "
       "came from."}},
     {"",
      {"编码自动识别：UTF-8、UTF-16、GB 18030；不是 UTF-8 时会说明，`--encoding` 可以指定。",
       "The encoding is told from the file: UTF-8, UTF-16 or GB 18030; it is said when it is not UTF-8, and "
       "`--encoding` gives it."}},
     {"",
      {"一行里的商品和类别代替命令行上的。`-` 是标准输入。",
       "Goods and classes of a row take the place of those on the command line. `-` is "
       "standard input."}}}};

}  // namespace

extern constinit const Topic input{.name = "input",
                                   .order = 1,
                                   .title = {"名单文件的写法", "Files of names"},
                                   .section = "INPUT",
                                   .passages = k_passages};

}  // namespace tmsweep::app::topics
