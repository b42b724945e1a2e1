// SPDX-License-Identifier: Apache-2.0
#include "import/register_fields.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "model/goods.h"

namespace tmsweep::import {

TEST_CASE("classes of a register") {
  const ClassMask nine = class_bit(9);
  const std::vector<std::pair<std::string, ClassMask>> rows{
      {"", 0},
      {"9", nine},
      {"09", nine},
      {"009", nine},
      {"第9类", nine},
      {"9;25", nine | class_bit(25)},
      {"9,25", nine | class_bit(25)},
      {"9、25", nine | class_bit(25)},
      {" 9 | 25 ", nine | class_bit(25)},
      {"第9类，第25类", nine | class_bit(25)},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(parse_register_classes(row.first).value() == row.second);
  }
  for (const char* bad : {"0", "46", "abc", "9-25", "0009", "1000000000000", "九"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_register_classes(bad).ok());
  }
}

TEST_CASE("dates of a register") {
  for (const char* date : {"2021-03-04", "20210304", "2021/3/4", "2021年3月4日", "2021.03.04", " 2021-03-04 ",
                           "2021-03-04T10:11:12", "2021-03-04+08:00"}) {
    CAPTURE(date);
    CHECK(parse_register_date(date) == "2021-03-04");
  }
  for (const char* bad : {"", "2021", "2021-13-01", "2021-02-29", "1900-02-29", "昨天", "04.03.2021",
                          "202103045", "2021-3", "0000-00-00", "2021-03-04x"}) {
    CAPTURE(bad);
    CHECK(parse_register_date(bad).empty());
  }
}

TEST_CASE("standing by the words of a status") {
  const std::vector<std::pair<std::string, Standing>> rows{
      {"", Standing::unknown},
      {"???", Standing::unknown},
      {"已注册", Standing::registered},
      {"注册", Standing::registered},
      {"注册公告排版完成", Standing::registered},
      {"部分无效", Standing::registered},
      {"撤销申请中", Standing::registered},
      {"Registered", Standing::registered},
      {"REGISTERED AND RENEWED", Standing::registered},
      {"LIVE", Standing::registered},
      {"LIVE/REGISTRATION/Issued and Active", Standing::registered},
      {"LIVE/APPLICATION/Published for Opposition", Standing::pending},
      {"已无效", Standing::dead},
      {"无效", Standing::dead},
      {"已撤销", Standing::dead},
      {"已驳回", Standing::dead},
      {"驳回", Standing::dead},
      {"已注销", Standing::dead},
      {"失效", Standing::dead},
      {"期满未续展", Standing::dead},
      {"Abandoned - Express", Standing::dead},
      {"CANCELLED - SECTION 8", Standing::dead},
      {"Expired", Standing::dead},
      {"DEAD", Standing::dead},
      {"inactive", Standing::dead},
      {"申请中", Standing::pending},
      {"等待实质审查", Standing::pending},
      {"初审公告", Standing::pending},
      {"驳回复审中", Standing::pending},
      {"商标注册申请---等待受理", Standing::pending},
      {"Pending", Standing::pending},
      {"Application published", Standing::pending},
      {"Unregistered", Standing::unknown},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(standing_of_words(row.first) == row.second);
  }
}

TEST_CASE("standing by a code of the USPTO") {
  const std::vector<std::pair<std::string, Standing>> rows{
      {"", Standing::unknown},       {"x", Standing::unknown},   {"12345", Standing::unknown},
      {"602", Standing::dead},       {"614", Standing::dead},    {"616", Standing::pending},
      {"630", Standing::pending},    {"686", Standing::pending}, {"700", Standing::registered},
      {"702", Standing::registered}, {"710", Standing::dead},    {"714", Standing::dead},
      {"715", Standing::pending},    {"774", Standing::pending}, {"790", Standing::registered},
      {"800", Standing::registered}, {"819", Standing::pending}, {"900", Standing::dead},
      {"969", Standing::unknown},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(standing_of_uspto_code(row.first) == row.second);
  }
}

TEST_CASE("bytes that are not UTF-8") {
  for (const char* good : {"", "abcdefghijkl", "商标", "𠮷", "é", "abcdefg商标"})
    CHECK_FALSE(first_bad_utf8(good));
  const std::vector<std::pair<std::string, std::size_t>> rows{
      {"\xC9\xCC", 0},     {"ab\x80", 2},           {"商\xE5\x95", 3},  {"\xC0\x80", 0},
      {"\xED\xA0\x80", 0}, {"\xF4\x90\x80\x80", 0}, {"abcdefgh\xFF", 8}};
  for (const auto& [text, at] : rows) CHECK(first_bad_utf8(text) == at);
}

}  // namespace tmsweep::import
