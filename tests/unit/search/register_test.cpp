// SPDX-License-Identifier: Apache-2.0
#include "search/register.h"

#include <doctest/doctest.h>

#include <string>

#include "support/bundled.h"

namespace tmsweep::search {

namespace {

std::string names(const MarkRegister& marks, const std::string& name) {
  std::string out;
  for (const Related& r : marks.related(support::mark_of(name))) out += r.mark->name + " ";
  return out;
}

}  // namespace

TEST_CASE("earlier marks are found by their normalized form, in the order they were added") {
  MarkRegister marks(support::bundled());
  marks.add({"豐田", {12}, "甲", "", "", "list"});
  marks.add({"丰-田", {}, "乙", "", "", "list"});
  marks.add({"HEYTEA", {30}, "", "", "", "list"});
  CHECK(marks.size() == 3);
  CHECK(names(marks, "丰田") == "豐田 丰-田 ");
  CHECK(names(marks, "hey tea") == "HEYTEA ");
  CHECK(names(marks, "奔驰").empty());
}

TEST_CASE("a mark of signs only is not kept, one that cannot be read is refused") {
  MarkRegister marks(support::bundled());
  marks.add({"★", {}, "", "", "", "list"});
  CHECK(marks.size() == 0);
  CHECK(marks.add({"\xFF", {}, "", "", "", "list"}).has_value());
  CHECK(marks.add({std::string(300, 'a'), {}, "", "", "", "list"}).has_value());
  CHECK(marks.size() == 0);
  CHECK(names(marks, "★").empty());
}

}  // namespace tmsweep::search
