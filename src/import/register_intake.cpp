// SPDX-License-Identifier: Apache-2.0
#include "import/register_intake.h"

namespace tmsweep::import {

bool RegisterIntake::begin(std::string member, std::uint64_t byte, std::uint64_t line) {
  position_.member = std::move(member);
  ++position_.record;
  position_.byte = byte;
  position_.line = line;
  return position_.record > options_.skip_records;
}

void RegisterIntake::fault(const Error& error) const {
  if (sink_.fault) sink_.fault(position_, error);
}

void RegisterIntake::progress(std::uint64_t bytes) const {
  if (sink_.progress) sink_.progress(bytes);
}

/// A register says few different things of millions of marks.
Standing RegisterIntake::standing_of(std::string_view status) {
  if (status.empty()) return Standing::unknown;
  if (const auto known = standings_.find(status); known != standings_.end()) return known->second;
  const Standing standing =
      options_.format == RegisterFormat::uspto ? standing_of_uspto_code(status) : standing_of_words(status);
  constexpr std::size_t most = 1000;
  if (standings_.size() < most) standings_.emplace(status, standing);
  return standing;
}

void RegisterIntake::give(const RawMark& raw) {
  EarlierMark mark;
  mark.name = one_line(raw[Field::name]);
  if (mark.name.empty()) {
    if (sink_.figurative) sink_.figurative(position_);
    return;
  }
  const Result<ClassMask> classes = parse_register_classes(raw[Field::classes]);
  if (!classes) return fault(classes.error());
  mark.classes = classes.value();
  mark.owner = one_line(raw[Field::owner]);
  mark.status = one_line(raw[Field::status]);
  mark.number = one_line(raw[Field::number]);
  mark.filed = parse_register_date(raw[Field::filed]);
  mark.standing = standing_of(mark.status);
  if (!sink_.mark(std::move(mark), position_)) stopped_ = true;
}

}  // namespace tmsweep::import
