// SPDX-License-Identifier: Apache-2.0
#include "search/register.h"

#include "text/mark.h"

namespace tmsweep::search {

std::optional<Error> MarkRegister::add(EarlierMark mark) {
  const Result<Mark> read = text::make_mark(image_, mark.name);
  if (!read) return read.error();
  if (read.value().core.text.empty()) return {};
  signs_.push_back(make_sign(read.value()));
  marks_.push_back(std::move(mark));
  return {};
}

std::vector<Related> MarkRegister::related(const Mark& mark) const {
  const Sign sign = make_sign(mark);
  std::vector<Related> out;
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const Likeness likeness = compare(image_, sign, signs_[i]);
    if (likeness.relation != Relation::none) out.push_back({&marks_[i], likeness});
  }
  return out;
}

}  // namespace tmsweep::search
