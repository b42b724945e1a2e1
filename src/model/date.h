// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "model/report.h"

namespace tmsweep {

/// A day of the calendar since 1983, the first year of the Trademark Law.
inline bool is_day(const Date& d) {
  const bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;
  const std::array<int, 12> days{31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (d.year < 1983 || d.year > 9999 || d.month < 1 || d.month > 12) return false;
  return d.day >= 1 && d.day <= days[static_cast<std::size_t>(d.month - 1)];
}

/// The day written as 2027-01-01; nothing else is a date.
inline std::optional<Date> date_of(std::string_view s) {
  if (s.size() != 10 || s[4] != '-' || s[7] != '-') return {};
  const auto number = [&](std::size_t from, std::size_t length) {
    int n = 0;
    for (const char c : s.substr(from, length)) {
      if (c < '0' || c > '9') return -1;
      n = n * 10 + (c - '0');
    }
    return n;
  };
  const Date d{number(0, 4), number(5, 2), number(8, 2)};
  if (!is_day(d)) return {};
  return d;
}

}  // namespace tmsweep
