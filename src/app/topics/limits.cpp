// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <array>

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 2> k_passages{
    {{"",
      {"在先商标只和内置的品牌名录、导入的数据、`--marks` "
       "比较，不查商标局的注册簿；不看图形、不了解使用情况和申请人。2027-01-01 "
       "未审结的申请适用哪个版本，未经核实。这不是法律意见。",
       "Earlier marks are those of the bundled brands, of your imports and of `--marks`, not the register of "
       "the "
       "office; no pictures, no knowledge of use or applicant. Which "
       "edition applies to applications pending on 2027-01-01 was not verified. This is no legal advice."}},
     {"",
      {"风险为 none 只表示在检查范围内没有发现雷区，不表示可以注册。",
       "A verdict of none means that no mine was found within what was checked; it does not mean that the "
       "name can be registered."}}}};

}  // namespace

extern constinit const Topic limits{.name = "limits",
                                    .order = 8,
                                    .title = {"不检查什么", "What is not checked"},
                                    .section = "CAVEATS",
                                    .passages = k_passages};

}  // namespace tmsweep::app::topics
