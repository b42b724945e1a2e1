// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/earlier_mark.h"
#include "model/mark.h"
#include "model/message.h"

namespace tmsweep {

enum class Edition : std::uint8_t { law2019, law2026 };
enum class Risk : std::uint8_t { none, low, medium, high };
enum class Ground : std::uint8_t { absolute, relative, use };
enum class Effect : std::uint8_t { use_prohibited, registration_prohibited, earlier_right, use_risk };

enum class Relation : std::uint8_t {
  none,  ///< the term itself
  identical,
  script,
  homophone,
  near_homophone,
  glyph,
  order,
  containment,
  one_character,
  affix,
  repetition,
  pinyin,
  translation,
  numeral,
  confusable,
  phonetic,
  edit
};

inline constexpr std::array<std::string_view, 4> k_risk_ids{"none", "low", "medium", "high"};
inline constexpr std::array<std::string_view, 3> k_ground_ids{"absolute", "relative", "use"};
inline constexpr std::array<std::string_view, 4> k_effect_ids{"use-prohibited", "registration-prohibited",
                                                              "earlier-right", "use-risk"};
inline constexpr std::array<std::string_view, 17> k_relation_ids{
    "",           "identical", "script",      "homophone",     "near-homophone",
    "glyph",      "order",     "containment", "one-character", "affix",
    "repetition", "pinyin",    "translation", "numeral",       "confusable",
    "phonetic",   "edit"};

inline std::string_view id_of(Risk r) {
  return k_risk_ids[static_cast<std::size_t>(r)];
}
/// The risk of this id; none for any other word, as for "never".
inline Risk risk_of(std::string_view id) {
  for (const Risk r : {Risk::low, Risk::medium, Risk::high}) {
    if (id_of(r) == id) return r;
  }
  return Risk::none;
}
inline std::string_view id_of(Ground g) {
  return k_ground_ids[static_cast<std::size_t>(g)];
}
inline std::string_view id_of(Effect e) {
  return k_effect_ids[static_cast<std::size_t>(e)];
}
inline std::string_view id_of(Relation r) {
  return k_relation_ids[static_cast<std::size_t>(r)];
}
inline std::string_view id_of(Edition e) {
  return e == Edition::law2019 ? "2019" : "2026";
}

/// A decided case or official example shown beside a finding.
struct DecidedCase {
  std::string name;
  std::string goods;
  std::string outcome;  ///< refused | accepted | invalidated
  int year = 0;         ///< 0: not known
  std::string note;
  std::string source;
};

/// One place of two names laid side by side; an empty side has nothing there. `how` is `identical`, a
/// relation in which the two stand, or `none` when they differ.
struct AlignedPair {
  std::string later;
  std::string earlier;
  Relation how = Relation::none;
};

/// A second basis of the same mine, named inside the strongest finding.
struct OtherBasis {
  std::string rule;
  std::string basis;
  std::array<std::string, 2> articles;  ///< by Edition
};

/// One rule's statement about the name, with its evidence.
struct Finding {
  std::string rule;
  std::string kind;
  std::string basis;
  Ground ground = Ground::absolute;
  std::array<std::string, 2> articles;  ///< by Edition, contract numbering
  Risk risk = Risk::low;
  Effect effect = Effect::use_prohibited;
  Span span;            ///< typed code points
  std::string matched;  ///< the typed text under the span
  std::string term;     ///< the row of the list that was met
  std::string list;     ///< the list it comes from
  Relation relation = Relation::none;
  bool depends_on_goods = false;  ///< the condition on goods could not be decided
  std::string title;
  std::string why;
  std::vector<std::string> exceptions;
  std::vector<std::string> fixes;
  std::vector<DecidedCase> cases;
  std::optional<EarlierMark> earlier_mark;
  std::vector<AlignedPair> alignment;  ///< the name and the earlier mark side by side
  std::vector<OtherBasis> also;
  std::string source;
};

using Findings = std::vector<Finding>;

}  // namespace tmsweep
