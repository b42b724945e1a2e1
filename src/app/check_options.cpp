// SPDX-License-Identifier: Apache-2.0
#include "app/check_options.h"

#include "model/worded.h"

namespace tmsweep::app {

void check_input(Command& c, CheckRequest& r) {
  c.group(Group::input);
  c.option("--file", r.files, "FILE",
           {"名称清单：每行一个、TSV、CSV 或 JSON；`-` 为标准输入",
            "list of names: lines, TSV, CSV or JSON; `-` is standard input"})
      .greedy()
      .file();
  c.input(r.input);
  c.option("--jobs", r.jobs, "N", {"并行数，默认等于处理器数", "threads; default: as many as processors"})
      .range(1, 256);
}

void check_options(Command& c, CheckRequest& r) {
  c.group(Group::goods);
  c.goods(r.goods);
  c.classes(r.classes);
  c.group(Group::marks);
  c.earlier_marks(r.marks, r.user_db);
  c.flag("--all-classes", r.all_classes,
         {"其他类别的在先商标也列出，作为提示", "earlier marks of other classes too, as notes"});
  c.group(Group::checks);
  c.as_of(r.common);
  c.max_age(r.common);
  c.option("--disable", r.disable, "RULE", {"关闭一条规则", "switch a rule off"}).is(Takes::rule);
  c.option("--grade", r.grade, "RULE=RISK",
           {"改定一条规则的级别，如 place-name=low", "give a rule another risk, as in place-name=low"});
}

void check_limits(Command& c, CheckRequest& r) {
  c.group(Group::checks);
  c.option("--fail-on", r.fail_on, "RISK", {"达到此级别时退出码为 1", "exit with 1 from this risk on"})
      .one_of({"high", "medium", "low", "never"});
  c.option("--baseline", r.baseline, "FILE",
           {"只算基线文件以外的发现", "count only findings that are not in this baseline"})
      .file();
}

std::optional<Notice> check_mistake(const CheckRequest& r, std::string_view command) {
  if (r.names.empty() && r.files.empty())
    return mistake(
        worded({"没有要检查的名称；用法见 'tmsweep {} --help'", "no name to check; see 'tmsweep {} --help'"},
               command));
  if (r.files.empty() && !r.input.empty())
    return mistake(worded({"--column、--pointer、--encoding 说的是文件；请加上 --file",
                           "--column, --pointer and --encoding speak of files; name one with --file"}));
  return input_mistake(r.input);
}

void declare_baseline(Command& c, Request& request, BaselineRequest::Action action) {
  auto& r = request.emplace<BaselineRequest>();
  r.action = action;
  c.argument("FILE", r.file, {"基线文件", "the file of the baseline"}).required().file();
  c.argument("NAME", r.check.names, {"要检查的名称", "the names to check"});
  check_input(c, r.check);
  check_options(c, r.check);
  c.common(r.check.common);
}

}  // namespace tmsweep::app
