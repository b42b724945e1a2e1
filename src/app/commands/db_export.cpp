// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"db export marks.csv", {"导出为 CSV", "writes CSV"}},
     {"db export --source own --format jsonl",
      {"只导出一个来源，写到标准输出", "one source, to standard output"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<UserDbRequest>();
  r.action = UserDbRequest::Action::export_marks;
  c.argument("FILE", r.out, {"要写的文件，默认标准输出", "file to write; default: standard output"}).file();
  c.group(Group::output);
  c.option("--source", r.source, "ID", {"只导出此来源", "of this source only"});
  c.option("--format", r.format, "FORMAT",
           {"格式，默认按文件名，否则 csv", "format; default: by the name of the file, else csv"})
      .one_of({"csv", "tsv", "jsonl"});
  c.group(Group::data);
  c.own_database(r.user_db);
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  return check_source(std::get<UserDbRequest>(request).source);
}

}  // namespace

extern constinit const CommandSpec db_export{
    .name = "db export",
    .part = Part::own_marks,
    .order = 5,
    .summary = {"导出自己的商标", "write your marks to a file"},
    .about = {"表格里会被电子表格当作公式的字段，前面加一个撇号。",
              "In tables a field that a spreadsheet would run gets an apostrophe in front."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
