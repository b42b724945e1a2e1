// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "image/image.h"
#include "model/goods.h"

namespace tmsweep::lexicon {

/// The similar group with this code, or nullptr.
const image::GroupRecord* group_of_code(const image::Image& image, std::string_view code);

/// The similar groups of a class, in the order of their codes.
std::vector<const image::GroupRecord*> groups_of_class(const image::Image& image, int nice_class);

/// What those who file a class usually think of as well.
std::vector<const image::AdviceRecord*> advice_for(const image::Image& image, int nice_class);

/// Every relation in which a group is listed with another.
std::vector<const image::RelatedRecord*> relations_of(const image::Image& image, std::string_view code);

/// Goods as far as the table of similar goods can place them.
struct PlacedGoods {
  ClassMask classes = 0;
  std::vector<std::string> groups;
};

/// From the closest down. A common class alone says little: one class holds goods that are not similar, and
/// similar goods lie in several classes.
enum class Closeness : std::uint8_t { same_group, cross_note, often_related, same_class, other };

struct HowRelated {
  Closeness closeness = Closeness::other;
  std::string a;  ///< the groups that decided, when groups did
  std::string b;
  const image::RelatedRecord* record = nullptr;  ///< the row that says so, for a cross note and often related
};

/// The closest relation between any group or class of `a` and any of `b`.
HowRelated how_related(const image::Image& image, const PlacedGoods& a, const PlacedGoods& b);

}  // namespace tmsweep::lexicon
