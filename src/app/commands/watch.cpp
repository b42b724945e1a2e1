// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/command_spec.h"
#include "model/worded.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"watch --brand 历蜀记 names.txt",
      {"在名单里找仿冒自己品牌的名称", "finds names of a list that imitate the brand"}},
     {"watch --brand 历蜀记 --class 43 --fail-on medium < names.txt",
      {"读标准输入，找到时退出码为 1", "reads standard input; exits with 1 when it finds any"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<WatchRequest>();
  c.argument("FILE", r.files,
             {"名单，默认标准输入：每行一个、TSV、CSV 或 JSON",
              "lists: lines, TSV, CSV or JSON; default: standard input"})
      .file();
  c.group(Group::input);
  c.input(r.input);
  c.group(Group::goods);
  c.classes(r.classes);
  c.group(Group::checks);
  c.option("--brand", r.brands, "NAME", {"自己的品牌", "your brand"}).required();
  c.option("--min-risk", r.min_risk, "RISK", {"列出此级别以上", "list from this risk on"})
      .one_of({"high", "medium", "low"});
  c.option("--fail-on", r.fail_on, "RISK", {"达到此级别时退出码为 1", "exit with 1 from this risk on"})
      .one_of({"high", "medium", "low", "never"});
  c.max_age(r.common);
  c.group(Group::output);
  c.table_format(r.format);
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  const auto& r = std::get<WatchRequest>(request);
  if (std::ranges::find(r.brands, std::string()) != r.brands.end())
    return mistake(worded({"--brand: 名称是空的；请写出品牌", "--brand: the name is empty; type the brand"}));
  return input_mistake(r.input);
}

}  // namespace

extern constinit const CommandSpec watch{
    .name = "watch",
    .part = Part::names,
    .order = 3,
    .summary = {"在名单里找仿冒自己品牌的名称", "find names of a list that imitate your brand"},
    .about =
        {"读名单，列出与自己的品牌相同或近似的名称，最近的在前。每个名称只列一次，列在最近的品牌旁边。只与"
         "给出的品牌比较。名单里写明类别的名称按它的类别比较，没有写的视为同类商品；名单里的商品不看。",
         "Reads lists of names and lists those that are the same as or similar to your brand, the closest "
         "first. Each name is listed once, beside the brand to which it is closest. Nothing but the "
         "brands given is compared. A name that the list gives classes is compared as filed for them; "
         "without classes the goods are taken to be the same. Goods in the lists are not looked at."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
