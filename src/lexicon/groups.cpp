// SPDX-License-Identifier: Apache-2.0
#include "lexicon/groups.h"

#include <algorithm>
#include <utility>

namespace tmsweep::lexicon {

namespace {

using image::AdviceRecord;
using image::GroupRecord;
using image::Image;
using image::RelatedRecord;
using image::Section;

const RelatedRecord* related(const Image& image, std::string_view a, std::string_view b) {
  const std::pair<std::string_view, std::string_view> key = std::minmax(a, b);
  const auto records = image.all<RelatedRecord>(Section::related_groups);
  const auto codes = [&](const RelatedRecord& r) { return std::pair(image.text(r.a), image.text(r.b)); };
  const auto it = std::ranges::lower_bound(records, key, {}, codes);
  return it != records.end() && codes(*it) == key ? &*it : nullptr;
}

Closeness closeness(const RelatedRecord& r) {
  return r.kind == image::RelatedKind::cross_note ? Closeness::cross_note : Closeness::often_related;
}

}  // namespace

const GroupRecord* group_of_code(const Image& image, std::string_view code) {
  const auto records = image.all<GroupRecord>(Section::groups);
  const auto it =
      std::ranges::lower_bound(records, code, {}, [&](const GroupRecord& r) { return image.text(r.code); });
  return it != records.end() && image.text(it->code) == code ? &*it : nullptr;
}

std::vector<const GroupRecord*> groups_of_class(const Image& image, int nice_class) {
  std::vector<const GroupRecord*> out;
  for (const GroupRecord& r : image.all<GroupRecord>(Section::groups)) {
    if (r.nice_class == static_cast<std::uint32_t>(nice_class)) out.push_back(&r);
  }
  return out;
}

std::vector<const AdviceRecord*> advice_for(const Image& image, int nice_class) {
  std::vector<const AdviceRecord*> out;
  for (const AdviceRecord& r : image.all<AdviceRecord>(Section::class_advice)) {
    if (r.nice_class == static_cast<std::uint32_t>(nice_class)) out.push_back(&r);
  }
  return out;
}

std::vector<const RelatedRecord*> relations_of(const Image& image, std::string_view code) {
  std::vector<const RelatedRecord*> out;
  for (const RelatedRecord& r : image.all<RelatedRecord>(Section::related_groups)) {
    if (image.text(r.a) == code || image.text(r.b) == code) out.push_back(&r);
  }
  return out;
}

HowRelated how_related(const Image& image, const PlacedGoods& a, const PlacedGoods& b) {
  HowRelated best;
  if ((a.classes & b.classes) != 0) best.closeness = Closeness::same_class;
  for (const std::string& x : a.groups) {
    for (const std::string& y : b.groups) {
      if (x == y) return {Closeness::same_group, x, y, nullptr};
      const RelatedRecord* record = related(image, x, y);
      if (record != nullptr && closeness(*record) < best.closeness) best = {closeness(*record), x, y, record};
    }
  }
  return best;
}

}  // namespace tmsweep::lexicon
