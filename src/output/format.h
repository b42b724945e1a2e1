// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  std::map<std::string, std::size_t, std::less<>> rules;  ///< findings of each
  bool interrupted = false;                               ///< the run ended before its last name

  Totals& operator+=(const Totals& other);
};

/// The rules of a run, the most frequent first.
std::vector<std::pair<std::string, std::size_t>> by_count(const Totals& totals);

/// One output format. Each function appends to `out`; reports come in input order.
struct Format {
  std::string_view id;
  std::array<std::string_view, 2> endings;  ///< of files in this format, lower-case, with the dot; or empty
  void (*begin)(const Options&, std::string& out);
  void (*report)(const Report&, const Options&, std::size_t index, std::string& out);
  void (*end)(const Totals&, const Options&, std::string& out);
};

/// All formats, in the order of their file names.
std::span<const Format* const> all();
/// The format of this id, or null.
const Format* named(std::string_view id);
/// The format whose ending the name of the file has, the longest ending first; or null.
const Format* for_file(std::string_view file);

}  // namespace tmsweep::output
