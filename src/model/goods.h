// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tmsweep {

/// Nice classes as a bit set: bit N stands for class N (1..45). Zero means "any" in a condition
/// and "none known" in a selection.
using ClassMask = std::uint64_t;

inline constexpr int k_class_count = 45;

/// Every Nice class.
inline constexpr ClassMask k_all_classes = ((ClassMask{1} << 45U) - 1U) << 1U;

constexpr bool is_nice_class(int value) {
  return value >= 1 && value <= k_class_count;
}

/// The bit of a class; none of a number that is no Nice class, as damaged data may have it.
constexpr ClassMask class_bit(int nice_class) {
  return is_nice_class(nice_class) ? ClassMask{1} << static_cast<unsigned>(nice_class) : 0;
}

inline std::vector<int> classes_of(ClassMask mask) {
  std::vector<int> out;
  for (int c = 1; c <= k_class_count; ++c) {
    if ((mask & class_bit(c)) != 0) out.push_back(c);
  }
  return out;
}

/// One goods or service word found inside what the user typed as goods.
struct GoodsItem {
  std::string typed;  ///< the text it was found in
  std::string word;   ///< as in the goods table
  ClassMask classes = 0;
  std::vector<std::string> groups;  ///< four-digit similar groups, as far as they are known
  bool head = true;                 ///< the word ends the typed text; otherwise it only stands in it
};

/// The goods and services of the intended application.
struct GoodsSelection {
  std::vector<std::string> typed;       ///< --goods, as typed
  std::vector<int> typed_classes;       ///< --class, as typed
  std::vector<GoodsItem> items;         ///< goods words recognised in `typed`
  std::vector<std::string> unresolved;  ///< typed goods in which no goods word was recognised
  ClassMask classes = 0;                ///< typed classes, or else those of the items
  std::vector<std::string> groups;      ///< similar groups of the items, without those outside `classes`
  /// Other classes with goods that a cross note of the table calls similar to these.
  ClassMask neighbours = 0;

  [[nodiscard]] bool known() const { return classes != 0; }
};

}  // namespace tmsweep
