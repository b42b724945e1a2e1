// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"similar 康帅博 --goods 方便面", {"列出近似的在先商标", "lists the earlier marks that are similar"}},
     {"similar 历蜀记 --class 43 --marks own.csv --format tsv",
      {"与自己的清单比较，以 TSV 输出", "compares with your own list too, as TSV"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<SimilarRequest>();
  c.argument("NAME", r.name, {"名称", "the name"}).required();
  c.group(Group::goods);
  c.goods(r.goods);
  c.classes(r.classes);
  c.group(Group::marks);
  c.earlier_marks(r.marks, r.user_db);
  c.group(Group::checks);
  c.max_age(r.common);
  c.group(Group::output);
  c.option("--limit", r.limit, "N", {"最多列出几件", "at most so many"}).range(1, 1000);
  c.table_format(r.format);
  c.common(r.common);
}

}  // namespace

extern constinit const CommandSpec similar{
    .name = "similar",
    .part = Part::names,
    .order = 2,
    .summary = {"列出近似的在先商标", "list the earlier marks that are similar to a name"},
    .about = {"列出与名称有某种关系的在先商标，最近的在前，两者并排。其他类别的商标作为提示列出。有没有结果，"
              "退出码都是 0。",
              "Lists the earlier marks that stand in a relation to the name, the closest first, with both "
              "written side by side. Marks of other classes are listed too, as notes. Exits with 0 whether "
              "there are any or not."},
    .examples = k_examples,
    .declare = declare,
    .finish = nullptr};

}  // namespace tmsweep::app::commands
