// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "import/register_fields.h"
#include "import/registers.h"

namespace tmsweep::import {

/// Between the readers of the formats and the sink: counts records, passes over those of an earlier run,
/// turns fields into a mark.
class RegisterIntake {
 public:
  RegisterIntake(const RegisterOptions& options, const RegisterSink& sink) : options_(options), sink_(sink) {}

  /// Begins a record; false when it belongs to those that are passed over.
  bool begin(std::string member, std::uint64_t byte, std::uint64_t line);
  /// Gives the record to the sink, as mark, as figurative or as fault.
  void give(const RawMark& raw);
  void fault(const Error& error) const;
  /// True when the sink wants no more.
  [[nodiscard]] bool stopped() const { return stopped_; }
  void progress(std::uint64_t bytes) const;

 private:
  Standing standing_of(std::string_view status);

  const RegisterOptions& options_;
  const RegisterSink& sink_;
  RegisterPosition position_;
  std::map<std::string, Standing, std::less<>> standings_;
  bool stopped_ = false;
};

/// Reads one member of a CSV, TSV or JSON Lines register.
std::optional<Error> read_register_lines(class ByteSource& bytes, const RegisterOptions& options,
                                         RegisterIntake& intake);

/// Reads one member of an XML register.
std::optional<Error> read_register_xml(class ByteSource& bytes, RegisterFormat format,
                                       RegisterIntake& intake);

/// The register format that the root element at the head of an XML file tells.
std::optional<RegisterFormat> xml_register_format(std::string_view head);

}  // namespace tmsweep::import
