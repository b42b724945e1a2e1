// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>

#include "app/app.h"
#include "app/commands.h"
#include "app/notices.h"
#include "app/output_file.h"
#include "app/policy_source.h"
#include "app/session.h"
#include "model/worded.h"
#include "output/baseline_json.h"
#include "output/terminal.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

std::set<std::string> fingerprints(const Baseline& baseline) {
  std::set<std::string> out;
  for (const BaselineEntry& e : baseline) out.insert(e.fingerprint);
  return out;
}

std::size_t missing_in(const std::set<std::string>& other, const std::set<std::string>& all) {
  return static_cast<std::size_t>(
      std::ranges::count_if(all, [&](const std::string& f) { return !other.contains(f); }));
}

void say(const std::string& file, const Baseline& old, const Baseline& fresh, std::size_t names, Lang lang) {
  const std::set<std::string> before = fingerprints(old);
  const std::set<std::string> after = fingerprints(fresh);
  const char* words = lang == Lang::zh ? "{}：{} 个名称，{} 条发现（新增 {}，去掉 {}）\n"
                                       : "{}: {} names, {} findings ({} added, {} dropped)\n";
  std::fputs(fmt::format(fmt::runtime(words), output::printable(file), names, after.size(),
                         missing_in(before, after), missing_in(after, before))
                 .c_str(),
             stdout);
}

}  // namespace

int run_baseline(const BaselineRequest& request) {
  const bool creates = request.action == BaselineRequest::Action::create;
  if (creates && fs::exists(fs::symlink_status(request.file))) {
    notify(worded({"“{}”已经存在；用 'tmsweep baseline update' 更新，或先删去",
                   "'{}' is there already; use 'tmsweep baseline update', or remove it"},
                  request.file),
           language(request.check.common));
    return k_exit_usage;
  }
  const Baseline old = creates ? Baseline{} : read_baseline(request.file);
  CheckRequest check = request.check;
  check.baseline.clear();  // findings of the old one count
  engine::BaselineLog log;
  const int code = run_check(check, &log);
  if (code != k_exit_below_threshold && code != k_exit_findings) {
    notify(worded({"有名称未能检查；没有写基线",
                   "not every name could be checked; the baseline is not written"}),
           language(check.common));
    return code;
  }
  OutputFile file{fs::path(request.file)};  // takes its name when it is whole
  file.write(output::baseline_json(log.baseline()));
  file.finish();
  say(request.file, old, log.baseline(), log.names(), language(check.common));
  return k_exit_below_threshold;
}

}  // namespace tmsweep::app
