// SPDX-License-Identifier: Apache-2.0
#include "engine/age.h"

#include <doctest/doctest.h>

#include <array>

namespace tmsweep::engine {

TEST_CASE("the age of an edition is counted in days of the calendar") {
  struct Row {
    std::string_view edition;
    Date today;
    std::optional<int> days;
  };
  const std::array<Row, 10> rows{{{"2026-11-23", {2026, 11, 23}, 0},
                                  {"2026-11-23", {2026, 11, 25}, 2},
                                  {"2026-11-23", {2027, 11, 23}, 365},
                                  {"2028-02-28", {2028, 3, 1}, 2},
                                  {"2026-11-23", {2026, 11, 1}, 0},
                                  {"2026-11-31", {2026, 12, 1}, {}},
                                  {"2026-1-2", {2026, 12, 1}, {}},
                                  {"20a6-11-23", {2026, 12, 1}, {}},
                                  {"", {2026, 12, 1}, {}},
                                  {"2026-11-23", {}, {}}}};
  for (const Row& row : rows) {
    CAPTURE(row.edition);
    CHECK(age_in_days(row.edition, row.today) == row.days);
  }
  CHECK(is_before({2026, 11, 1}, "2026-11-23"));
  CHECK_FALSE(is_before({2026, 11, 23}, "2026-11-23"));
  CHECK_FALSE(is_before({}, "2026-11-23"));
}

}  // namespace tmsweep::engine
