// SPDX-License-Identifier: Apache-2.0
#include "app/command_options.h"

namespace tmsweep::app {

Request parse_classes(int argc, const char* const* argv) {
  ClassesRequest r;
  Command command("classes", "商品归第几类、哪个类似群 / the class and similar group of goods");
  command.app()
      .add_option("texts", r.texts, "商品或服务，或类别（25）、类似群（2501） / goods, a class or a group")
      ->type_name("TEXT");
  command.app().add_flag("--list", r.list, "列出45个类别 / list the 45 classes");
  command.app().add_flag("--json", r.json, "以JSON输出 / print JSON");
  command.common(r.common);
  if (auto notice = command.parse(argc, argv, r.common)) return *notice;
  if (r.texts.empty() && !r.list)
    return mistake("tmsweep: name goods, a class or a group, or use --list; see 'tmsweep classes --help'");
  if (r.list && !r.texts.empty())
    return mistake("tmsweep: --list takes no texts; see 'tmsweep classes --help'");
  return r;
}

}  // namespace tmsweep::app
