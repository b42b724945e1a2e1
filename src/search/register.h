// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "image/image.h"
#include "model/finding.h"
#include "model/mark.h"
#include "model/result.h"
#include "search/compare.h"

namespace tmsweep::search {

struct Related {
  const EarlierMark* mark = nullptr;
  Likeness likeness;
};

/// Earlier marks of one run. Every one of them is compared with every name, so it suits lists, not registers.
class MarkRegister {
 public:
  explicit MarkRegister(const image::Image& image) : image_(image) {}

  /// Why the mark could not be read, when it could not. One of signs only is left out: there is nothing to
  /// compare.
  std::optional<Error> add(EarlierMark mark);
  [[nodiscard]] std::size_t size() const { return marks_.size(); }
  /// Marks that stand in a named relation to `mark`, in the order they were added.
  [[nodiscard]] std::vector<Related> related(const Mark& mark) const;

 private:
  const image::Image& image_;
  std::vector<EarlierMark> marks_;
  std::vector<Sign> signs_;
};

}  // namespace tmsweep::search
