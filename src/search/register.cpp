// SPDX-License-Identifier: Apache-2.0
#include "search/register.h"

#include "text/mark.h"
#include "text/utf8.h"

namespace tmsweep::search {

void MarkRegister::add(EarlierMark mark) {
  std::string key = text::encode(text::key_of(image_, mark.name));
  if (key.empty()) return;
  by_key_[std::move(key)].push_back(marks_.size());
  marks_.push_back(std::move(mark));
}

std::vector<const EarlierMark*> MarkRegister::identical(const Mark& mark) const {
  std::vector<const EarlierMark*> out;
  const auto it = by_key_.find(text::encode(mark.core.text));
  if (it == by_key_.end()) return out;
  for (const std::size_t i : it->second) out.push_back(&marks_[i]);
  return out;
}

}  // namespace tmsweep::search
