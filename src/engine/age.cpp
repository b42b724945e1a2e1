// SPDX-License-Identifier: Apache-2.0
#include "engine/age.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

namespace tmsweep::engine {

namespace {

using std::chrono::sys_days;

std::optional<sys_days> days_of(const Date& d) {
  const std::chrono::year_month_day day{std::chrono::year(d.year),
                                        std::chrono::month(static_cast<unsigned>(d.month)),
                                        std::chrono::day(static_cast<unsigned>(d.day))};
  if (d.year < 1 || d.month < 1 || d.day < 1 || !day.ok()) return {};
  return sys_days(day);
}

std::optional<sys_days> days_of(std::string_view s) {
  if (s.size() != 10 || s[4] != '-' || s[7] != '-') return {};
  const auto number = [&](std::size_t at, std::size_t length) {
    int out = 0;
    const char* end = s.data() + at + length;
    return std::from_chars(s.data() + at, end, out).ptr == end ? out : 0;
  };
  return days_of(Date{number(0, 4), number(5, 2), number(8, 2)});
}

}  // namespace

std::optional<int> age_in_days(std::string_view edition, const Date& today) {
  const auto from = days_of(edition);
  const auto to = days_of(today);
  if (!from || !to) return {};
  return std::max(0, static_cast<int>((*to - *from).count()));
}

bool is_before(const Date& today, std::string_view edition) {
  const auto from = days_of(edition);
  const auto to = days_of(today);
  return from && to && *to < *from;
}

void cover_age(Report& r) {
  if (r.database.age_days.value_or(0) <= k_old_days) return;
  const std::string days = std::to_string(*r.database.age_days);
  r.coverage.push_back(r.lang == Lang::zh
                           ? "数据是 " + r.database.edition + " 的，已有 " + days +
                                 " 天：此后的法律、词条和品牌变化不在其中，请用 tmsweep db update 更新"
                           : "the data are of " + r.database.edition + ", " + days +
                                 " days old: what changed since then is not in them; install newer ones "
                                 "with 'tmsweep db update'");
}

}  // namespace tmsweep::engine
