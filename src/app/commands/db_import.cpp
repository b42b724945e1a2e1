// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"
#include "model/worded.h"

#include <fmt/format.h>

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"db import register.csv", {"导入一份登记表", "imports a register"}},
     {"db import --map name=商标名称 --source own marks.csv",
      {"说明名称在哪一列，以 own 为来源名", "says which column holds the name; the source is called own"}}}};

constexpr std::size_t k_largest_batch = 10'000'000;

void declare(Command& c, Request& request) {
  auto& r = request.emplace<UserDbRequest>();
  r.action = UserDbRequest::Action::import_marks;
  c.argument("FILE", r.files, {"商标数据文件", "files of a register"}).required().file();
  c.group(Group::input);
  c.option("--format", r.format, "FORMAT",
           {"文件格式，默认按文件名", "format of the files; default: by their names"})
      .one_of({"csv", "tsv", "jsonl", "st66", "st96", "uspto"});
  c.option("--map", r.maps, "FIELD=COLUMN",
           {"列名对应，如 `name=商标名称`", "heading of a column, as in `name=商标名称`"});
  c.option("--source", r.source, "ID",
           {"来源名，以后按它列出和删除，默认文件名",
            "name under which the marks are listed and removed; default: that of the file"});
  c.option("--office", r.office, "CODE",
           {"注册号属于哪个局，如 cn、us、em；表格默认 cn，uspto 默认 us，其他每个来源自成一局",
            "office that gave the numbers, as in cn, us, em; default: cn for tables, us for uspto, else "
            "one of its own for each source"});
  c.flag("--strict", r.strict,
         {"遇到错误记录即停止，退出码为 3；之前的批次保留",
          "stop at the first bad record, with exit code 3; "
          "batches before it stay"});
  c.option("--batch", r.batch, "N", {"每批提交的记录数", "records that are committed together"})
      .range(1, k_largest_batch);
  c.group(Group::data);
  c.own_database(r.user_db);
  c.common(r.common);
}

std::optional<Notice> read_maps(UserDbRequest& r) {
  for (const std::string& map : r.maps) {
    const std::size_t at = map.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == map.size())
      return mistake(worded({"--map: “{}”没有指明列；写作 name=商标名称",
                             "--map: '{}' names no column; write it as name=商标名称"},
                            map));
    r.columns[map.substr(0, at)] = map.substr(at + 1);
  }
  return {};
}

std::optional<Notice> finish(Request& request) {
  auto& r = std::get<UserDbRequest>(request);
  if (auto notice = read_maps(r)) return notice;
  return check_source(r.source);
}

}  // namespace

extern constinit const CommandSpec db_import{
    .name = "db import",
    .part = Part::own_marks,
    .order = 1,
    .summary = {"导入在先商标", "import earlier marks into your own database"},
    .about = {"读入商标数据并建立索引。已有的商标由新的代替：由哪个局的哪个号码认定是同一件；没有号码时看名称"
              "、类别、权利人和申请日。同一号码几个类别的行合为一件。导入中断时，同一命令从中断处继续。",
              "Reads registers of marks into your database and makes its index. A mark that is there already "
              "is replaced: the office and the number say which mark it is or, where there is no number, "
              "name, classes, owner and filing date. Rows of one number for several classes become one mark. "
              "When an import breaks off, the same command goes on where it ended."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
