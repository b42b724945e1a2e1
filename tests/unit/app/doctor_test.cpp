// SPDX-License-Identifier: Apache-2.0
#include "app/doctor.h"

#include <doctest/doctest.h>

namespace tmsweep::app {

TEST_CASE("age of data in whole days") {
  CHECK(days_since("2026-11-25", {2026, 11, 25}) == 0);
  CHECK(days_since("2026-11-23", {2026, 11, 25}) == 2);
  CHECK(days_since("2024-02-28", {2024, 3, 1}) == 2);
  CHECK(days_since("2025-12-31", {2026, 12, 31}) == 365);
  CHECK(days_since("no date", {2026, 1, 1}) == 0);
}

TEST_CASE("versions are known") {
  const Versions v = versions();
  for (const std::string& text : {v.program, v.compiler, v.icu, v.unicode, v.sqlite}) {
    CAPTURE(text);
    CHECK(text.find('.') != std::string::npos);
  }
}

TEST_CASE("a database that is none is broken, with a remedy") {
  DoctorRequest request;
  request.common.db = "/nonexistent";
  const Diagnosis d = diagnose_database(request, Lang::en);
  CHECK(d.health == Health::broken);
  CHECK_FALSE(d.what.empty());
  CHECK_FALSE(d.remedy.empty());
}

}  // namespace tmsweep::app
