// SPDX-License-Identifier: Apache-2.0
#include "support/marks.h"

#include "search/builder.h"
#include "support/bundled.h"

namespace tmsweep::support {

EarlierMark earlier(std::string name, std::vector<int> classes, Fame fame) {
  EarlierMark m;
  m.name = std::move(name);
  for (const int c : classes) m.classes |= class_bit(c);
  m.source = "test";
  m.fame = fame;
  return m;
}

MarkList::MarkList(const std::vector<EarlierMark>& marks, engine::Origin origin) {
  search::IndexBuilder builder(bundled());
  for (const EarlierMark& m : marks) builder.add(m);
  bytes_ = builder.finish();
  index_ = search::Index(bundled(), bytes_);
  sources_.push_back({&index_, origin});
}

}  // namespace tmsweep::support
