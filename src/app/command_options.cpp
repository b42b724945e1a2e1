// SPDX-License-Identifier: Apache-2.0
#include "app/command_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <type_traits>

#include "app/app.h"
#include "app/suggest.h"
#include "import/names.h"
#include "model/date.h"
#include "output/terminal.h"
#include "text/charset.h"

namespace tmsweep::app {

namespace {

constexpr std::size_t k_longest_source = 100;

/// Whether the option may be among the words. Short ones may stand together, so that any of them may be.
bool may_be_typed(const Option& o, int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    std::string_view word = argv[i];
    if (word.size() < 2 || word[0] != '-') continue;
    if (word[1] != '-') {
      if (!o.short_name().empty()) return true;
      continue;
    }
    if (word.substr(0, word.find('=')) == o.long_name()) return true;
  }
  return false;
}

std::string choice_fault(const Option& o, const std::string& typed) {
  if (std::ranges::find(o.choices, typed) != o.choices.end()) return {};
  const std::string near = nearest(typed, std::vector<std::string>(o.choices.begin(), o.choices.end()));
  return fmt::format("'{}' is none of {}{}", typed, fmt::join(o.choices, ", "), did_you_mean(near));
}

/// Hands the option to the parser.
void bind(CLI::App& app, const Option& o) {
  const std::string names(o.names);
  CLI::Option* bound = std::visit(
      [&](auto* target) -> CLI::Option* {
        if constexpr (std::is_same_v<decltype(target), bool*>) {
          return app.add_flag(names, *target);
        } else {
          return app.add_option(names, *target);
        }
      },
      o.target);
  if (o.repeat == Repeat::each && !o.is_argument()) bound->allow_extra_args(false);
  if (!o.choices.empty())
    bound->check(CLI::Validator([&o](const std::string& typed) { return choice_fault(o, typed); }, ""));
  if (o.most != 0) bound->check(CLI::Range(o.least, o.most));
  if (o.needed) bound->required();
}

}  // namespace

std::string Option::preset() const {
  if (const auto* text = std::get_if<std::string*>(&target)) return **text;
  if (const auto* number = std::get_if<std::size_t*>(&target); number != nullptr && **number != 0)
    return std::to_string(**number);
  return {};
}

Notice mistake(const std::string& message) {
  return {output::printable(message) + "\n", k_exit_usage, true};
}

std::optional<Notice> check_source(const std::string& source) {
  if (source.size() <= k_longest_source && output::printable(source) == source) return {};
  return mistake("tmsweep: the name of a source is one line of at most 100 bytes");
}

Option& Command::add(std::string_view names, std::string_view value, Option::Target target, Text about) {
  Option o{.names = names, .value = value, .about = about, .target = target, .group = group_};
  if (std::holds_alternative<std::vector<std::string>*>(target)) o.repeat = Repeat::each;
  return options_.emplace_back(std::move(o));
}

void Command::common(Common& c) {
  common_ = &c;
  group(Group::common);
  option("--db", c.db, "FILE", {"另一个数据库文件", "another database file"}).file();
  option("--lang", lang_, "LANG",
         {"输出语言，默认按系统语言", "language of the output; default: of the locale"})
      .one_of({"zh", "en"});
  option("--color", c.color, "WHEN", {"颜色", "colours"}).one_of({"auto", "always", "never"});
  option("--config", c.config, "FILE", {"只读这个配置文件", "read this configuration file and no other"})
      .file();
  flag("--no-config", c.no_config, {"不读配置文件", "read no configuration file"});
}

void Command::as_of(Common& c) {
  common_ = &c;
  option("--as-of", as_of_, "DATE",
         {"按哪一天的法律，写作 2027-01-01，默认今天",
          "law in force at this day, as in 2027-01-01; default: today"});
}

void Command::max_age(Common& c) {
  constexpr std::size_t k_most_days = 100'000;
  option("--max-age", c.max_age, "DAYS",
         {"数据超过此天数就不检查，退出码 3", "check nothing and exit with 3 when the data are older"})
      .range(0, k_most_days);
}

void Command::goods(std::vector<std::string>& goods) {
  option("--goods", goods, "TEXT", {"商品或服务", "goods or services"});
}

void Command::classes(std::vector<int>& classes) {
  classes_ = &classes;
  option("--class", class_lists_, "N", {"尼斯类别，如 29,30", "Nice classes, as in 29,30"});
}

std::optional<Notice> input_mistake(const import::NameOptions& options) {
  const std::optional<Error> e = import::fault_of(options);
  if (!e) return {};
  return mistake(fmt::format("tmsweep: {}; {}", e->message, e->hint));
}

void Command::input(import::NameOptions& options) {
  option("--column", options.column, "NAME",
         {"CSV、TSV 中名称所在的列：表头，或者从 1 数起的序号",
          "column of the names in CSV and TSV: its header, or a number from 1 on"});
  option("--pointer", options.pointers, "POINTER",
         {"JSON 中名称的位置，如 `/products/*/name`；可多次",
          "where names are in JSON, as in `/products/*/name`; repeatable"});
  option("--encoding", options.encoding, "NAME",
         {"文件编码，默认自动识别", "encoding of the files; default: told from them"})
      .one_of({text::k_charset_ids.begin(), text::k_charset_ids.end()});
}

void Command::earlier_marks(std::vector<std::string>& marks, std::string& user_db) {
  option("--marks", marks, "FILE", {"在先商标清单（名称、类别）", "list of earlier marks (name, class)"})
      .file();
  option("--user-db", user_db, "FILE", {"自己导入的商标数据", "database of imported marks"}).file();
}

void Command::table_format(std::string& format) {
  option("--format", format, "FORMAT", {"输出格式", "format of the output"})
      .one_of({"text", "tsv", "json", "jsonl"});
}

void Command::own_database(std::string& user_db) {
  option("--user-db", user_db, "FILE",
         {"自己的库文件，默认在数据目录", "file of your database; default: in the data folder"})
      .file();
}

Command::Outcome Command::parse(int argc, const char* const* argv) {
  CLI::App app("", fmt::format("tmsweep {}", name_));
  app.allow_windows_style_options(false);  // a name may begin with a slash, on every system
  for (const Option& o : options_) {
    if (o.is_argument() || o.needed || may_be_typed(o, argc, argv)) bind(app, o);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Outcome::help;
  } catch (const CLI::ParseError& e) {
    std::string text = e.what();
    std::ranges::replace(text, '\n', ' ');
    const std::vector<std::string> extra = app.remaining();
    return wrong(
        fmt::format("{}; see 'tmsweep {} --help'", extra.empty() ? text : unknown(extra.front()), name_));
  }
  for (const CLI::Option* o : app.get_options()) {
    if (common_ != nullptr && o->count() > 0 && !o->get_lnames().empty())
      common_->typed.push_back(o->get_lnames().front());
  }
  return read_texts();
}

Command::Outcome Command::wrong(const std::string& message) {
  notice_ = mistake("tmsweep: " + message);
  return Outcome::wrong;
}

/// Language, day and classes, from what was typed.
Command::Outcome Command::read_texts() {
  if (!lang_.empty()) common_->lang = lang_ == "zh" ? Lang::zh : Lang::en;
  if (!as_of_.empty()) {
    common_->as_of = date_of(as_of_);
    if (!common_->as_of)
      return wrong(fmt::format("--as-of: '{}' is no date; write it as 2027-01-01", as_of_));
  }
  for (const std::string& text : class_lists_) {
    const auto list = import::parse_class_list(text);
    if (!list) return wrong(fmt::format("--class: {}; {}", list.error().message, list.error().hint));
    classes_->insert(classes_->end(), list.value().begin(), list.value().end());
  }
  return Outcome::done;
}

/// What is said of a word that no option and no argument takes.
std::string Command::unknown(const std::string& word) const {
  if (!word.starts_with('-')) return fmt::format("'{}' is one argument too many", word);
  std::vector<std::string> known{"--help"};
  for (const Option& o : options_) {
    if (!o.is_argument()) known.emplace_back(o.long_name());
  }
  return fmt::format("unknown option '{}'{}", word,
                     did_you_mean(nearest(word.substr(0, word.find('=')), known)));
}

}  // namespace tmsweep::app
