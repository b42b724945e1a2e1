// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/output_file.h"
#include "model/report.h"
#include "model/result.h"
#include "output/format.h"

namespace tmsweep::app {

/// One `--output`: a format and a file.
struct OutputTarget {
  const output::Format* format = nullptr;
  std::string file;  ///< empty: standard output
};

/// Reads `FILE`, whose ending names the format, or `FORMAT:FILE`; the file - is standard output.
Result<OutputTarget> output_target(const std::string& text);

/// Why the reports cannot go where they shall: two to the same place, or one over a file that the run reads.
std::optional<Error> clash(const std::vector<OutputTarget>& targets, const std::vector<std::string>& inputs);

/// The reports of a run in every format that was asked for, each in its place.
class Outputs {
 public:
  /// `options` are those of standard output; files get no colours. Throws Failure when a file
  /// cannot be made.
  Outputs(const std::vector<OutputTarget>& targets, const output::Options& options);

  /// Makes room for so many reports in `pieces`.
  void reserve(std::size_t reports, std::vector<std::string>& pieces) const;
  /// One report in every format; `pieces` holds a text for each, in the order of the targets. Safe on
  /// several threads.
  void report(const Report& report, std::size_t index, std::vector<std::string>& pieces) const;
  void write(const std::vector<std::string>& pieces);
  /// What was written until now reaches whoever reads it.
  void flush();
  /// Bits of output::Need of all formats.
  [[nodiscard]] std::uint8_t needs() const;
  /// What follows the last report; then each file takes its name.
  void finish(const output::Totals& totals);

 private:
  struct Place {
    const output::Format* format;
    output::Options options;
    OutputFile file;
    output::Before before = output::Before::nothing;  ///< reports written before
  };
  void begin();

  std::vector<Place> places_;
  bool begun_ = false;
};

}  // namespace tmsweep::app
