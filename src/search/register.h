// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "image/image.h"
#include "model/finding.h"
#include "model/goods.h"
#include "model/mark.h"

namespace tmsweep::search {

/// Earlier marks of one run, found by their normalized form.
class MarkRegister {
 public:
  explicit MarkRegister(const image::Image& image) : image_(image) {}

  void add(EarlierMark mark);
  [[nodiscard]] std::size_t size() const { return marks_.size(); }
  /// Marks whose normalized form is that of `mark`, in the order they were added.
  [[nodiscard]] std::vector<const EarlierMark*> identical(const Mark& mark) const;

 private:
  const image::Image& image_;
  std::vector<EarlierMark> marks_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

}  // namespace tmsweep::search
