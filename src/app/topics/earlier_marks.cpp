// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <array>

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 3> k_passages{
    {{"",
      {"`check` 和 `similar` 把名称与 `--marks` 的商标、自己导入的商标（见 `tmsweep help db "
       "import`"
       "）和程序自带的品牌名录比较。名录不是注册簿，绝大多数已注册的商标不在其中；名录的权利人、类别和是否知"
       "名依据常识整理，未与任何注册簿核对。",
       "`check` and `similar` compare a name with the marks of `--marks`, with those you imported (see "
       "`tmsweep help db import`), and with a list of brands that the program carries. The list of brands is "
       "not the register, and most registered marks are not in it. Its owners and classes, and which brands "
       "it calls well known, are from general knowledge and were not compared with any register."}},
     {"",
      {"商标与名称或其显著部分有下列关系之一时列出：相同；繁体或异体字；同音或近音；字形近似；文字相同而顺序"
       "不同；一个包含另一个；相差一字；加了通用或其他弱显著性的词；部分重复；拼音；翻译；数字；形近的字母；"
       "读音近似的字母；相差一两个字母；首尾相同。",
       "A mark is reported when it stands in one of these relations to the name, or to the distinctive part "
       "of it: the same, traditional or variant characters, the same or nearly the same sound, characters "
       "that look alike, the same characters in another order, one in the other, one character apart, "
       "generic or other weak words added, a part repeated, pinyin, translation, numerals, letters that look "
       "alike, Latin letters that sound alike, one or two letters apart, the same beginning and end."}},
     {"",
      {"每个名称最多列出最近的 20 件，更多时在检查范围里说明。",
       "At most the 20 closest are reported for a name, and coverage says when there were more."}}}};

}  // namespace

extern constinit const Topic earlier_marks{
    .name = "earlier-marks",
    .order = 3,
    .title = {"与哪些在先商标比较", "Which earlier marks are compared"},
    .section = "EARLIER MARKS",
    .passages = k_passages};

}  // namespace tmsweep::app::topics
