// SPDX-License-Identifier: Apache-2.0
#include "app/doctor.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <exception>

#include "app/installed.h"
#include "app/session.h"
#include "app/user_index.h"
#include "output/terminal.h"
#include "platform/environment.h"
#include "platform/machine.h"
#include "store/bundle.h"
#include "store/database.h"
#include "store/version.h"
#include "text/icu.h"
#include "text/icu_version.h"

namespace tmsweep::app {

namespace {

constexpr int k_old_days = 365;

std::string say(Lang lang, std::string_view zh, std::string_view en) {
  return std::string(lang == Lang::zh ? zh : en);
}

/// The first fault of the database in use, empty when it is whole.
std::optional<Message> fault_of(const std::string& file) {
  const std::optional<InstalledBundle> installed = file.empty() ? installed_bundle() : std::nullopt;
  const store::Database db = installed      ? store::Database::open(installed->database)
                             : file.empty() ? store::Database::open(store::bundled_database())
                                            : store::Database::open(std::filesystem::path(file));
  const std::vector<Message> faults = db.faults();
  if (faults.empty()) return {};
  return faults.front();
}

void look_at_edition(Diagnosis& d, std::string_view edition, Lang lang) {
  const int age = days_since(edition, today());
  d.what = fmt::format(
      "{} {}{}", say(lang, "版本", "edition"), edition,
      lang == Lang::zh ? fmt::format("，{} 天前，完好", age) : fmt::format(", {} days old, whole", age));
  if (age <= k_old_days) return;
  d.health = Health::wrong;
  d.remedy = say(lang, "数据超过一年，请用 tmsweep db update 更新",
                 "the data are more than a year old; tmsweep db update FILE installs newer ones");
}

}  // namespace

Versions versions() {
#ifdef __clang__
  const std::string compiler = "clang " __clang_version__;
#else
  // Not __VERSION__: cross compilers put a word after the number.
  const std::string compiler = fmt::format("g++ {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
  return {TMSWEEP_VERSION, compiler, text::icu::version(), text::icu::unicode_version(),
          store::sqlite_version()};
}

int days_since(std::string_view edition, Date today) {
  Date d;
  if (std::sscanf(std::string(edition).c_str(), "%4d-%2d-%2d", &d.year, &d.month, &d.day) != 3) return 0;
  const auto days = [](Date at) {
    return std::chrono::sys_days(std::chrono::year(at.year) /
                                 std::chrono::month(static_cast<unsigned>(at.month)) /
                                 std::chrono::day(static_cast<unsigned>(at.day)));
  };
  return static_cast<int>((days(today) - days(d)).count());
}

Diagnosis diagnose_database(const DoctorRequest& request, Lang lang) {
  Diagnosis d{.id = "database", .health = Health::fine, .what = {}, .remedy = {}};
  try {
    const Session session(request.common.db);
    if (const auto fault = fault_of(request.common.db)) throw store::DatabaseError(*fault);
    look_at_edition(d, session.image().meta("edition"), lang);
  } catch (const std::exception& e) {
    d.health = Health::broken;
    d.what = message_of(e).in(lang);
    d.remedy = request.common.db.empty()
                   ? say(lang, "tmsweep db rollback 退回，或重新安装程序",
                         "go back with tmsweep db rollback, or install the program again")
                   : say(lang, "换一个数据库文件，或不用 --db", "name another database, or leave out --db");
  }
  return d;
}

Diagnosis diagnose_data_folder(Lang lang) {
  Diagnosis d{.id = "data-folder", .health = Health::fine, .what = {}, .remedy = {}};
  try {
    const std::filesystem::path folder = user_data_folder();
    d.what = folder.string();
    if (platform::may_write_into(folder)) return d;
    d.what += say(lang, "：不能写", ": cannot be written");
    d.remedy =
        say(lang, "改正权限，或用 XDG_DATA_HOME 指定别的目录；否则不能导入在先商标",
            "mend its permissions, or name another folder with XDG_DATA_HOME; without it no marks can be "
            "imported");
  } catch (const std::exception& e) {
    d.what = message_of(e).in(lang);
    d.remedy = say(lang, "设置 HOME 或 XDG_DATA_HOME", "set HOME or XDG_DATA_HOME");
  }
  d.health = Health::wrong;
  return d;
}

Diagnosis diagnose_locale(Lang lang) {
  Diagnosis d{.id = "locale", .health = Health::fine, .what = {}, .remedy = {}};
  std::string value;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    value = platform::environment(name);
    if (value.empty()) continue;
    d.what = fmt::format("{}={}", name, value);
    break;
  }
  if (value.empty()) d.what = say(lang, "没有设置", "not set");
  const std::size_t dot = value.find('.');
  std::string charset = dot == std::string::npos ? "" : value.substr(dot + 1, value.find('@') - dot - 1);
  for (char& c : charset) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (charset.empty() || charset == "UTF-8" || charset == "UTF8") return d;
  d.health = Health::wrong;
  d.remedy =
      say(lang, "终端须用 UTF-8，如 export LC_ALL=zh_CN.UTF-8；否则中文名称读不出、显示为乱码",
          "the terminal must use UTF-8, as with export LC_ALL=C.UTF-8; otherwise Chinese names cannot be "
          "read or shown");
  return d;
}

Diagnosis diagnose_terminal(const DoctorRequest& request, Lang lang) {
  constexpr int k_narrow = 60;
  const platform::Terminal terminal = platform::terminal();
  Diagnosis d{.id = "terminal", .health = Health::fine, .what = {}, .remedy = {}};
  d.what = terminal.is_terminal ? fmt::format("TERM={}", platform::environment("TERM"))
                                : say(lang, "输出不是终端", "the output is no terminal");
  if (terminal.columns > 0)
    d.what += lang == Lang::zh ? fmt::format("，{} 列", terminal.columns)
                               : fmt::format(", {} columns", terminal.columns);
  d.what += color(request.common) == output::Color::on ? say(lang, "，有颜色", ", with colours")
                                                       : say(lang, "，无颜色", ", without colours");
  if (terminal.columns == 0 || terminal.columns >= k_narrow) return d;
  d.health = Health::wrong;
  d.remedy = say(lang, "窗口太窄，报告按 80 列排版，请拉宽",
                 "the window is narrow: reports are laid out for 80 columns; widen it");
  return d;
}

Diagnosis diagnose_path(Lang lang) {
  Diagnosis d{.id = "path", .health = Health::fine, .what = {}, .remedy = {}};
  const std::filesystem::path self = platform::program_file();
  const std::vector<std::filesystem::path> found = platform::programs_named("tmsweep");
  d.what = self.empty() ? say(lang, "程序文件不明", "the file of the program is not known") : self.string();
  if (self.empty() || found.empty() || found.front() == self) return d;
  d.health = Health::wrong;
  d.what +=
      fmt::format("{}{}", say(lang, "；PATH 里先找到的是 ", "; PATH leads to "), found.front().string());
  d.remedy =
      say(lang, "删去多余的一个，或调整 PATH 的次序", "remove one of them, or change the order of PATH");
  return d;
}

std::vector<Diagnosis> diagnose(const DoctorRequest& request, Lang lang) {
  return {diagnose_database(request, lang),
          diagnose_user_database(request, lang),
          diagnose_configuration(request, lang),
          diagnose_data_folder(lang),
          diagnose_locale(lang),
          diagnose_terminal(request, lang),
          diagnose_path(lang)};
}

}  // namespace tmsweep::app
