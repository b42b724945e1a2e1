// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <array>

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 12> k_passages{
    {{"", {"`check --format` 选择：", "`check --format` takes:"}},
     {"text", {"给人看的报告，默认。", "Reports for people; the default."}},
     {"json",
      {"一次运行一个对象：一个名称为 `tmsweep.report/1`，几个名称为 `tmsweep.run/1`。",
       "One object a run: `tmsweep.report/1` of one name, `tmsweep.run/1` of several."}},
     {"jsonl",
      {"每个名称一行，`tmsweep.report/1`，顺序与输入相同。",
       "One line a name, `tmsweep.report/1`, in the order of the input."}},
     {"csv",
      {"表格，每个发现一行，有表头；开头有字节顺序标记，Excel 能认出中文。",
       "A table with a header, a row a finding; a byte order mark tells spreadsheets that it is UTF-8."}},
     {"tsv", {"同样的表格，用制表符分隔。", "The same table, its cells parted by tabs."}},
     {"markdown",
      {"每个名称一节，最后是总数，可以贴到评审意见里。",
       "A section a name and the totals at the end, to be put into a review."}},
     {"sarif",
      {"SARIF 2.1.0，供代码扫描平台使用：规则说明、位置、指纹、豁免。",
       "SARIF 2.1.0 for code scanning: rules with their help, places, fingerprints, suppressions."}},
     {"github", {"GitHub 流水线里的批注。", "Annotations of a GitHub workflow."}},
     {"junit",
      {"测试报告：每个名称一组，每个发现一个测试，达到 `--fail-on` 的算失败。",
       "A test report: a suite a name, a test a finding, which fails from `--fail-on` on."}},
     {"checkstyle", {"Checkstyle 的 XML。", "The XML of Checkstyle."}},
     {"",
      {"`similar` 和 `watch` 另有 `tsv`，有表头的表格；它们的 `json` 是 `tmsweep.similar/1` 和 "
       "`tmsweep.watch/1`。`check --output 文件` 按文件扩展名选择格式（.txt .json .jsonl .csv .tsv .md "
       ".sarif .xml .checkstyle.xml），或写作 "
       "`格式:文件`；可以一次写几个。",
       "`similar` and `watch` take `tsv` too, a table with a header; their `json` is `tmsweep.similar/1` and "
       "`tmsweep.watch/1`. `check --output FILE` takes the format of the ending of the file (.txt .json "
       ".jsonl .csv .tsv "
       ".md .sarif .xml .checkstyle.xml), or `FORMAT:FILE`; several in one run."}}}};

}  // namespace

extern constinit const Topic formats{.name = "formats",
                                     .order = 2,
                                     .title = {"输出格式", "Formats of the output"},
                                     .section = "FORMATS",
                                     .passages = k_passages};

}  // namespace tmsweep::app::topics
