// SPDX-License-Identifier: Apache-2.0
#include "app/cli.h"
#include "app/command_options.h"

namespace tmsweep::app {

namespace {

void table_format(Command& command, std::string& format) {
  command.app()
      .add_option("--format", format, "text | tsv | json | jsonl")
      ->check(CLI::IsMember({"text", "tsv", "json", "jsonl"}));
}

}  // namespace

Request parse_similar(int argc, const char* const* argv) {
  SimilarRequest r;
  Command command("similar", "列出近似的在先商标 / earlier marks that are similar to a name");
  command.app().add_option("name", r.name, "名称 / the name")->type_name("NAME")->required();
  command.goods(r.goods);
  command.classes();
  command.app()
      .add_option("--marks", r.marks, "在先商标清单 / list of earlier marks (name, class)")
      ->type_name("FILE");
  command.app()
      .add_option("--user-db", r.user_db, "自己导入的商标数据 / database of imported marks")
      ->type_name("FILE");
  command.app()
      .add_option("--limit", r.limit, "最多列出几件 / at most so many")
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  table_format(command, r.format);
  command.common(r.common);
  if (auto notice = command.parse(argc, argv, r.common)) return *notice;
  if (auto notice = command.read_classes(r.classes)) return *notice;
  return r;
}

Request parse_watch(int argc, const char* const* argv) {
  WatchRequest r;
  Command command("watch", "在名单里找仿冒自己品牌的名称 / find names of a list that imitate a brand");
  command.app()
      .add_option("--brand", r.brands, "自己的品牌，可多次 / the brand, repeatable")
      ->type_name("NAME")
      ->allow_extra_args(false)
      ->required();
  command.app()
      .add_option("files", r.files,
                  "名单，默认标准输入 / lists: lines, TSV, CSV or JSON Lines; default stdin")
      ->type_name("FILE");
  command.classes();
  command.app()
      .add_option("--min-risk", r.min_risk, "列出此级别以上 / list from this risk on")
      ->check(CLI::IsMember({"high", "medium", "low"}));
  command.app()
      .add_option("--fail-on", r.fail_on, "达到此级别时退出码为1 / exit 1 from this risk on")
      ->check(CLI::IsMember({"high", "medium", "low", "never"}));
  table_format(command, r.format);
  command.common(r.common);
  if (auto notice = command.parse(argc, argv, r.common)) return *notice;
  if (auto notice = command.read_classes(r.classes)) return *notice;
  return r;
}

}  // namespace tmsweep::app
