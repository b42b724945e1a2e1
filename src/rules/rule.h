// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "image/image.h"
#include "lexicon/composition.h"
#include "lexicon/hits.h"
#include "model/finding.h"
#include "model/goods.h"
#include "model/mark.h"

namespace tmsweep::rules {

/// What a rule found, before it is put into words. Numbers refer to the image.
struct Draft {
  std::string_view rule;
  std::string_view kind;   ///< of the rule's page; chooses the sentence
  std::string_view basis;  ///< catalogue id
  Risk risk = Risk::low;
  Span part;  ///< code points of Mark::core; ignored when `typed` is set
  Span typed;
  std::string term;  ///< what the name was compared with, as listed
  std::string_view note_zh;
  std::string_view note_en;
  std::string_view source;
  Relation relation = Relation::none;
  bool depends_on_goods = false;
  bool exact = false;  ///< the row demands that the term be the whole name
};

using Drafts = std::vector<Draft>;

/// Everything a rule may look at.
struct RuleContext {
  const image::Image& image;
  const Mark& mark;
  const GoodsSelection& goods;
  std::span<const lexicon::Hit> hits;      ///< terms of this rule's own list
  std::span<const lexicon::Hit> all_hits;  ///< terms of every list
  const lexicon::Composition& composition;
};

/// Whether a rule must run when no term of its list was met.
enum class Runs : std::uint8_t { on_hits, always };

/// One ground. Rules are stateless: they never print, open files or read the clock.
struct Rule {
  std::string_view id;
  Ground ground = Ground::absolute;
  Runs runs = Runs::on_hits;
  void (*check)(const RuleContext&, Drafts&) = nullptr;
};

/// All rules, in the order of their ids.
std::span<const Rule* const> all();

}  // namespace tmsweep::rules
