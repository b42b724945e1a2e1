// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "app/cli.h"
#include "app/command_options.h"
#include "output/terminal.h"

namespace tmsweep::app {

const char* const k_user_db_help =
    "tmsweep db import FILE...          导入在先商标 / import earlier marks into your own database\n"
    "tmsweep db list | stats [--json]   自己的库 / what your own database holds\n"
    "tmsweep db remove SOURCE           删除一个来源 / remove a source with its marks\n"
    "tmsweep db export [FILE]           导出 / write your marks to a file\n"
    "tmsweep db reindex                 重建索引 / make the index again\n";

namespace {

using Action = UserDbRequest::Action;

constexpr std::array<std::pair<std::string_view, Action>, 6> k_actions{{{"import", Action::import_marks},
                                                                        {"list", Action::list},
                                                                        {"remove", Action::remove},
                                                                        {"stats", Action::stats},
                                                                        {"export", Action::export_marks},
                                                                        {"reindex", Action::reindex}}};
constexpr std::size_t k_largest_batch = 10'000'000;
constexpr std::size_t k_longest_source = 100;

void import_options(CLI::App& app, UserDbRequest& r, std::vector<std::string>& maps) {
  app.add_option("FILE", r.files, "商标数据文件，可多个 / files of a register")->required();
  app.add_option("--format", r.format,
                 "csv | tsv | jsonl | st66 | st96 | uspto (默认按文件名 / default: by name)")
      ->check(CLI::IsMember({"csv", "tsv", "jsonl", "st66", "st96", "uspto"}));
  app.add_option("--map", maps, "列名对应，可多次 / column of a field, repeatable: name=商标名称")
      ->type_name("FIELD=COLUMN")
      ->allow_extra_args(false);
  app.add_option("--source", r.source, "来源名 (默认文件名) / name of the source (default: of the file)")
      ->type_name("ID");
  app.add_option("--office", r.office,
                 "注册号属于哪个局 (默认 cn) / office that gave the numbers, as in cn, us, em")
      ->type_name("CODE");
  app.add_flag("--strict", r.strict, "遇到错误记录即停止 / stop at the first bad record");
  app.add_option("--batch", r.batch, "每批记录数 / records committed together (default: 50000)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, k_largest_batch));
}

std::optional<Notice> read_maps(const std::vector<std::string>& maps, UserDbRequest& r) {
  for (const std::string& map : maps) {
    const std::size_t at = map.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == map.size())
      return mistake(fmt::format("tmsweep: --map: '{}' names no column; write it as name=商标名称", map));
    r.columns[map.substr(0, at)] = map.substr(at + 1);
  }
  return {};
}

/// A name of a source is shown in every list: it is one short line.
std::optional<Notice> check_source(const UserDbRequest& r) {
  if (r.source.size() <= k_longest_source && output::printable(r.source) == r.source) return {};
  return mistake("tmsweep: the name of a source is one line of at most 100 bytes");
}

}  // namespace

std::optional<Request> parse_user_db(int argc, const char* const* argv) {
  const std::string_view typed = argc > 1 ? argv[1] : "";
  const auto* const found = std::ranges::find(k_actions, typed, &std::pair<std::string_view, Action>::first);
  if (found == k_actions.end()) return {};
  UserDbRequest r;
  r.action = found->second;
  std::vector<std::string> maps;
  Command command("db " + std::string(typed), "自己的在先商标库 / your own database of earlier marks");
  CLI::App& app = command.app();
  if (r.action == Action::import_marks) import_options(app, r, maps);
  if (r.action == Action::remove)
    app.add_option("SOURCE", r.source, "来源，见 db list / a source of 'db list'")->required();
  if (r.action == Action::list || r.action == Action::stats)
    app.add_flag("--json", r.json, "JSON 输出 / as JSON");
  if (r.action == Action::export_marks) {
    app.add_option("FILE", r.out, "默认标准输出 / default: standard output");
    app.add_option("--source", r.source, "只导出此来源 / of this source only")->type_name("ID");
    app.add_option("--format", r.format, "csv | tsv | jsonl")->check(CLI::IsMember({"csv", "tsv", "jsonl"}));
  }
  app.add_option("--user-db", r.user_db, "自己的库文件 / file of your database")->type_name("FILE");
  command.common(r.common);
  if (auto notice = command.parse(argc - 1, argv + 1, r.common)) return *notice;
  if (auto notice = read_maps(maps, r)) return *notice;
  if (auto notice = check_source(r)) return *notice;
  return r;
}

}  // namespace tmsweep::app
