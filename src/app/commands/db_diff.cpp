// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"db diff builtin tmsweep-data.zip", {"更新会改变什么", "what an update would change"}},
     {"db diff a.db b.db --format json --limit 0", {"全部，以 JSON 输出", "everything, as JSON"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<BundleRequest>();
  r.action = BundleRequest::Action::diff;
  c.argument("OLD", r.from, {"旧数据", "the older data"}).required().file();
  c.argument("NEW", r.to, {"新数据", "the newer data"}).required().file();
  c.group(Group::output);
  c.option("--format", r.format, "FORMAT", {"输出格式", "format of the output"}).one_of({"text", "json"});
  c.option("--limit", r.limit, "N", {"每类最多列出几项，0 为全部", "at most so many of each kind; 0: all"});
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  return without_database(std::get<BundleRequest>(request).common, "db diff");
}

}  // namespace

extern constinit const CommandSpec db_diff{
    .name = "db diff",
    .part = Part::database,
    .order = 5,
    .summary = {"比较两版数据", "compare two editions of the data"},
    .about = {"列出新增、删除和改动的规则、词条和品牌。可以是数据库文件、数据包，或者 "
              "`builtin`（程序自带）。数据包只核对校验和，不核对签名：什么都不会安装。",
              "Lists rules, terms and brands added, removed and changed. Either side is a database file, a "
              "bundle, or the word `builtin`. Of a bundle the sums are checked, the signature is not: "
              "nothing is installed."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
