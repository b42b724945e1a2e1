// SPDX-License-Identifier: Apache-2.0
#include "import/json_text.h"

namespace tmsweep::import {

bool JsonText::refill() {
  if (bytes_ == nullptr) return false;
  constexpr std::size_t k_block = 1U << 16U;
  buffer_.resize(k_block);
  const Result<std::size_t> count = bytes_->read(buffer_);
  at_ = 0;
  text_ = std::string_view(buffer_.data(), count ? count.value() : 0);
  if (!count) error_ = count.error();
  if (text_.empty()) bytes_ = nullptr;
  return !text_.empty();
}

void JsonText::cut() {
  too_long_ = true;
  bytes_ = nullptr;
  text_ = {};
  at_ = 0;
}

}  // namespace tmsweep::import
