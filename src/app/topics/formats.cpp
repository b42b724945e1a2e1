// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <array>

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 5> k_passages{
    {{"", {"`check --format` 选择：", "`check --format` takes:"}},
     {"text", {"给人看的报告，默认。", "Reports for people; the default."}},
     {"json",
      {"一次运行一个对象：一个名称为 `tmsweep.report/1`，几个名称为 `tmsweep.run/1`。",
       "One object a run: `tmsweep.report/1` of one name, `tmsweep.run/1` of several."}},
     {"jsonl",
      {"每个名称一行，`tmsweep.report/1`，顺序与输入相同。",
       "One line a name, `tmsweep.report/1`, in the order of the input."}},
     {"",
      {"`similar` 和 `watch` 另有 `tsv`，有表头的表格；它们的 `json` 是 `tmsweep.similar/1` 和 "
       "`tmsweep.watch/1`。`check --output 文件` 按文件扩展名选择格式，或写作 `格式:文件`。",
       "`similar` and `watch` take `tsv` too, a table with a header; their `json` is `tmsweep.similar/1` and "
       "`tmsweep.watch/1`. `check --output FILE` takes the format of the ending of the file, or "
       "`FORMAT:FILE`."}}}};

}  // namespace

extern constinit const Topic formats{.name = "formats",
                                     .order = 2,
                                     .title = {"输出格式", "Formats of the output"},
                                     .section = "FORMATS",
                                     .passages = k_passages};

}  // namespace tmsweep::app::topics
