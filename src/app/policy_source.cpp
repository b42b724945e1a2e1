// SPDX-License-Identifier: Apache-2.0
#include "app/policy_source.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/notices.h"
#include "app/session.h"
#include "import/baseline.h"
#include "model/worded.h"

namespace tmsweep::app {

Baseline read_baseline(const std::string& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status))
    throw Failure(worded({"{}: 没有这个基线；用 'tmsweep baseline create' 建立",
                          "{}: no such baseline; make it with 'tmsweep baseline create'"},
                         file));
  std::ifstream in(std::filesystem::path(file), std::ios::binary);
  if (!in || !std::filesystem::is_regular_file(status))
    throw Failure(worded({"{}: 基线读不出", "{}: the baseline cannot be read"}, file));
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Result<Baseline> baseline = import::read_baseline(bytes);
  if (!baseline) throw Failure(located(file, baseline.error().line()));
  return std::move(baseline).value();
}

std::unique_ptr<engine::Policy> policy_of(const CheckRequest& request, const image::Image& image,
                                          engine::BaselineLog* log) {
  if (request.policy.empty() && request.baseline.empty() && log == nullptr) return nullptr;
  const Baseline baseline = request.baseline.empty() ? Baseline{} : read_baseline(request.baseline);
  auto policy = std::make_unique<engine::Policy>(image, request.policy, day(request.common), baseline, log);
  if (!policy->unreadable().empty()) throw Failure(policy->unreadable().front());
  return policy;
}

void say_complaints(const engine::Policy* policy, engine::Seen seen, Lang lang) {
  if (policy == nullptr) return;
  for (const Message& line : policy->complaints(seen)) notify(line, lang);
}

}  // namespace tmsweep::app
