// SPDX-License-Identifier: Apache-2.0
#include "app/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>

#include "app/app.h"
#include "app/suggest.h"
#include "import/names.h"
#include "output/terminal.h"

namespace tmsweep::app {

namespace {

constexpr std::array<std::string_view, 3> k_commands{"check", "explain", "db"};

constexpr std::string_view k_help =
    R"(tmsweep: sweeps a brand name for trademark mines before it is filed in China.
申请前查商标名称雷区。

用法 / usage:
  tmsweep check 名称... [--goods 商品] [--class 类别]   检查名称 / check names
  tmsweep explain 规则|条文|--list                     解释规则 / explain a rule or an article
  tmsweep db info|verify|build                        数据库 / the database
  tmsweep COMMAND --help                              选项 / options

例 / examples:
  tmsweep check 历蜀记 --goods 火锅店
  tmsweep check --file names.txt --format jsonl --fail-on medium
  tmsweep explain foreign-state

退出码 / exit codes:
  0 没有达到阈值的发现 / nothing at or above --fail-on    1 有 / something is
  2 用法错误 / wrong usage                               3 未能检查 / the check could not be carried out
)";

/// The message may quote what was typed, so nothing that a terminal would obey passes through.
Notice mistake(const std::string& message) {
  return {output::printable(message) + "\n", k_exit_usage, true};
}

std::optional<Date> parse_date(const std::string& s) {
  Date d;
  char tail = 0;
  if (s.size() != 10 || std::sscanf(s.c_str(), "%4d-%2d-%2d%c", &d.year, &d.month, &d.day, &tail) != 3)
    return {};
  const bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;
  const std::array<int, 12> days{31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (d.year < 1983 || d.month < 1 || d.month > 12) return {};
  if (d.day < 1 || d.day > days[static_cast<std::size_t>(d.month - 1)]) return {};
  return d;
}

/// The option model of one command; only the command that was typed is built, for constructing options is
/// slow.
class Command {
 public:
  Command(const std::string& name, const std::string& about) : app_(about, "tmsweep " + name) {
    app_.set_help_flag("-h,--help", "这页说明 / this page");
    app_.get_formatter()->column_width(36);
  }

  CLI::App& app() { return app_; }

  void common(Common& c) {
    app_.add_option("--db", c.db, "另一个数据库文件 / another database file")->type_name("FILE");
    app_.add_option("--lang", lang_, "zh | en")->check(CLI::IsMember({"zh", "en"}));
    app_.add_option("--color", c.color, "auto | always | never")
        ->check(CLI::IsMember({"auto", "always", "never"}));
  }
  void as_of() {
    app_.add_option("--as-of", as_of_, "按哪一天的法律 / law in force at this day (default: today)")
        ->type_name("YYYY-MM-DD");
  }

  /// Empty on success.
  std::optional<Notice> parse(int argc, const char* const* argv, Common& c) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      return Notice{app_.help(), 0, false};
    } catch (const CLI::ParseError& e) {
      return mistake(fmt::format("tmsweep: {}; see '{} --help'", complaint(e), app_.get_name()));
    }
    if (!lang_.empty()) c.lang = lang_ == "zh" ? Lang::zh : Lang::en;
    if (!as_of_.empty()) {
      c.as_of = parse_date(as_of_);
      if (!c.as_of)
        return mistake(fmt::format("tmsweep: --as-of: '{}' is no date; write it as 2027-01-01", as_of_));
    }
    return {};
  }

 private:
  /// CLI11's message in one line, with the nearest known option.
  std::string complaint(const CLI::ParseError& e) {
    std::string text = e.what();
    std::ranges::replace(text, '\n', ' ');
    for (const std::string& extra : app_.remaining()) {
      std::vector<std::string> known;
      for (const CLI::Option* o : app_.get_options()) {
        for (const std::string& n : o->get_lnames()) known.push_back("--" + n);
      }
      const std::string near = nearest(extra.substr(0, extra.find('=')), known);
      return fmt::format("unknown option '{}'{}", extra,
                         near.empty() ? "" : fmt::format(", did you mean '{}'?", near));
    }
    return text;
  }

  CLI::App app_;
  std::string lang_;
  std::string as_of_;
};

std::optional<Notice> read_classes(const std::vector<std::string>& texts, std::vector<int>& classes) {
  for (const std::string& text : texts) {
    const auto list = import::parse_class_list(text);
    if (!list)
      return mistake(fmt::format("tmsweep: --class: {}; {}", list.error().message, list.error().hint));
    classes.insert(classes.end(), list.value().begin(), list.value().end());
  }
  return {};
}

std::vector<std::string> format_ids() {
  std::vector<std::string> out;
  for (const output::Format* f : output::all()) out.emplace_back(f->id);
  return out;
}

Request parse_check(int argc, const char* const* argv) {
  CheckRequest r;
  std::vector<std::string> classes;
  Command command("check", "检查名称，逐条说明雷区 / check names and explain every mine");
  CLI::App& app = command.app();
  app.add_option("names", r.names, "要检查的名称 / the names to check")->type_name("NAME");
  app.add_option("--file", r.files,
                 "名称清单，- 为标准输入 / list of names: lines, TSV, CSV or JSON Lines; - is stdin")
      ->type_name("FILE");
  app.add_option("--goods", r.goods, "商品或服务，可多次 / goods or services, repeatable")
      ->type_name("TEXT")
      ->allow_extra_args(false);
  app.add_option("--class", classes, "尼斯类别 / Nice classes, as in 29,30")
      ->type_name("N")
      ->allow_extra_args(false);
  app.add_option("--marks", r.marks, "在先商标清单 / list of earlier marks (name, class)")->type_name("FILE");
  app.add_option("--format", r.format, fmt::format("{}", fmt::join(format_ids(), " | ")))
      ->check(CLI::IsMember(format_ids()));
  app.add_option("--fail-on", r.fail_on, "达到此级别时退出码为1 / exit 1 from this risk on")
      ->check(CLI::IsMember({"high", "medium", "low", "never"}));
  app.add_flag("-q,--quiet", r.quiet, "每个名称一行 / one line a name");
  app.add_flag("-v,--verbose", r.verbose, "全部例外、改法和案例 / every exception, fix and case");
  app.add_flag("--trace", r.trace, "显示规范化步骤 / show the steps of normalization");
  command.common(r.common);
  command.as_of();
  if (auto notice = command.parse(argc, argv, r.common)) return *notice;
  if (auto notice = read_classes(classes, r.classes)) return *notice;
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
  DbRequest r;
  const std::string action = argc > 1 ? argv[1] : "";
  if (action == "build") {
    r.action = DbRequest::Action::build;
  } else if (action == "verify") {
    r.action = DbRequest::Action::verify;
  } else if (action == "-h" || action == "--help" || action.empty()) {
    const char* text =
        "tmsweep db info [--db FILE]        版本、数量、来源 / edition, counts, hashes, sources\n"
        "tmsweep db verify [--db FILE]      检查完整性 / check integrity\n"
        "tmsweep db build DATA_DIR OUT      编译数据库 / compile data into a database\n";
    return Notice{text, action.empty() ? k_exit_usage : 0, action.empty()};
  } else if (action != "info") {
    return mistake(fmt::format("tmsweep: unknown command 'db {}'; known: info, verify, build", action));
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
  if (first == "explain") return parse_explain(argc - 1, argv + 1);
  if (first == "db") return parse_db(argc - 1, argv + 1);
  const std::string near =
      nearest(std::string(first), std::vector<std::string>(k_commands.begin(), k_commands.end()));
  return mistake(fmt::format("tmsweep: unknown command '{}'{}; to check a name: tmsweep check NAME", first,
                             near.empty() ? "" : fmt::format(", did you mean '{}'?", near)));
}

}  // namespace tmsweep::app
