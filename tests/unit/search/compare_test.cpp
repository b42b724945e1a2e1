// SPDX-License-Identifier: Apache-2.0
#include "search/compare.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/bundled.h"

namespace tmsweep::search {

TEST_CASE("two names stand in the relation that the guidelines name") {
  struct Row {
    std::string later;
    std::string earlier;
    Relation relation;
  };
  const std::vector<Row> rows{
      {"SUSANNA", "Susanna", Relation::identical},
      {"FACE BOOK", "FACEBOOK", Relation::identical},
      {"龍山", "龙山", Relation::script},
      {"蕙特曼", "惠特曼", Relation::homophone},
      {"厉蜀记", "历蜀记", Relation::homophone},
      {"酷几", "酷儿", Relation::glyph},
      {"土力架", "士力架", Relation::glyph},
      {"熊猫老爸", "熊猫爸爸", Relation::one_character},
      {"冰阳维康", "维冰康阳", Relation::order},
      {"哈哈乐", "哈乐", Relation::repetition},
      {"乐曼啤酒", "乐曼", Relation::containment},
      {"施华洛", "施华洛世奇", Relation::containment},
      {"lishuji", "历蜀记", Relation::pinyin},
      {"海尔", "HAIER", Relation::pinyin},
      {"一课三练", "1课3练", Relation::numeral},
      {"VVOOSH", "WOOSH", Relation::confusable},
      {"NOKLA", "NOKIA", Relation::confusable},
      {"PAI", "PAL", Relation::confusable},
      {"MCDNOALD", "MCDONALD", Relation::edit},
      {"KRESSCO", "CRESCO", Relation::edit},
      {"CERTAIN", "SERTUN", Relation::phonetic},
      {"JOBZGENIE", "GENIE", Relation::containment},
      // Two names: short ones that share a character, or the same two characters the other way round.
      {"海信", "海尔", Relation::none},
      {"华联", "联华", Relation::none},
      {"奔驰", "丰田", Relation::none},
      {"LIDL", "NIKE", Relation::none},
      // Letters that look nothing alike make no relation of three letters; vowels make syllables.
      {"HAT", "MAT", Relation::none},
      {"COG", "OCC", Relation::none},
      {"KONTIKI", "KANTEK", Relation::none},
  };
  for (const Row& row : rows) {
    CAPTURE(row.later);
    CAPTURE(row.earlier);
    const Likeness found = compare(support::bundled(), make_sign(support::mark_of(row.later)),
                                   make_sign(support::mark_of(row.earlier)));
    CHECK(id_of(found.relation) == id_of(row.relation));
  }
}

}  // namespace tmsweep::search
