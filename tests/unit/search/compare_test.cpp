// SPDX-License-Identifier: Apache-2.0
#include "search/compare.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/bundled.h"

namespace tmsweep::search {

using image::Image;

TEST_CASE("two names stand in the relation that the guidelines name") {
  struct Row {
    std::string later;
    std::string earlier;
    Relation relation;
  };
  const std::vector<Row> rows{
      {"SUSANNA", "Susanna", Relation::identical},
      {"FACE BOOK", "FACEBOOK", Relation::identical},
      {"蕙特曼", "惠特曼", Relation::homophone},
      {"厉蜀记", "历蜀记", Relation::homophone},
      {"酷几", "酷儿", Relation::glyph},
      {"土力架", "士力架", Relation::glyph},
      {"熊猫老爸", "熊猫爸爸", Relation::one_character},
      {"冰阳维康", "维冰康阳", Relation::order},
      {"哈哈乐", "哈乐", Relation::repetition},
      {"乐曼啤酒", "乐曼", Relation::affix},
      {"老庆福", "庆福", Relation::affix},
      {"牛牛", "牛牌", Relation::repetition},
      {"小润发", "大润发", Relation::affix},
      {"雅叶YAYE", "YAYE", Relation::containment},
      {"康帅博", "康师傅", Relation::glyph},
      {"娃恰恰", "娃哈哈", Relation::glyph},
      {"厉蜀记火锅", "历蜀记", Relation::homophone},
      {"海底大捞", "海底捞", Relation::one_character},
      {"耐克", "NIKE", Relation::translation},
      {"海马", "SEAHORSE", Relation::translation},
      {"花", "FLOWERS", Relation::translation},
      {"ONETWOTHREE", "一二三", Relation::numeral},
      {"13055", "BOSS", Relation::confusable},
      {"THE EXPLORERS", "EXPLORER", Relation::affix},
      {"SPRINT RADIAL", "RADIAL SPRINT", Relation::order},
      {"施华洛", "施华洛世奇", Relation::containment},
      {"lishuji", "历蜀记", Relation::pinyin},
      {"海尔", "HAIER", Relation::translation},
      {"一课三练", "1课3练", Relation::numeral},
      {"VVOOSH", "WOOSH", Relation::confusable},
      {"NOKLA", "NOKIA", Relation::confusable},
      {"PAI", "PAL", Relation::confusable},
      {"MCDNOALD", "MCDONALD", Relation::edit},
      {"KRESSCO", "CRESCO", Relation::phonetic},
      {"JOBZGENIE", "GENIE", Relation::containment},
      // Vowels apart, one letter apart beside like ones, a beginning or an end of half the name.
      {"SERTUN", "CERTAIN", Relation::phonetic},
      {"MANDRO", "MONDRA", Relation::phonetic},
      {"TROMAL", "TREMOL", Relation::phonetic},
      {"MONARO", "MANERA", Relation::none},  // three consonants are too few for two other vowels
      {"CARFACTS", "CARFAX", Relation::phonetic},
      {"OFO", "OVO", Relation::phonetic},
      {"サーン", "サン", Relation::phonetic},
      {"SYMAROM", "SILAROM", Relation::edit},
      {"BORIO", "OREO", Relation::edit},
      {"MUNDICOR", "MUNDICOLOR", Relation::edit},
      {"COSIMO", "COSIFLOR", Relation::containment},
      {"MILTRON", "MILLTRONICS", Relation::containment},
      {"ARMAFOAM", "NOMAFOAM", Relation::containment},
      {"SKYPE", "SKY", Relation::containment},
      {"T2A", "T2", Relation::containment},
      {"PIERCE-ARROW", "PIERCE ARROW SOCIETY", Relation::containment},
      {"YOUR MATERNITY SHOP", "MATERNITY YOURS", Relation::order},
      // Both begin and end alike, the weak words at their ends set aside.
      {"ONCONASE", "ONCASE", Relation::edit},
      {"BANEBERRY", "BURBERRY", Relation::edit},
      {"ISHINE", "ICE SHINE", Relation::edit},
      {"PRIORBANK", "PRIVATBANK", Relation::none},
      {"JOES PIZZA", "JETS PIZZA", Relation::none},
      {"HOTEL MARTINA", "HOTEL REGINA", Relation::none},
      // Words of one length that end alike, a mark that is half of the name and begins it.
      {"MILANZA", "TURANZA", Relation::containment},
      {"SBERBANK", "NURBANK", Relation::none},
      {"RAWKUS", "RAW", Relation::containment},
      // Words that sound like the name of a letter or digit.
      {"SEE MORE", "CMORE", Relation::phonetic},
      {"READY2GO", "READY TO GO", Relation::phonetic},
      {"SEE MORE", "SEA SHORE", Relation::none},
      // The characters of a mark with others between them.
      {"六风必味居酱", "六必居", Relation::containment},
      {"张家火锅", "张火锅", Relation::none},
      {"必六味风居", "六必居", Relation::none},
      // Names of five or more characters that differ in their middle, not where only weak words are shared.
      {"白云深处人家", "白云高远处人家", Relation::one_character},
      {"勇者地下城", "勇士与地下城", Relation::one_character},
      {"老成都火锅店", "老北京火锅店", Relation::none},
      // Two names: short ones that share a character, or the same two characters the other way round.
      {"海信", "海尔", Relation::none},
      {"华联", "联华", Relation::none},
      {"奔驰", "丰田", Relation::none},
      {"LIDL", "NIKE", Relation::none},
      // What only generic parts share.
      {"老王火锅", "老李火锅", Relation::none},
      {"成都火锅", "重庆火锅", Relation::none},
      {"PRADA", "PARTY", Relation::none},
      // Letters that look nothing alike make no relation of three letters; vowels make syllables.
      {"HAT", "MAT", Relation::none},
      {"COG", "OCC", Relation::none},
      {"KONTIKI", "KANTEK", Relation::none},
      {"PANDA", "HONDA", Relation::none},
      {"PENNY", "BONNY", Relation::none},
      {"SKYLINE", "SKY", Relation::none},
      // A beginning or an end that is weak, or of one word of several on both sides.
      {"COFFEEBEAN", "COFFEELAND", Relation::none},
      {"BLACKPHARMA", "NORDPHARMA", Relation::none},
      {"SPICE VALLEY", "SPICY ISLANDS", Relation::none},
  };
  for (const Row& row : rows) {
    CAPTURE(row.later);
    CAPTURE(row.earlier);
    const Image& image = support::bundled();
    const Sign later = make_sign(image, support::mark_of(row.later));
    const Sign earlier = make_sign(image, support::mark_of(row.earlier));
    const auto found = compare(Prepared(image, later), earlier, Tier::part);
    CHECK(id_of(found ? found->relation : Relation::none) == id_of(row.relation));
  }
}

}  // namespace tmsweep::search
