// SPDX-License-Identifier: Apache-2.0
#include "app/import_files.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <span>
#include <system_error>

#include "model/worded.h"
#include "platform/files.h"
#include "store/hash.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_head = std::size_t{64} << 10U;
constexpr std::array<std::string_view, 6> k_format_ids{"csv", "tsv", "jsonl", "st66", "st96", "uspto"};

/// Hash of the first bytes.
std::string head_of(std::ifstream& in) {
  std::string head(k_head, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  return store::sha256_hex(std::as_bytes(std::span(head)));
}

/// Numbers of tables are Chinese unless said otherwise; those of the XML of other offices are kept apart by
/// their source, for the same number there is another mark.
std::string office_of(const UserDbRequest& request, import::RegisterFormat format,
                      const std::string& source) {
  if (!request.office.empty()) return request.office;
  switch (format) {
    case import::RegisterFormat::uspto:
      return "us";
    case import::RegisterFormat::st66:
    case import::RegisterFormat::st96:
      return "source " + source;
    default:
      return "cn";
  }
}

store::DatabaseError unreadable(const fs::path& path, const Message& why) {
  return store::DatabaseError(worded({"读不出“{}”: {}", "cannot read '{}': {}"}, path.string(), why));
}

store::FileState look_at(const fs::path& path) {
  std::error_code error;
  const fs::file_status found = fs::status(path, error);
  if (error) throw unreadable(path, platform::reason(error));
  if (fs::is_directory(found)) throw unreadable(path, worded({"是目录", "it is a folder"}));
  store::FileState out;
  out.path = fs::absolute(path).string();
  if (!fs::is_regular_file(found)) return out;  // what was read of a pipe is gone
  std::ifstream in(path, std::ios::binary);
  if (!in) throw unreadable(path, platform::reason({errno, std::generic_category()}));
  out.size = static_cast<std::int64_t>(fs::file_size(path));
  const auto modified = std::chrono::file_clock::to_sys(fs::last_write_time(path));
  out.modified = std::chrono::duration_cast<std::chrono::nanoseconds>(modified.time_since_epoch()).count();
  out.head = head_of(in);
  return out;
}

}  // namespace

Result<std::vector<ImportFile>> look_at_files(const UserDbRequest& request) {
  std::vector<ImportFile> out;
  for (const std::string& name : request.files) {
    ImportFile file;
    file.path = name;
    file.state = look_at(file.path);
    const auto format = request.format.empty() ? import::guess_register_format(file.path)
                                               : import::register_format_named(request.format);
    if (!format) {
      return Error{worded({"从文件名看不出“{}”是什么格式", "what '{}' holds is not told by its name"}, name),
                   worded({"用 --format 写明 csv、tsv、jsonl、st66、st96 或 uspto",
                           "say --format csv, tsv, jsonl, st66, st96 or uspto"}),
                   {}};
    }
    file.format = *format;
    file.format_id = k_format_ids.at(static_cast<std::size_t>(*format));
    file.source = request.source.empty() ? file.path.stem().string() : request.source;
    file.office = office_of(request, *format, file.source);
    file.state.options = fmt::format("{}\n{}\n", file.format_id, file.office);
    for (const auto& [field, column] : request.columns)
      file.state.options += fmt::format("{}={}\n", field, column);
    out.push_back(std::move(file));
  }
  return out;
}

}  // namespace tmsweep::app
