// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/earlier_mark.h"
#include "model/result.h"

namespace tmsweep::import {

/// How a trademark register is written. `st66` and `st96` are the XML standards of WIPO, `uspto` is the daily
/// and yearly XML of the USPTO.
enum class RegisterFormat : std::uint8_t { csv, tsv, jsonl, st66, st96, uspto };

std::optional<RegisterFormat> register_format_named(std::string_view id);
std::string_view register_format_id(RegisterFormat format);

/// Tells the format from the name of the file or of the first fitting member of a zip (foo.csv.gz → csv), or
/// else from the first bytes: `{` or the root element of an XML file. nullopt: not told, or cannot be read.
std::optional<RegisterFormat> guess_register_format(const std::filesystem::path& file);

/// Where a record stands.
struct RegisterPosition {
  std::string member;        ///< of a zip; empty for other files
  std::uint64_t record = 0;  ///< 1-based, over all members; what RegisterOptions::skip_records counts
  std::uint64_t byte = 0;    ///< where it begins, in the unpacked member
  std::uint64_t line = 0;    ///< 1-based, in the unpacked member
};

/// Receives what is read. Only `mark` must be set.
struct RegisterSink {
  std::function<bool(EarlierMark&&, const RegisterPosition&)> mark;  ///< false: stop reading
  std::function<void(const RegisterPosition&, const Error&)> fault;  ///< a bad record; reading goes on
  std::function<void(std::uint64_t bytes_read)> progress;            ///< bytes of the file itself, packed
  std::function<void(const RegisterPosition&)> figurative;           ///< a record without words, left out
};

struct RegisterOptions {
  RegisterFormat format = RegisterFormat::csv;
  /// Field (name, class, owner, status, number, filed) → header of its column or key; for csv, tsv and jsonl.
  /// Fields that are not given are looked up under their usual English and Chinese headers.
  std::map<std::string, std::string> columns = {};
  std::uint64_t skip_records = 0;  ///< to resume: so many records, good or bad, are passed over
};

inline constexpr std::size_t k_longest_record = 1U << 20U;  ///< bytes; longer records are faults

/// Reads `file` to its end: plain, gzip, or zip with any number of members, told by content. The members of a
/// zip are read in their order, those whose name does not fit the format are left out. Memory stays bounded
/// whatever the size. An Error only when the file as a whole cannot be read to its end.
std::optional<Error> read_register(const std::filesystem::path& file, const RegisterOptions& options,
                                   const RegisterSink& sink);

}  // namespace tmsweep::import
