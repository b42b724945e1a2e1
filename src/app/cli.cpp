// SPDX-License-Identifier: Apache-2.0
#include "app/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>

#include "app/app.h"
#include "app/command_options.h"
#include "app/suggest.h"
#include "output/format.h"

namespace tmsweep::app {

namespace {

constexpr std::array<std::string_view, 6> k_commands{"check", "similar", "watch", "classes", "explain", "db"};

constexpr std::string_view k_help =
    R"(tmsweep: sweeps a brand name for trademark mines before it is filed in China.
申请前查商标名称雷区。

用法 / usage:
  tmsweep check 名称... [--goods 商品] [--class 类别]   检查名称 / check names
  tmsweep similar 名称 [--class 类别]                  近似的在先商标 / similar earlier marks
  tmsweep watch --brand 名称 < 名单                    找仿冒名 / find names that imitate a brand
  tmsweep classes 商品...|类别|类似群|--list            查类别和类似群 / classes and similar groups of goods
  tmsweep explain 规则|条文|--list                     解释规则 / explain a rule or an article
  tmsweep db info|verify|build                        数据库 / the database
  tmsweep db import 文件... | list | remove | stats    自己的在先商标库 / your own earlier marks
  tmsweep COMMAND --help                              选项 / options

例 / examples:
  tmsweep check 历蜀记 --goods 火锅店
  tmsweep check --file names.txt --format jsonl --fail-on medium
  tmsweep explain foreign-state

退出码 / exit codes:
  0 没有达到阈值的发现 / nothing at or above --fail-on    1 有 / something is
  2 用法错误 / wrong usage                               3 未能检查 / the check could not be carried out
)";

std::vector<std::string> format_ids() {
  std::vector<std::string> out;
  for (const output::Format* f : output::all()) out.emplace_back(f->id);
  return out;
}

Request parse_check(int argc, const char* const* argv) {
  CheckRequest r;
  Command command("check", "检查名称，逐条说明雷区 / check names and explain every mine");
  CLI::App& app = command.app();
  app.add_option("names", r.names, "要检查的名称 / the names to check")->type_name("NAME");
  app.add_option("--file", r.files,
                 "名称清单，- 为标准输入 / list of names: lines, TSV, CSV or JSON Lines; - is stdin")
      ->type_name("FILE");
  command.goods(r.goods);
  command.classes();
  app.add_option("--marks", r.marks, "在先商标清单 / list of earlier marks (name, class)")->type_name("FILE");
  app.add_option("--user-db", r.user_db, "自己导入的商标数据 / database of imported marks")
      ->type_name("FILE");
  app.add_flag("--all-classes", r.all_classes,
               "其他类别的在先商标也列出 / earlier marks of other classes too, as notes");
  app.add_option("--jobs", r.jobs, "并行数，默认等于处理器数 / threads, default: processors")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  app.add_option("--format", r.format, fmt::format("{}", fmt::join(format_ids(), " | ")))
      ->check(CLI::IsMember(format_ids()));
  std::vector<std::string> outputs;
  app.add_option("--output", outputs,
                 "报告写到文件，格式看扩展名，可多次 / write reports to a file, format by its ending or "
                 "FORMAT:FILE, repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_flag("--stats", r.stats, "数量和各步骤用时 / counts and times of the phases, on standard error");
  app.add_option("--fail-on", r.fail_on, "达到此级别时退出码为1 / exit 1 from this risk on")
      ->check(CLI::IsMember({"high", "medium", "low", "never"}));
  app.add_flag("-q,--quiet", r.quiet, "每个名称一行 / one line a name");
  app.add_flag("-v,--verbose", r.verbose, "全部例外、改法和案例 / every exception, fix and case");
  app.add_flag("--trace", r.trace, "显示规范化步骤 / show the steps of normalization");
  command.common(r.common);
  command.as_of();
  if (auto notice = command.parse(argc, argv, r.common)) return *notice;
  if (auto notice = command.read_classes(r.classes)) return *notice;
  for (const std::string& text : outputs) {
    Result<OutputTarget> target = output_target(text);
    if (!target)
      return mistake(fmt::format("tmsweep: --output: {}; {}", target.error().message, target.error().hint));
    r.outputs.push_back(std::move(target).value());
  }
  if (r.names.empty() && r.files.empty())
    return mistake("tmsweep: no name to check; see 'tmsweep check --help'");
  return r;
}

Request parse_explain(int argc, const char* const* argv) {
  ExplainRequest r;
  Command command("explain", "解释一条规则或条文 / explain a rule or an article");
  command.app().add_option("topic", r.topic,
                           "规则或条文号，如 foreign-state、10.1.8、15.9 / rule or article");
  command.app().add_flag("--list", r.list, "列出全部规则 / list all rules");
  command.common(r.common);
  command.as_of();
  if (auto notice = command.parse(argc, argv, r.common)) return *notice;
  if (r.topic.empty() && !r.list)
    return mistake("tmsweep: name a rule or an article, or use --list; see 'tmsweep explain --help'");
  return r;
}

Request parse_db(int argc, const char* const* argv) {
  if (std::optional<Request> user = parse_user_db(argc, argv)) return std::move(*user);
  DbRequest r;
  const std::string action = argc > 1 ? argv[1] : "";
  if (action == "build") {
    r.action = DbRequest::Action::build;
  } else if (action == "verify") {
    r.action = DbRequest::Action::verify;
  } else if (action == "-h" || action == "--help" || action.empty()) {
    const std::string text =
        std::string(
            "tmsweep db info [--db FILE]        版本、数量、来源 / edition, counts, hashes, sources\n"
            "tmsweep db verify [--db FILE]      检查完整性 / check integrity\n"
            "tmsweep db build DATA_DIR OUT      编译数据库 / compile data into a database\n") +
        k_user_db_help;
    return Notice{text, action.empty() ? k_exit_usage : 0, action.empty()};
  } else if (action != "info") {
    return mistake(
        fmt::format("tmsweep: unknown command 'db {}'; known: info, verify, build, import, list, remove, "
                    "stats, export, reindex",
                    action));
  }
  Command command("db " + action, "数据库 / the database");
  if (r.action == DbRequest::Action::build) {
    command.app().add_option("DATA_DIR", r.data_dir)->required();
    command.app().add_option("OUT", r.out)->required();
  }
  command.common(r.common);
  if (auto notice = command.parse(argc - 1, argv + 1, r.common)) return *notice;
  return r;
}

}  // namespace

Request parse_command_line(int argc, const char* const* argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first == "--version") return Notice{"tmsweep " TMSWEEP_VERSION "\n", 0, false};
  if (first.empty()) return Notice{std::string(k_help), k_exit_usage, true};
  if (first == "--help" || first == "-h" || first == "help") return Notice{std::string(k_help), 0, false};
  if (first == "check") return parse_check(argc - 1, argv + 1);
  if (first == "similar") return parse_similar(argc - 1, argv + 1);
  if (first == "watch") return parse_watch(argc - 1, argv + 1);
  if (first == "classes") return parse_classes(argc - 1, argv + 1);
  if (first == "explain") return parse_explain(argc - 1, argv + 1);
  if (first == "db") return parse_db(argc - 1, argv + 1);
  const std::string near =
      nearest(std::string(first), std::vector<std::string>(k_commands.begin(), k_commands.end()));
  return mistake(fmt::format("tmsweep: unknown command '{}'{}; to check a name: tmsweep check NAME", first,
                             near.empty() ? "" : fmt::format(", did you mean '{}'?", near)));
}

}  // namespace tmsweep::app
