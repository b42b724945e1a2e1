// SPDX-License-Identifier: Apache-2.0
#include "engine/policy.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/check.h"
#include "support/bundled.h"
#include "support/marks.h"

namespace tmsweep::engine {

namespace {

using support::bundled;
using support::finding_of;
using support::k_day;

Report checked(const std::string& name, const Policy& policy, Lang lang = Lang::zh) {
  const Settings settings{.lang = lang, .as_of = k_day, .policy = &policy};
  return Checker(bundled(), settings).check({name, {}, {25}}).value();
}

Policy words(std::vector<OwnTerm> terms) {
  return {bundled(), {.rules = {}, .terms = std::move(terms), .suppressions = {}}, k_day};
}

bool says(const Report& r, std::string_view text) {
  return std::ranges::any_of(r.coverage,
                             [&](const std::string& c) { return c.find(text) != std::string::npos; });
}

Baseline baseline_of(const Report& r) {
  BaselineLog log;
  log.add(r);
  return log.baseline();
}

Suppression suppression(std::string name, std::string rule, Date expires = {2027, 1, 1}) {
  return {std::move(name), std::move(rule), "because", expires, "c.toml:7"};
}

}  // namespace

TEST_CASE("own words are found however they are written, and only they") {
  struct Row {
    const char* term;
    TermMatch match;
    const char* name;
    const char* matched;  ///< empty: must be left alone
  };
  using enum TermMatch;
  for (const Row& row : std::vector<Row>{
           {"微信", contains, "微信小铺", "微信"},
           {"微信", contains, "小微·信铺", "微·信"},
           {"微信", contains, "微 信", "微 信"},
           {"微信", contains, "微\u200b信", "微\u200b信"},
           {"微信", contains, "微心", ""},
           {"微信", contains, "信微", ""},
           {"龙山", contains, "龍山茶", "龍山"},
           {"龍山", contains, "龙山茶", "龙山"},
           {"wechat", contains, "ＷｅＣｈａｔ", "ＷｅＣｈａｔ"},
           {"wechat", contains, "W.e-chat店", "W.e-chat"},
           {"wechat", contains, "w3chat", "w3chat"},
           {"wechat", contains, "we chap", ""},
           {"vip", word, "VIP 会员", "VIP"},
           {"vip", word, "vipshop", ""},
           {"vip", word, "大vip", "vip"},
           {"vip", exact, "V.I.P", "V.I.P"},
           {"vip", exact, "vips", ""},
           {"八号", contains, "8号店", "8号"},
           {"8号", contains, "捌号店", "捌号"},
           {"C++", contains, "学C＋＋吧", "C＋＋"},
           {"C++", contains, "学C吧", ""},
           {"50%", contains, "省50％", "50％"},
           {"50%", contains, "省50元", ""},
           {" 微信 ", contains, "小微·信铺", "微·信"},
           {"🔞", contains, "夜🔞店", "🔞"},
           {"一", contains, "1号", ""},
       }) {
    CAPTURE(row.term);
    CAPTURE(row.name);
    const Policy policy = words({{row.term, row.match, Risk::medium, {}, "c.toml:3"}});
    const Report r = checked(row.name, policy);
    const Finding* f = finding_of(r, "own-term");
    CHECK((f != nullptr) == (*row.matched != '\0'));
    if (f == nullptr) continue;
    CHECK(f->matched == row.matched);
    CHECK(f->term == row.term);
    CHECK(f->risk == Risk::medium);
    CHECK(f->source == "own list: c.toml:3");
    CHECK(f->span.end() <= r.typed.size());
  }
}

TEST_CASE("words and names with nothing in them are told") {
  UserPolicy user;
  user.terms = {{"  ", TermMatch::contains, Risk::low, {}, "c.toml:1"}};
  user.suppressions = {suppression(std::string(300, 'a'), "party")};
  const Policy policy(bundled(), user, k_day);
  REQUIRE(policy.unreadable().size() == 2);
  CHECK(policy.unreadable()[0].en.starts_with("c.toml:1: [[terms]]: "));
  CHECK(policy.unreadable()[0].zh == "c.toml:1: [[terms]]：“  ”：名称里没有可见的字符");
  CHECK(policy.unreadable()[1].en.starts_with("c.toml:7: [[suppress]]: "));
}

TEST_CASE("a Chinese word at word boundaries does not cut another") {
  const Policy policy = words({{"和尚", TermMatch::word, Risk::high, {}, ""}});
  CHECK(finding_of(checked("和尚面馆", policy), "own-term") != nullptr);
  CHECK(finding_of(checked("温和尚可", policy), "own-term") == nullptr);
}

TEST_CASE("a word inside another of at least its risk is one mine") {
  const Policy policy = words({{"微信", TermMatch::contains, Risk::high, {}, "1"},
                               {"微信支付", TermMatch::contains, Risk::high, {}, "2"},
                               {"支付", TermMatch::contains, Risk::low, {"", "pay"}, "3"}});
  const Report r = checked("微信支付", policy, Lang::en);
  CHECK(std::ranges::count(r.findings, "own-term", &Finding::rule) == 1);
  CHECK(finding_of(r, "own-term")->term == "微信支付");
  const Report pay = checked("支付树", policy, Lang::en);
  REQUIRE(finding_of(pay, "own-term") != nullptr);
  CHECK(finding_of(pay, "own-term")->why.find("pay") != std::string::npos);
}

TEST_CASE("rules that are off find nothing, and the report says that they were not checked") {
  const Policy off(bundled(), {.rules = {{"foreign-state", Risk::none}}, .terms = {}, .suppressions = {}},
                   k_day);
  CHECK(off.is_off("foreign-state"));
  const Report r = checked("美国", off);
  CHECK(finding_of(r, "foreign-state") == nullptr);
  CHECK(says(r, "foreign-state"));
  CHECK(says(checked("美国", off, Lang::en), "not checked, for you switched them off: foreign-state"));
}

TEST_CASE("a rule weighed otherwise gives its findings that risk, and the verdict follows") {
  const Policy low(bundled(), {.rules = {{"foreign-state", Risk::low}}, .terms = {}, .suppressions = {}},
                   k_day);
  const Report r = checked("美国", low);
  REQUIRE(finding_of(r, "foreign-state") != nullptr);
  CHECK(finding_of(r, "foreign-state")->risk == Risk::low);
  CHECK(r.verdict < Risk::high);
  CHECK(says(r, "foreign-state = low"));
}

TEST_CASE("earlier marks can be switched off and weighed otherwise") {
  const support::MarkList list({support::earlier("历蜀记", {25})});
  const auto verdict_with = [&](std::vector<RuleGrade> rules) {
    const Policy policy(bundled(), {.rules = std::move(rules), .terms = {}, .suppressions = {}}, k_day);
    const Settings settings{.as_of = k_day, .earlier = list.settings(), .policy = &policy};
    return Checker(bundled(), settings).check({"历蜀记", {}, {25}}).value().verdict;
  };
  CHECK(verdict_with({}) == Risk::high);
  CHECK(verdict_with({{"earlier-mark", Risk::low}}) == Risk::low);
  CHECK(verdict_with({{"earlier-mark", Risk::none}}) == Risk::none);
}

TEST_CASE("a suppression accepts the findings of its rule on its name, and says so") {
  UserPolicy user;
  user.suppressions = {suppression("ＮＩＫＥ美国", "foreign-state")};
  const Policy policy(bundled(), user, k_day);
  const Report r = checked("nike美国", policy);
  CHECK(finding_of(r, "foreign-state") == nullptr);
  REQUIRE(r.accepted.size() == 1);
  CHECK(r.accepted[0].by == Accepted::By::suppression);
  CHECK(r.accepted[0].reason == "because");
  CHECK(r.accepted[0].expires == "2027-01-01");
  CHECK(r.accepted[0].finding.rule == "foreign-state");
  CHECK(policy.complaints(Seen::list).empty());
  CHECK(finding_of(checked("美国", policy), "foreign-state") != nullptr);
}

TEST_CASE("own words can be suppressed") {
  UserPolicy user;
  user.terms = {{"历蜀", TermMatch::contains, Risk::high, {}, ""}};
  user.suppressions = {suppression("历蜀记", "own-term")};
  const Policy policy(bundled(), user, k_day);
  CHECK(checked("历蜀记", policy).verdict == Risk::none);
  CHECK(checked("历蜀堂", policy).verdict == Risk::high);
}

TEST_CASE("suppressions end with their day, and stale ones are complained of") {
  UserPolicy user;
  user.suppressions = {suppression("美国", "foreign-state", {2026, 11, 22}), suppression("美国", "vulgar"),
                       suppression("英国", "foreign-state"), suppression("法国", "foreign-state", k_day)};
  const Policy policy(bundled(), user, k_day);
  CHECK(finding_of(checked("美国", policy), "foreign-state") != nullptr);
  CHECK(finding_of(checked("法国", policy), "foreign-state") == nullptr);  // its last day
  const auto some = policy.complaints(Seen::some);
  REQUIRE(some.size() == 2);
  CHECK(some[0].en ==
        "c.toml:7: the suppression of foreign-state on '美国' expired on 2026-11-22 and does not apply; "
        "renew or remove it");
  CHECK(some[1].en == "c.toml:7: the suppression of vulgar on '美国' was not needed; remove it");
  CHECK(some[0].zh == "c.toml:7: “美国”对 foreign-state 的豁免已于 2026-11-22 到期，不再适用；请续期或删除");
  CHECK(some[1].zh == "c.toml:7: “美国”对 vulgar 的豁免没有用上；请删除");
  CHECK(policy.complaints(Seen::list).size() == 3);
}

TEST_CASE("an accepted ground hides no other on the same words") {
  for (const char* name : {"中国", "美国", "中国红十字", "奥运会"}) {
    CAPTURE(name);
    const Report all = checked(name, words({}));
    for (const Finding& f : all.findings) {
      if (f.also.empty()) continue;
      UserPolicy user;
      user.suppressions = {suppression(name, f.rule)};
      const Report r = checked(name, Policy(bundled(), user, k_day));
      const auto still = [&](const std::string& rule) {
        return std::ranges::any_of(r.findings, [&](const Finding& g) {
          return g.rule == rule ||
                 std::ranges::any_of(g.also, [&](const OtherBasis& o) { return o.rule == rule; });
        });
      };
      for (const OtherBasis& o : f.also) CHECK(still(o.rule));
      CHECK_FALSE(still(f.rule));
    }
  }
}

TEST_CASE("a baseline accepts what it knows, not what weighs more or is new") {
  const Report before = checked("美国", words({}));
  Baseline baseline = baseline_of(before);
  REQUIRE(!baseline.empty());
  const Report same = checked("美国", Policy(bundled(), {}, k_day, baseline));
  CHECK(same.findings.empty());
  CHECK(same.verdict == Risk::none);
  CHECK(same.accepted.size() == before.findings.size());
  CHECK(same.accepted[0].by == Accepted::By::baseline);
  CHECK(checked("英国", Policy(bundled(), {}, k_day, baseline)).verdict == Risk::high);
  for (BaselineEntry& e : baseline) e.risk = Risk::low;
  CHECK(checked("美国", Policy(bundled(), {}, k_day, baseline)).verdict == before.verdict);
}

TEST_CASE("a finding that a further rule has joined is a new one") {
  Report r;
  r.forms.normalized = "x";
  Finding f;
  f.rule = "state-name";
  f.risk = Risk::high;
  r.findings = {f};
  const Baseline baseline = baseline_of(r);
  r.findings[0].also.push_back({"party", "CN-1", {}});
  const Policy policy(bundled(), {}, k_day, baseline);
  policy.apply(support::mark_of("x"), r);
  CHECK(r.findings.size() == 1);
  r.findings[0].also.clear();
  policy.apply(support::mark_of("x"), r);
  CHECK(r.findings.empty());
}

TEST_CASE("rule ids are sorted and hold those without a file") {
  const std::vector<std::string> ids = rule_ids();
  CHECK(std::ranges::is_sorted(ids));
  for (const char* id : {"own-term", "earlier-mark", "foreign-state"})
    CHECK(std::ranges::find(ids, id) != ids.end());
}

}  // namespace tmsweep::engine
