// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "image/image.h"
#include "model/finding.h"
#include "model/goods.h"
#include "model/mark.h"
#include "search/index.h"

namespace tmsweep::engine {

/// What a weight asks of a likeness beyond its relation.
enum class Shape : std::uint8_t {
  any,
  apart,        ///< one name stands in the other as words of its own, and is not weak
  most,         ///< letters of one name make up more than half of the other, or half at its start; that is no
                ///< everyday word
  edge,         ///< names of one word that begin or end alike, and not with a short everyday word
  first,        ///< the word that both begin with, not weak, and few brands begin with it
  strong,       ///< the part compared is three Han characters or five letters long, or no everyday word
  one_changed,  ///< one character differs and three or more are compared
  one_of_two,   ///< one of two characters differs
  alike,        ///< the characters that differ look alike as well
  words         ///< both names are everyday words, each with a meaning of its own
};

/// One line of the policy: what a relation weighs for the same or similar goods, with an example.
struct Weight {
  Relation relation;
  Shape shape;
  Risk risk;
  std::string_view later;
  std::string_view earlier;
};

/// Relations from the strongest shape to the weakest; the first line that applies decides.
std::span<const Weight> weights();

/// How the goods of the name and of the earlier mark stand to each other.
enum class Goods : std::uint8_t { same, unknown, neighbour, other };
Goods goods_of(const EarlierMark& earlier, const GoodsSelection& goods);

/// The risk of a likeness by the table, then by goods, fame and standing of the earlier mark (2019 arts. 13,
/// 30, 31; 2026 arts. 20, 21, 34, 35). `none`: not worth a word.
Risk weigh(const image::Image& image, const search::Sign& later, const search::Sign& earlier,
           const search::Likeness& likeness, const EarlierMark& mark, Goods goods);

}  // namespace tmsweep::engine
