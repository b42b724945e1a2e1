// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/earlier.h"
#include "model/earlier_mark.h"
#include "search/index.h"

namespace tmsweep::support {

/// An earlier mark of a test.
EarlierMark earlier(std::string name, std::vector<int> classes = {}, Fame fame = Fame::unknown);

/// An index over a few earlier marks, as a source of a check.
class MarkList {
 public:
  explicit MarkList(const std::vector<EarlierMark>& marks, engine::Origin origin = engine::Origin::list);
  [[nodiscard]] const search::Index& index() const { return index_; }
  [[nodiscard]] engine::EarlierSettings settings() const { return {.sources = sources_}; }

 private:
  std::vector<std::byte> bytes_;
  search::Index index_;
  std::vector<engine::MarkSource> sources_;
};

}  // namespace tmsweep::support
