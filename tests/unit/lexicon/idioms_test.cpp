// SPDX-License-Identifier: Apache-2.0
#include "lexicon/idioms.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/bundled.h"
#include "support/small_data.h"

namespace tmsweep::lexicon {

namespace {

std::string near(const image::Image& image, const std::string& name) {
  std::string out;
  for (const NearIdiom& n : near_idioms(image, support::mark_of(image, name))) {
    out += (out.empty() ? "" : "; ") + n.idiom + " " + std::string(id_of(n.relation)) + " " +
           std::to_string(n.part.start) + "+" + std::to_string(n.part.length);
  }
  return out;
}

}  // namespace

TEST_CASE("a set phrase is met by its sound or by three of its characters") {
  const std::vector<std::pair<std::string, std::string>> all{
      {"北海中山", ""},                             // the phrase itself
      {"背海中山", "北海中山 homophone 0+4"},       // same sound
      {"北海宗山", "北海中山 near-homophone 0+4"},  // one near sound
      {"背孩钟山", "北海中山 homophone 0+4"},       // three same sounds
      {"背孩宗山", ""},                             // two changed, one of them only near
      {"北海道山", "北海中山 one-character 0+4"},   // another character
      {"道背海中山", "北海中山 homophone 1+4"},     // inside a longer name
      {"道北海道山", ""},                           // one character only as the whole name
      {"北海中", ""},
      {"beihai", ""},
      {"★", ""}};
  for (const auto& row : all) {
    CAPTURE(row.first);
    CHECK(near(support::small_image(), row.first) == row.second);
  }
}

TEST_CASE("puns on known phrases, and ordinary words that are none") {
  CHECK(near(support::bundled(), "默默无蚊") == "默默无闻 homophone 0+4");
  CHECK(near(support::bundled(), "默默无闻").empty());
  CHECK(near(support::bundled(), "农夫山泉").empty());
}

}  // namespace tmsweep::lexicon
