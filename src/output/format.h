// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/report.h"

namespace tmsweep::output {

enum class Color : bool { off, on };
enum class Detail : std::uint8_t { quiet, normal, verbose };

struct Options {
  Lang lang = Lang::zh;
  Color color = Color::off;
  Detail detail = Detail::normal;
  bool several = false;  ///< more than one name in this run
};

/// Counts of a run, for what follows the last report.
struct Totals {
  std::size_t high = 0;
  std::size_t medium = 0;
  std::size_t low = 0;
  std::size_t none = 0;
  std::size_t errors = 0;
};

/// One output format. Each function appends to `out`; reports come in input order.
struct Format {
  std::string_view id;
  void (*begin)(const Options&, std::string& out);
  void (*report)(const Report&, const Options&, std::size_t index, std::string& out);
  void (*end)(const Totals&, const Options&, std::string& out);
};

/// All formats, in the order of their file names.
std::span<const Format* const> all();

}  // namespace tmsweep::output
