// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/registration.h"
#include "model/result.h"

namespace tmsweep::import {

/// Forms in which registers are published. `detect` looks at the ending and the first bytes.
enum class MarkFormat : std::uint8_t { detect, csv, tsv, jsonl, st66, st96, uspto };

inline constexpr std::array<std::string_view, 7> k_mark_format_ids{"auto", "csv", "tsv", "jsonl",
                                                                   "st66", "st96", "uspto"};

/// Where a record stands.
struct MarkPosition {
  std::string file;            ///< as given; members of archives as "archive.zip!member.xml"
  std::uint64_t record = 0;    ///< 1-based count of records in the whole file (all members)
  std::uint64_t line = 0;      ///< 1-based line of the member; 0: not known
  std::uint64_t consumed = 0;  ///< bytes of the file on disk read so far, for progress
};

/// Receives each record, or why one could not be read; reading goes on after a fault.
/// Both return false to stop reading.
struct MarkSink {
  std::function<bool(Registration&&, const MarkPosition&)> record;
  std::function<bool(const Error&, const MarkPosition&)> fault;
};

struct MarkReadOptions {
  MarkFormat format = MarkFormat::detect;
  /// CSV and TSV: field (name, class, groups, owner, status, number, filed) → header of the column; what is not
  /// mapped is found by its usual Chinese and English headers.
  std::map<std::string, std::string> columns;
  /// Records before this one are skipped without being handed on (to go on with an interrupted import).
  std::uint64_t skip = 0;
};

/// Reads the marks of one file: plain, .gz, .zip (every member, in the order of the archive). Streams: memory
/// does not grow with the file. Returns the number of records handed on, or why the file could not be read
/// at all (no such file, unknown format, no name column, damaged archive before the first record).
Result<std::uint64_t> read_marks(const std::filesystem::path& file, const MarkReadOptions& options,
                                 const MarkSink& sink);

}  // namespace tmsweep::import
