// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/report.h"
#include "model/rule_info.h"
#include "output/totals.h"

namespace tmsweep::output {

enum class Color : bool { off, on };
enum class Detail : std::uint8_t { quiet, normal, verbose };

struct Options {
  Lang lang = Lang::zh;
  Color color = Color::off;
  Detail detail = Detail::normal;
  bool several = false;               ///< more than one name in this run
  Risk fail_on = Risk::high;          ///< none: no finding fails the run
  std::span<const RuleInfo> rules{};  ///< all rules, for formats with Need::k_rules
};

/// One output format. Each function appends to `out`; reports come in input order. `report` may run on
/// several threads: what it writes depends on its arguments alone.
struct Format {
  std::string_view id;
  std::array<std::string_view, 2> endings;  ///< of files in this format, lower-case, with the dot; or empty
  std::uint8_t needs = 0;                   ///< bits of Need
  std::string_view between{};               ///< stands between the texts of two reports that are not empty
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

/// Whether the text of a report was written before.
enum class Before : bool { nothing, something };
/// Adds the text of one or more reports to `out`.
void join(const Format& format, Before before, std::string_view text, std::string& out);

}  // namespace tmsweep::output
