// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "model/earlier_mark.h"

namespace tmsweep::store {

/// The identity of a mark as a number of 63 bits: marks with the same one are one mark, from whatever file or
/// source they come. With a number it is the office and the number, else name, classes, owner and filing
/// date. Numbers that follow each other have identities that follow each other, so that a register in its
/// usual order is written to the end of the table and not all over it. `office` tells apart numbers that
/// several offices gave, as in "cn" and "us".
std::int64_t mark_id(const EarlierMark& mark, std::string_view office);

}  // namespace tmsweep::store
