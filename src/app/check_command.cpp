// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/check_run.h"
#include "app/commands.h"
#include "app/mark_sources.h"
#include "app/notices.h"
#include "app/outputs.h"
#include "app/policy_source.h"
#include "app/rule_infos.h"
#include "app/session.h"
#include "engine/check.h"
#include "model/worded.h"
#include "platform/interrupt.h"

namespace tmsweep::app {

namespace {

output::Detail detail_of(const CheckRequest& request) {
  if (request.quiet) return output::Detail::quiet;
  return request.verbose ? output::Detail::verbose : output::Detail::normal;
}

/// Standard output, unless reports go to files and nothing was said of it; then the files.
std::vector<OutputTarget> targets_of(const CheckRequest& request) {
  std::vector<OutputTarget> out;
  if (request.targets.empty() || !request.format.empty())
    out.push_back({output::named(request.format.empty() ? "text" : request.format), {}});
  out.insert(out.end(), request.targets.begin(), request.targets.end());
  return out;
}

bool ask_for_rules(const std::vector<OutputTarget>& targets) {
  return std::ranges::any_of(targets,
                             [](const OutputTarget& t) { return (t.format->needs & output::k_rules) != 0; });
}

/// Checks everything that was asked for; the exit code.
int check_all(const CheckRequest& request, CheckRun& run) {
  bool usage_error = false;
  bool unreadable = false;
  for (const std::string& name : request.names) usage_error = !run.argument(name) || usage_error;
  if (usage_error && run.empty() && request.files.empty()) return k_exit_usage;  // no report at all
  for (const std::string& file : request.files) unreadable = !run.file(file) || unreadable;
  const bool nothing = run.empty() && !usage_error && !unreadable && platform::Interruption::signal() == 0;
  if (nothing)
    run.fault(
        worded({"没有找到要检查的名称；每行写一个名称", "no name found to check; give one name a line"}));
  const int code = run.finish();
  if (platform::Interruption::signal() != 0) return code;
  if (unreadable || nothing) return k_exit_unchecked;
  return usage_error ? k_exit_usage : code;
}

}  // namespace

int run_check(const CheckRequest& request, engine::BaselineLog* log) {
  const Session session(request.common.db);
  if (!fresh_enough(request.common, session.image())) return k_exit_unchecked;
  MarkSources marks(session, request.user_db, request.files.empty() ? Names::few : Names::many);
  if (!request.marks.empty() && !marks.read_list(request.marks, language(request.common)))
    return k_exit_unchecked;
  const std::unique_ptr<engine::Policy> policy = policy_of(request, session.image(), log);
  const Lang lang = language(request.common);
  const bool several = request.names.size() != 1 || !request.files.empty();
  const engine::Settings settings{
      .lang = lang,
      .as_of = day(request.common),
      .today = today(),
      .trace = request.trace ? text::Trace::on : text::Trace::off,
      .earlier_behind = marks.is_behind(),
      .earlier = {.sources = marks.all(),
                  .other_classes =
                      request.all_classes ? engine::OtherClasses::as_notes : engine::OtherClasses::leave_out},
      .process_facts = !several || request.verbose,
      .policy = policy.get()};
  const engine::Checker checker(session.image(), settings);
  const std::vector<OutputTarget> targets =
      log != nullptr ? std::vector<OutputTarget>{} : targets_of(request);
  std::vector<std::string> inputs = request.files;
  inputs.insert(inputs.end(), request.marks.begin(), request.marks.end());
  inputs.insert(inputs.end(), {request.baseline, request.user_db, request.common.db, request.common.config});
  if (const std::optional<Error> e = clash(targets, inputs)) {
    notify(worded({"--output: {}", "--output: {}"}, e->line()), lang);
    return k_exit_usage;
  }
  const std::vector<RuleInfo> rules =
      ask_for_rules(targets) ? rule_infos(session.image(), lang) : std::vector<RuleInfo>();
  Outputs outputs(
      targets, {lang, color(request.common), detail_of(request), several, risk_of(request.fail_on), rules});
  std::optional<platform::Interruption> interruption;
  if (!request.files.empty()) interruption.emplace();
  CheckRun run(request, checker, outputs, lang);
  const int code = check_all(request, run);
  if (code == k_exit_below_threshold || code == k_exit_findings)
    say_complaints(policy.get(), request.files.empty() ? engine::Seen::some : engine::Seen::list, lang);
  return code;
}

}  // namespace tmsweep::app
