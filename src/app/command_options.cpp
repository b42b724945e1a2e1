// SPDX-License-Identifier: Apache-2.0
#include "app/command_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <type_traits>

#include "app/app.h"
#include "app/notices.h"
#include "app/suggest.h"
#include "import/names.h"
#include "model/date.h"
#include "model/worded.h"
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

Message choice_fault(const Option& o, const std::string& typed) {
  if (std::ranges::find(o.choices, typed) != o.choices.end()) return {};
  const std::string near = nearest(typed, std::vector<std::string>(o.choices.begin(), o.choices.end()));
  const std::string all = fmt::format("{}", fmt::join(o.choices, ", "));
  return worded({"{}: “{}”不可用，可以是：{}{}", "{}: '{}' is none of {}{}"}, o.label(), typed, all,
                did_you_mean(near));
}

Message range_fault(const Option& o, const std::string& typed) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  const bool whole = error == std::errc() && end == typed.data() + typed.size();
  if (whole && number >= o.least && number <= o.most) return {};
  return worded({"{}: “{}”不是 {} 到 {} 之间的整数", "{}: '{}' is no whole number from {} to {}"}, o.label(),
                typed, o.least, o.most);
}

/// Hands the option to the parser; `fault` takes what is wrong with a value.
void bind(CLI::App& app, const Option& o, Message& fault) {
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
  const auto look = [&o, &fault](const std::string& typed) {
    fault = o.most != 0 ? range_fault(o, typed) : choice_fault(o, typed);
    return fault.en;
  };
  if (!o.choices.empty() || o.most != 0) bound->check(CLI::Validator(look, ""));
  if (o.needed) bound->required();
}

/// What the parser found wrong, in words of ours: it names the option, and speaks English.
Message parse_fault(const std::vector<Option>& options, const CLI::ParseError& e) {
  const std::string said = e.what();
  const auto named = std::ranges::find_if(options, [&](const Option& o) {
    const std::string_view name = o.is_argument() ? o.names : o.long_name();
    return said.find(name) != std::string::npos;
  });
  if (named == options.end()) return verbatim(said);
  if (dynamic_cast<const CLI::RequiredError*>(&e) != nullptr)
    return worded({"缺少 {}", "{} is missing"}, named->label());
  if (named->is_flag()) return worded({"{} 不带值", "{} takes no value"}, named->label());
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&e) == nullptr)
    return worded({"{}: 值不可用", "{}: the value cannot be used"}, named->label());
  if (said.find("At Most") != std::string::npos)
    return worded({"{} 只能给一次", "{} can be given only once"}, named->label());
  return worded({"{} 后面缺少 {}", "{} needs a value: {}"}, named->label(), named->value);
}

}  // namespace

std::string Option::preset() const {
  if (const auto* text = std::get_if<std::string*>(&target)) return **text;
  if (const auto* number = std::get_if<std::size_t*>(&target); number != nullptr && **number != 0)
    return std::to_string(**number);
  return {};
}

Notice mistake(const Message& message) {
  return {{notice_line(message, Lang::zh), notice_line(message, Lang::en)}, k_exit_usage, true};
}

Notice page(std::string_view words) {
  return {verbatim(words), 0, false};
}

std::optional<Notice> without_database(const Common& common, std::string_view command) {
  if (common.db.empty()) return {};
  return mistake(
      worded({"--db 对“{}”没有意义，请去掉", "--db has no meaning for '{}'; leave it out"}, command));
}

std::optional<Notice> check_source(const std::string& source) {
  if (source.size() <= k_longest_source && output::printable(source) == source) return {};
  return mistake(
      worded({"来源的名称应为一行，不超过 {} 字节", "the name of a source is one line of at most {} bytes"},
             k_longest_source));
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
  return mistake(e->line());
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
  Message fault;
  for (const Option& o : options_) {
    if (o.is_argument() || o.needed || may_be_typed(o, argc, argv)) bind(app, o, fault);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Outcome::help;
  } catch (const CLI::ParseError& e) {
    const std::vector<std::string> extra = app.remaining();
    if (!extra.empty()) {
      fault = unknown(extra.front());
    } else if (fault.empty()) {
      fault = parse_fault(options_, e);
    }
    return wrong(worded({"{}；用法见 'tmsweep {} --help'", "{}; see 'tmsweep {} --help'"}, fault, name_));
  }
  for (const CLI::Option* o : app.get_options()) {
    if (common_ != nullptr && o->count() > 0 && !o->get_lnames().empty())
      common_->typed.push_back(o->get_lnames().front());
  }
  return read_texts();
}

Command::Outcome Command::wrong(const Message& message) {
  notice_ = mistake(message);
  return Outcome::wrong;
}

/// Language, day and classes, from what was typed.
Command::Outcome Command::read_texts() {
  if (!lang_.empty()) common_->lang = lang_ == "zh" ? Lang::zh : Lang::en;
  if (!as_of_.empty()) {
    common_->as_of = date_of(as_of_);
    if (!common_->as_of)
      return wrong(worded(
          {"--as-of: “{}”不是日期；写作 2027-01-01", "--as-of: '{}' is no date; write it as 2027-01-01"},
          as_of_));
  }
  for (const std::string& text : class_lists_) {
    const auto list = import::parse_class_list(text);
    if (!list) return wrong(worded({"--class: {}", "--class: {}"}, list.error().line()));
    classes_->insert(classes_->end(), list.value().begin(), list.value().end());
  }
  return Outcome::done;
}

/// What is said of a word that no option and no argument takes.
Message Command::unknown(const std::string& word) const {
  if (!word.starts_with('-')) return worded({"多了一个参数“{}”", "'{}' is one argument too many"}, word);
  std::vector<std::string> known{"--help"};
  for (const Option& o : options_) {
    if (!o.is_argument()) known.emplace_back(o.long_name());
  }
  return worded({"没有选项“{}”{}", "unknown option '{}'{}"}, word,
                did_you_mean(nearest(word.substr(0, word.find('=')), known)));
}

}  // namespace tmsweep::app
