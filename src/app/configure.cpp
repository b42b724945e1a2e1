// SPDX-License-Identifier: Apache-2.0
#include "app/configure.h"

#include <algorithm>
#include <string_view>
#include <type_traits>

#include "app/app.h"
#include "app/command_options.h"
#include "app/notices.h"
#include "app/session.h"
#include "app/suggest.h"
#include "engine/policy.h"
#include "model/date.h"
#include "model/worded.h"

namespace tmsweep::app {

namespace {

using config::Config;
using config::Setting;

std::vector<std::string> formats() {
  std::vector<std::string> out;
  for (const output::Format* f : output::all()) out.emplace_back(f->id);
  return out;
}

/// What the configuration says of an option that was not typed.
class Filler {
 public:
  Filler(const Config& config, const Common& common) : config_(config), typed_(common.typed) {}

  [[nodiscard]] const Setting* said(std::string_view key) const {
    if (std::ranges::find(typed_, key) != typed_.end()) return nullptr;
    return config_.setting(key);
  }
  void text(std::string_view key, std::string& value) const {
    if (const Setting* s = said(key)) value = s->values.front();
  }
  void list(std::string_view key, std::vector<std::string>& values) const {
    if (const Setting* s = said(key)) values = s->values;
  }
  void classes(std::vector<int>& values) const {
    const Setting* s = said("class");
    if (s == nullptr) return;
    values.clear();
    for (const std::string& v : s->values) values.push_back(std::stoi(v));
  }

 private:
  const Config& config_;
  const std::vector<std::string>& typed_;
};

void fill(const Filler& from, Common& c) {
  if (const Setting* s = from.said("lang")) c.lang = s->values.front() == "zh" ? Lang::zh : Lang::en;
  if (const Setting* s = from.said("as-of")) c.as_of = date_of(s->values.front());
  if (const Setting* s = from.said("max-age")) c.max_age = std::stoul(s->values.front());
  from.text("color", c.color);
  from.text("db", c.db);
}

std::optional<Notice> rule_flags(const CheckRequest& r, Config& config) {
  if (r.disable.empty() && r.grade.empty()) return {};
  const config::Origin flag{config::Level::flag, "--disable"};
  const std::vector<std::string> known = engine::rule_ids();
  const auto fault = [&](const std::string& rule, const char* option) -> std::optional<Notice> {
    if (std::ranges::find(known, rule) != known.end()) return {};
    return mistake(worded({"{}: 没有规则“{}”{}；全部规则见 'tmsweep explain --list'",
                           "{}: unknown rule '{}'{}; see 'tmsweep explain --list'"},
                          option, rule, did_you_mean(nearest(rule, known))));
  };
  for (const std::string& rule : r.disable) {
    if (auto notice = fault(rule, "--disable")) return notice;
    config.set({rule, Risk::none}, flag);
  }
  for (const std::string& pair : r.grade) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string rule = pair.substr(0, equals);
    const std::string word = pair.substr(std::min(equals + 1, pair.size()));
    if (auto notice = fault(rule, "--grade")) return notice;
    const auto risk = std::ranges::find(k_risk_ids.begin() + 1, k_risk_ids.end(), word);
    if (risk == k_risk_ids.end())
      return mistake(worded({"--grade: “{}”不是 规则=级别；写作 {}=low，级别为 high、medium 或 low",
                             "--grade: '{}' is no RULE=RISK; write it as {}=low, the risk being high, "
                             "medium or low"},
                            pair, rule.empty() ? "place-name" : rule));
    config.set({rule, static_cast<Risk>(risk - k_risk_ids.begin())}, {config::Level::flag, "--grade"});
  }
  return {};
}

std::optional<Notice> fill(const Filler& from, Config& config, CheckRequest& r) {
  from.list("goods", r.goods);
  from.classes(r.classes);
  from.list("marks", r.marks);
  if (r.outputs.empty()) from.text("format", r.format);  // reports that go to files alone stay there
  from.text("fail-on", r.fail_on);
  from.text("baseline", r.baseline);
  if (const Setting* s = from.said("jobs")) r.jobs = static_cast<std::size_t>(std::stoi(s->values.front()));
  if (const Setting* s = from.said("all-classes")) r.all_classes = s->values.front() == "true";
  if (auto notice = rule_flags(r, config)) return notice;
  r.policy = std::move(config.policy);
  return {};
}

void fill(const Filler& from, SimilarRequest& r) {
  from.list("goods", r.goods);
  from.classes(r.classes);
  from.list("marks", r.marks);
}

std::optional<Notice> fill(const Filler& from, Config& config, BaselineRequest& r) {
  fill(from, r.check.common);
  return fill(from, config, r.check);
}

template <class R>
std::optional<Notice> configure_one(R& r) {
  constexpr bool none = std::is_same_v<R, Notice> || std::is_same_v<R, DbRequest> ||
                        std::is_same_v<R, UserDbRequest> || std::is_same_v<R, ConfigRequest> ||
                        std::is_same_v<R, BundleRequest>;
  if constexpr (none) {
    return {};
  } else {
    Common* common = nullptr;
    if constexpr (std::is_same_v<R, BaselineRequest>) {
      common = &r.check.common;
    } else {
      common = &r.common;
    }
    Result<Config> read = configuration(*common);
    if (!read && std::is_same_v<R, DoctorRequest>) return {};  // it tells itself what is wrong
    if (!read) return mistake(read.error().line());
    Config config = std::move(read).value();
    const Filler from(config, *common);
    fill(from, *common);
    for (const Message& w : config.warnings) notify(w, language(*common));
    if constexpr (std::is_same_v<R, CheckRequest> || std::is_same_v<R, BaselineRequest>)
      return fill(from, config, r);
    if constexpr (std::is_same_v<R, SimilarRequest>) fill(from, r);
    return {};
  }
}

}  // namespace

Result<Config> configuration(const Common& common) {
  return config::load({.none = common.no_config, .file = common.config}, {formats, engine::rule_ids});
}

std::optional<Notice> configure(Request& request) {
  return std::visit([](auto& r) { return configure_one(r); }, request);
}

}  // namespace tmsweep::app
