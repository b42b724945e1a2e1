// SPDX-License-Identifier: Apache-2.0
#include "app/topic.h"

#include <array>

namespace tmsweep::app::topics {

namespace {

constexpr std::array<Passage, 7> k_passages{
    {{"$XDG_DATA_HOME/tmsweep/marks.db",
      {"自己的在先商标库；`XDG_DATA_HOME` 默认为 `~/.local/share`。",
       "Your own database of earlier marks; `XDG_DATA_HOME` is `~/.local/share` by default."}},
     {"marks.current, marks-*.index",
      {"当前使用哪个索引，以及 `check` 和 `similar` 读的索引。内置数据库换了版本以后要重建：`tmsweep db "
       "reindex`。",
       "Which index is in force, and the index, which `check` and `similar` read. With another edition of "
       "the built-in database it must be made again: `tmsweep db reindex`."}},
     {"marks.pending",
      {"索引可能落后于库时存在。", "Lies beside it while the index may be behind the database."}},
     {"marks.lock", {"导入或其他命令写入时占用。", "Held while an import or another command writes to it."}},
     {"bundle/",
      {"`tmsweep db update` 安装的数据，在数据目录里。",
       "Data that `tmsweep db update` installed, in the data folder."}},
     {".tmsweep.toml",
      {"项目的配置，从工作目录往上找。",
       "Configuration of a project, found upwards from the working directory."}},
     {"$XDG_CONFIG_HOME/tmsweep/config.toml",
      {"用户的配置；`XDG_CONFIG_HOME` 默认为 `~/.config`。",
       "Configuration of the user; `XDG_CONFIG_HOME` is `~/.config` by default."}}}};

}  // namespace

extern constinit const Topic files{.name = "files",
                                   .order = 6,
                                   .title = {"程序用到的文件", "Files of the program"},
                                   .section = "FILES",
                                   .passages = k_passages};

}  // namespace tmsweep::app::topics
