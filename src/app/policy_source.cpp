// SPDX-License-Identifier: Apache-2.0
#include "app/policy_source.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "app/session.h"
#include "import/baseline.h"
#include "output/terminal.h"

namespace tmsweep::app {

Baseline read_baseline(const std::string& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status))
    throw std::runtime_error(file + ": no such baseline; make it with 'tmsweep baseline create'");
  std::ifstream in(std::filesystem::path(file), std::ios::binary);
  if (!in || !std::filesystem::is_regular_file(status))
    throw std::runtime_error(file + ": the baseline cannot be read");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Result<Baseline> baseline = import::read_baseline(bytes);
  if (!baseline)
    throw std::runtime_error(
        fmt::format("{}: {}; {}", file, baseline.error().message, baseline.error().hint));
  return std::move(baseline).value();
}

std::unique_ptr<engine::Policy> policy_of(const CheckRequest& request, const image::Image& image,
                                          engine::BaselineLog* log) {
  if (request.policy.empty() && request.baseline.empty() && log == nullptr) return nullptr;
  const Baseline baseline = request.baseline.empty() ? Baseline{} : read_baseline(request.baseline);
  auto policy = std::make_unique<engine::Policy>(image, request.policy, day(request.common), baseline, log);
  if (!policy->unreadable().empty()) throw std::runtime_error(policy->unreadable().front());
  return policy;
}

void say_complaints(const engine::Policy* policy, engine::Seen seen) {
  if (policy == nullptr) return;
  for (const std::string& line : policy->complaints(seen))
    std::fputs(fmt::format("tmsweep: {}\n", output::printable(line)).c_str(), stderr);
}

}  // namespace tmsweep::app
