// SPDX-License-Identifier: Apache-2.0
#include "engine/policy.h"

#include <algorithm>

#include "model/fingerprint.h"
#include "model/worded.h"
#include "text/mark.h"
#include "text/utf8.h"

namespace tmsweep::engine {

namespace {

constexpr std::string_view k_earlier_mark = "earlier-mark";

std::string written(const Date& d) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(d.year) + "-" + two(d.month) + "-" + two(d.day);
}

std::vector<std::string> also_of(const Finding& f) {
  std::vector<std::string> out;
  for (const OtherBasis& o : f.also) out.push_back(o.rule);
  std::ranges::sort(out);
  return out;
}

}  // namespace

std::vector<std::string> rule_ids() {
  std::vector<std::string> out{std::string(k_own_term), std::string(k_earlier_mark)};
  for (const rules::Rule* r : rules::all()) out.emplace_back(r->id);
  std::ranges::sort(out);
  return out;
}

Policy::Policy(const image::Image& image, UserPolicy user, Date today, const Baseline& baseline,
               BaselineLog* log)
    : user_(std::move(user)),
      today_(today),
      terms_(image, is_off(k_own_term) ? std::vector<OwnTerm>{} : user_.terms),
      usage_(std::make_unique<Usage[]>(user_.suppressions.size())),
      log_(log) {
  unreadable_ = terms_.unreadable();
  for (std::uint32_t i = 0; i < user_.suppressions.size(); ++i) {
    const Suppression& s = user_.suppressions[i];
    const Result<Mark> mark = text::make_mark(image, s.name);
    if (!mark) {
      unreadable_.push_back(worded({"{}: [[suppress]]：“{}”：{}", "{}: [[suppress]]: '{}': {}"}, s.where,
                                   s.name, mark.error().message));
    } else if (s.expires >= today) {
      by_name_[text::encode(mark.value().normalized.text)].push_back(i);
    }
  }
  for (const BaselineEntry& e : baseline) baseline_.emplace(e.fingerprint, e);
}

const RuleGrade* Policy::grade_of(std::string_view rule) const {
  const auto found = std::ranges::find(user_.rules, rule, &RuleGrade::rule);
  return found == user_.rules.end() ? nullptr : &*found;
}

bool Policy::is_off(std::string_view rule) const {
  const RuleGrade* grade = grade_of(rule);
  return grade != nullptr && grade->risk == Risk::none;
}

void Policy::weigh(rules::Drafts& drafts) const {
  if (user_.rules.empty()) return;
  std::erase_if(drafts, [&](const rules::Draft& d) { return is_off(d.rule); });
  for (rules::Draft& d : drafts) {
    if (const RuleGrade* grade = grade_of(d.rule)) d.risk = grade->risk;
  }
}

const Suppression* Policy::suppression_of(const Report& report, std::string_view rule) const {
  const auto found = by_name_.find(report.forms.normalized);
  if (found == by_name_.end()) return nullptr;
  for (const std::uint32_t i : found->second) {
    usage_[i].met.store(true, std::memory_order_relaxed);
    if (user_.suppressions[i].rule != rule) continue;
    usage_[i].used.store(true, std::memory_order_relaxed);
    return &user_.suppressions[i];
  }
  return nullptr;
}

rules::Drafts Policy::take_accepted(const Report& report, rules::Drafts& drafts) const {
  rules::Drafts out;
  if (by_name_.empty()) return out;
  rules::Drafts kept;
  for (rules::Draft& d : drafts)
    (suppression_of(report, d.rule) != nullptr ? out : kept).push_back(std::move(d));
  drafts = std::move(kept);
  return out;
}

void Policy::accept(Finding finding, Report& report) const {
  const Suppression* s = suppression_of(report, finding.rule);
  if (s == nullptr) return;
  report.accepted.push_back({std::move(finding), Accepted::By::suppression, s->reason, written(s->expires)});
}

bool Policy::is_in_baseline(const Report& report, const Finding& finding) const {
  if (baseline_.empty()) return false;
  const auto found = baseline_.find(fingerprint(report, finding));
  if (found == baseline_.end() || finding.risk > found->second.risk) return false;
  const std::vector<std::string>& known = found->second.also;
  return std::ranges::all_of(
      finding.also, [&](const OtherBasis& o) { return std::ranges::find(known, o.rule) != known.end(); });
}

void Policy::apply(const Mark& mark, Report& report) const {
  if (!is_off(k_own_term)) terms_.find(mark, report);
  for (Finding& f : report.findings) {
    // Those of drafts were weighed before.
    const RuleGrade* grade = f.rule == k_own_term || f.rule == k_earlier_mark ? grade_of(f.rule) : nullptr;
    if (grade != nullptr) f.risk = grade->risk;
  }
  static_cast<void>(suppression_of(report, ""));  // its name was met, whatever was found on it
  Findings kept;
  for (Finding& f : report.findings) {
    if (suppression_of(report, f.rule) != nullptr) {
      accept(std::move(f), report);
    } else if (is_in_baseline(report, f)) {
      report.accepted.push_back({std::move(f), Accepted::By::baseline, "", ""});
    } else {
      kept.push_back(std::move(f));
    }
  }
  std::ranges::stable_sort(kept, std::ranges::greater{}, &Finding::risk);
  report.findings = std::move(kept);
  if (log_ != nullptr) log_->add(report);
}

void Policy::cover(Report& report) const {
  const bool zh = report.lang == Lang::zh;
  std::string off;
  std::string other;
  for (const RuleGrade& g : user_.rules) {
    std::string& list = g.risk == Risk::none ? off : other;
    list += (list.empty() ? "" : zh ? "、" : ", ") + g.rule;
    if (g.risk != Risk::none) list += " = " + std::string(id_of(g.risk));
  }
  if (!off.empty())
    report.coverage.push_back(zh ? "没有检查您关闭的规则：" + off
                                 : "not checked, for you switched them off: " + off);
  if (!other.empty())
    report.coverage.push_back(zh ? "按您的配置改定级别的规则：" + other
                                 : "rules weighed as you configured: " + other);
}

std::vector<Message> Policy::complaints(Seen seen) const {
  std::vector<Message> out;
  for (std::size_t i = 0; i < user_.suppressions.size(); ++i) {
    const Suppression& s = user_.suppressions[i];
    const auto say = [&](const Message& what) {
      out.push_back(worded({"{0}: “{2}”对 {1} 的豁免{3}", "{0}: the suppression of {1} on '{2}' {3}"},
                           s.where, s.rule, s.name, what));
    };
    if (s.expires < today_) {
      say(worded(
          {"已于 {} 到期，不再适用；请续期或删除", "expired on {} and does not apply; renew or remove it"},
          written(s.expires)));
      continue;
    }
    if (usage_[i].used.load()) continue;
    if (usage_[i].met.load()) {
      say(worded({"没有用上；请删除", "was not needed; remove it"}));
    } else if (seen == Seen::list) {
      say(worded(
          {"没有用上，名单里没有这个名称；请删除", "was not needed, for the name was not met; remove it"}));
    }
  }
  return out;
}

void BaselineLog::add(const Report& report) {
  Baseline entries;
  for (const Finding& f : report.findings)
    entries.push_back({report.name, f.rule, f.risk, also_of(f), fingerprint(report, f)});
  const std::lock_guard lock(mutex_);
  ++names_;
  for (BaselineEntry& e : entries) baseline_.push_back(std::move(e));
}

}  // namespace tmsweep::engine
