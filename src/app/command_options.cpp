// SPDX-License-Identifier: Apache-2.0
#include "app/command_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/app.h"
#include "app/suggest.h"
#include "import/names.h"
#include "output/terminal.h"

namespace tmsweep::app {

namespace {

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

}  // namespace

Notice mistake(const std::string& message) {
  return {output::printable(message) + "\n", k_exit_usage, true};
}

Command::Command(const std::string& name, const std::string& about) : app_(about, "tmsweep " + name) {
  app_.set_help_flag("-h,--help", "这页说明 / this page");
  app_.get_formatter()->column_width(36);
}

void Command::common(Common& c) {
  app_.add_option("--db", c.db, "另一个数据库文件 / another database file")->type_name("FILE");
  app_.add_option("--lang", lang_, "zh | en")->check(CLI::IsMember({"zh", "en"}));
  app_.add_option("--color", c.color, "auto | always | never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void Command::as_of() {
  app_.add_option("--as-of", as_of_, "按哪一天的法律 / law in force at this day (default: today)")
      ->type_name("YYYY-MM-DD");
}

void Command::goods(std::vector<std::string>& goods) {
  app_.add_option("--goods", goods, "商品或服务，可多次 / goods or services, repeatable")
      ->type_name("TEXT")
      ->allow_extra_args(false);
}

void Command::classes() {
  app_.add_option("--class", classes_, "尼斯类别 / Nice classes, as in 29,30")
      ->type_name("N")
      ->allow_extra_args(false);
}

std::optional<Notice> Command::parse(int argc, const char* const* argv, Common& c) {
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

std::optional<Notice> Command::read_classes(std::vector<int>& classes) const {
  for (const std::string& text : classes_) {
    const auto list = import::parse_class_list(text);
    if (!list)
      return mistake(fmt::format("tmsweep: --class: {}; {}", list.error().message, list.error().hint));
    classes.insert(classes.end(), list.value().begin(), list.value().end());
  }
  return {};
}

/// CLI11's message in one line, with the nearest known option.
std::string Command::complaint(const CLI::ParseError& e) {
  std::string text = e.what();
  std::ranges::replace(text, '\n', ' ');
  for (const std::string& extra : app_.remaining()) {
    std::vector<std::string> known;
    for (const CLI::Option* o : app_.get_options()) {
      for (const std::string& n : o->get_lnames()) known.push_back("--" + n);
    }
    if (!extra.starts_with('-')) return fmt::format("'{}' is one argument too many", extra);
    const std::string near = nearest(extra.substr(0, extra.find('=')), known);
    return fmt::format("unknown option '{}'{}", extra,
                       near.empty() ? "" : fmt::format(", did you mean '{}'?", near));
  }
  return text;
}

}  // namespace tmsweep::app
