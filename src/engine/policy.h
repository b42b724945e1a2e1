// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/own_terms.h"
#include "image/image.h"
#include "model/mark.h"
#include "model/policy.h"
#include "model/report.h"
#include "rules/rule.h"

namespace tmsweep::engine {

/// Ids of all rules, sorted: those of the program, of earlier marks and of the user's own words.
std::vector<std::string> rule_ids();

/// What names a run saw, for what is said of suppressions.
enum class Seen : std::uint8_t {
  some,  ///< names that were typed
  list   ///< whole lists, all of which could be checked
};

/// The findings of a run, as a baseline keeps them. Threads may share it.
class BaselineLog {
 public:
  void add(const Report& report);
  [[nodiscard]] const Baseline& baseline() const { return baseline_; }
  [[nodiscard]] std::size_t names() const { return names_; }

 private:
  std::mutex mutex_;
  Baseline baseline_;
  std::size_t names_ = 0;
};

/// What the user decided, applied to each report of a run: rules off or weighed otherwise, own banned words,
/// suppressions, a baseline. Changes nothing but its counters, so that threads may share it.
class Policy {
 public:
  /// A suppression applies up to `today`. What counts of each report goes to `log`.
  Policy(const image::Image& image, UserPolicy user, Date today, const Baseline& baseline = {},
         BaselineLog* log = nullptr);

  /// One line for each name and word of the user's that cannot be read, with its place.
  [[nodiscard]] const std::vector<Message>& unreadable() const { return unreadable_; }
  [[nodiscard]] bool is_off(std::string_view rule) const;
  /// Weighs drafts as the user does; takes away those of rules that are off.
  void weigh(rules::Drafts& drafts) const;
  /// Takes the drafts that a suppression accepts on this name out of `drafts`. They are merged apart, so that
  /// a ground that was accepted hides no other.
  rules::Drafts take_accepted(const Report& report, rules::Drafts& drafts) const;
  /// A finding that was accepted as a draft.
  void accept(Finding finding, Report& report) const;
  /// Adds the user's own words, weighs the findings that come from no draft, moves what is accepted, and
  /// sorts.
  void apply(const Mark& mark, Report& report) const;
  /// Says what was not checked, or was weighed otherwise.
  void cover(Report& report) const;

  /// One line each on suppressions that have expired, or that nothing needed, with their place.
  [[nodiscard]] std::vector<Message> complaints(Seen seen) const;

 private:
  struct Usage {
    std::atomic<bool> met{false};   ///< its name was checked
    std::atomic<bool> used{false};  ///< it accepted something
  };

  [[nodiscard]] const RuleGrade* grade_of(std::string_view rule) const;
  [[nodiscard]] const Suppression* suppression_of(const Report& report, std::string_view rule) const;
  [[nodiscard]] bool is_in_baseline(const Report& report, const Finding& finding) const;

  UserPolicy user_;
  Date today_;
  OwnTerms terms_;
  std::vector<Message> unreadable_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_name_;  ///< normalized name → suppressions
  std::unique_ptr<Usage[]> usage_;                                       ///< of each suppression
  std::unordered_map<std::string, BaselineEntry> baseline_;              ///< by fingerprint
  BaselineLog* log_;
};

}  // namespace tmsweep::engine
