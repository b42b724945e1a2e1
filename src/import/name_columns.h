// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace tmsweep::import {

/// What a column of a list of names, or a key of its JSON, may hold.
enum class Header : std::uint8_t { name, goods, classes, id };

/// Whether this is one of the usual headers of it, in any case, with blanks around it or not.
bool is_header(Header header, std::string_view text);

/// Which column holds what, from 0; npos: none does.
struct NameColumns {
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  std::size_t name = npos;
  std::size_t goods = npos;
  std::size_t classes = npos;
  std::size_t id = npos;
  bool header = true;  ///< the first line names the columns and holds no name
};

/// By the cells of the first line. `wanted` is a header or else a number from 1 on; empty: the usual headers.
/// Without a usual header or `wanted` in it, the first line is data. An Error when there is no such column.
Result<NameColumns> name_columns(const std::vector<std::string>& first, std::string_view wanted);

}  // namespace tmsweep::import
