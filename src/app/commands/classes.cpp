// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"
#include "model/worded.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 3> k_examples{
    {{"classes 火锅店 手机壳", {"商品归第几类、哪个类似群", "the class and similar group of goods"}},
     {"classes 2501", {"一个类似群，及其关联", "a similar group and what it has to do with"}},
     {"classes --list", {"列出 45 个类别", "the 45 classes"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<ClassesRequest>();
  c.argument(
      "TEXT", r.texts,
      {"商品或服务，或类别（25）、类似群（2501）", "goods or services, a class (25) or a group (2501)"});
  c.group(Group::output);
  c.flag("--list", r.list, {"列出 45 个类别", "list the 45 classes"});
  c.flag("--json", r.json, {"以 JSON 输出", "print JSON"});
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  const auto& r = std::get<ClassesRequest>(request);
  if (r.texts.empty() && !r.list)
    return mistake(worded({"请写出商品、类别或类似群，或用 --list；用法见 'tmsweep classes --help'",
                           "name goods, a class or a group, or use --list; see 'tmsweep classes --help'"}));
  if (r.list && !r.texts.empty())
    return mistake(worded({"--list 不带文字；用法见 'tmsweep classes --help'",
                           "--list takes no texts; see 'tmsweep classes --help'"}));
  return {};
}

}  // namespace

extern constinit const CommandSpec classes{
    .name = "classes",
    .part = Part::knowledge,
    .order = 1,
    .summary = {"商品归第几类、哪个类似群", "find the class and similar group of goods"},
    .about =
        {"说明商品或服务归入哪些尼斯类别和类似群、由哪个词得出、通常还要考虑哪些类别，以及哪些未经核实。"
         "每个词都认得时退出码为 0，有不认得的为 1。",
         "Says into which Nice classes and similar groups the goods or services fall, which word says so, "
         "which other classes are usually considered, and what of this is not verified. Exits with 0 "
         "when every text was recognised and with 1 when one was not."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
