// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <array>

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 8> k_passages{
    {{"LC_ALL, LC_MESSAGES, LANG",
      {"第一个有值的决定语言：以 `zh` 开头或不表示语言时为中文，否则为英文。",
       "The first that is set chooses the language: Chinese when it begins with `zh` or names no language, "
       "else English."}},
     {"NO_COLOR", {"不为空时不用颜色。", "When not empty, no colours."}},
     {"TERM", {"为 `dumb` 时不用颜色。", "No colours when `dumb`."}},
     {"TMSWEEP_USER_DB",
      {"没有 `--user-db` 时，自己的在先商标库。",
       "Your own database of earlier marks, when `--user-db` is not given."}},
     {"XDG_DATA_HOME, HOME",
      {"数据目录，见 `tmsweep help files`。", "Where the data folder is, see `tmsweep help files`."}},
     {"TMSWEEP_CONFIG",
      {"没有 `--config` 时，只读这个配置文件。",
       "The only configuration file to read, when `--config` is not given."}},
     {"TMSWEEP_*",
      {"配置的各项，见 `tmsweep help configuration`。",
       "Settings of the configuration, see `tmsweep help configuration`."}},
     {"XDG_CONFIG_HOME", {"用户配置文件在哪里。", "Where the configuration file of the user is."}}}};

}  // namespace

extern constinit const Topic environment{.name = "environment",
                                         .order = 5,
                                         .title = {"环境变量", "Variables of the environment"},
                                         .section = "ENVIRONMENT",
                                         .passages = k_passages};

}  // namespace tmsweep::app::topics
