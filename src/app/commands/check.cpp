// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/check_options.h"
#include "app/command_spec.h"
#include "app/outputs.h"

#include "model/worded.h"
#include "output/format.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 3> k_examples{
    {{"check 历蜀记 --goods 火锅店",
      {"检查一个名称，说明用在什么上", "checks a name for the goods it is meant for"}},
     {"check --file names.csv --fail-on medium",
      {"检查一份名单，有中等以上风险时退出码为 1", "checks a list; exits with 1 from medium risk on"}},
     {"check 历蜀记 --class 43 --format json", {"以 JSON 输出一份报告", "prints the report as JSON"}}}};

std::vector<std::string_view> format_ids() {
  std::vector<std::string_view> out;
  for (const output::Format* f : output::all()) out.push_back(f->id);
  return out;
}

void output_options(Command& c, CheckRequest& r) {
  c.group(Group::output);
  c.option("--format", r.format, "FORMAT", {"输出格式", "format of the output"}).one_of(format_ids());
  c.option("--output", r.outputs, "FILE",
           {"报告写到文件，格式看扩展名，或者写成 格式:文件；可多次",
            "write reports to a file; its ending names the format, or write FORMAT:FILE"})
      .file();
  c.flag("-q,--quiet", r.quiet, {"每个名称一行", "one line a name"});
  c.flag("-v,--verbose", r.verbose, {"全部例外、改法和案例", "every exception, fix and case"});
  c.flag(
      "--stats", r.stats,
      {"在标准错误上显示数量、速度和各步骤用时", "counts, rate and times of the phases on standard error"});
  c.flag("--trace", r.trace, {"显示规范化步骤", "show the steps of normalization"});
}

void declare(Command& c, Request& request) {
  auto& r = request.emplace<CheckRequest>();
  c.argument("NAME", r.names, {"要检查的名称", "the names to check"});
  check_input(c, r);
  check_options(c, r);
  check_limits(c, r);
  output_options(c, r);
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  auto& r = std::get<CheckRequest>(request);
  for (const std::string& text : r.outputs) {
    Result<OutputTarget> target = output_target(text);
    if (!target) return mistake(worded({"--output: {}", "--output: {}"}, target.error().line()));
    r.targets.push_back(std::move(target).value());
  }
  return check_mistake(r, "check");
}

}  // namespace

extern constinit const CommandSpec check{
    .name = "check",
    .part = Part::names,
    .order = 1,
    .summary = {"检查名称，逐条说明雷区", "check names and explain every mine"},
    .about =
        {"把名称与依《商标法》和相关法律整理的词表、规则，以及在先商标比较；对每个雷区说明为什么、依据"
         "哪一条、通常有哪些例外、怎样改。风险为 none 只表示在检查范围内没有发现雷区，不表示可以注册。",
         "Compares names with lists and rules made from the Trademark Law and neighbouring laws, and with "
         "earlier marks, and says for each mine why it is one, which article applies, what the usual "
         "exceptions are and what to change. A verdict of none means that no mine was found within what "
         "was checked; it does not mean that the name can be registered."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
