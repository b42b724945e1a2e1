// SPDX-License-Identifier: Apache-2.0
#include "import/registers.h"

#include <algorithm>
#include <array>

#include "import/byte_source.h"
#include "import/register_intake.h"
#include "model/worded.h"

namespace tmsweep::import {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 6> k_format_ids{"csv", "tsv", "jsonl", "st66", "st96", "uspto"};

struct Ending {
  std::string_view text;
  RegisterFormat format;
};
constexpr auto k_endings = std::to_array<Ending>({
    {".csv", RegisterFormat::csv},
    {".tsv", RegisterFormat::tsv},
    {".tab", RegisterFormat::tsv},
    {".jsonl", RegisterFormat::jsonl},
    {".ndjson", RegisterFormat::jsonl},
});

bool is_xml(RegisterFormat format) {
  return format >= RegisterFormat::st66;
}

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::optional<RegisterFormat> format_of_name(std::string_view name) {
  std::string small = small_letters(name);
  for (const std::string_view packed : {".gz", ".zip"}) {
    if (small.ends_with(packed)) small.resize(small.size() - packed.size());
  }
  for (const Ending& ending : k_endings) {
    if (small.ends_with(ending.text)) return ending.format;
  }
  return std::nullopt;
}

/// Does a member of a zip hold records of the format, by its name? A zip of a register holds images and notes
/// too.
bool fits(std::string_view member, RegisterFormat format) {
  if (is_xml(format)) return small_letters(member).ends_with(".xml");
  if (const auto told = format_of_name(member)) return *told == format;
  return small_letters(member).ends_with(".txt");
}

std::optional<RegisterFormat> format_of_head(ByteSource& bytes) {
  // The document type at the head of a USPTO file fills many kilobytes.
  std::string head(1U << 18U, '\0');
  const Result<std::size_t> count = bytes.read(head);
  if (!count) return std::nullopt;
  head.resize(count.value());
  std::string_view text = head;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = trimmed(text);
  if (text.starts_with('{')) return RegisterFormat::jsonl;
  return text.starts_with('<') ? xml_register_format(text) : std::nullopt;
}

std::optional<Error> unknown_field(const RegisterOptions& options) {
  for (const auto& [field, header] : options.columns) {
    if (std::ranges::find(k_field_ids, field) != k_field_ids.end()) continue;
    return Error{worded({"没有“{}”这个字段", "there is no field '{}'"}, field),
                 worded({"字段有 name, class, owner, status, number, filed",
                         "fields are name, class, owner, status, number, filed"}),
                 {}};
  }
  return std::nullopt;
}

std::optional<Error> read_members(ByteSource& bytes, const RegisterOptions& options,
                                  const RegisterSink& sink) {
  RegisterIntake intake(options, sink);
  bool any = false;
  while (!intake.stopped()) {
    const Result<bool> more = bytes.next_member();
    if (!more) return more.error();
    if (!more.value()) break;
    any = true;
    auto error = is_xml(options.format) ? read_register_xml(bytes, options.format, intake)
                                        : read_register_lines(bytes, options, intake);
    if (!error) continue;
    if (!bytes.member().empty() && !error->message.en.starts_with(bytes.member()))
      error->message = located(bytes.member(), error->message);
    return error;
  }
  intake.progress(bytes.consumed());
  if (any) return std::nullopt;
  return Error{worded({"zip 里没有 {} 格式的文件", "the zip holds no file of the format {}"},
                      register_format_id(options.format)),
               worded({"解压，或者换一种格式", "unpack it, or choose another format"}),
               {}};
}

}  // namespace

std::optional<RegisterFormat> register_format_named(std::string_view id) {
  const auto* it = std::ranges::find(k_format_ids, id);
  if (it == k_format_ids.end()) return std::nullopt;
  return static_cast<RegisterFormat>(it - k_format_ids.begin());
}

std::string_view register_format_id(RegisterFormat format) {
  return k_format_ids[static_cast<std::size_t>(format)];
}

std::optional<RegisterFormat> guess_register_format(const fs::path& file) {
  if (const auto told = format_of_name(file.filename().string())) return told;
  const auto known = [](std::string_view member) {
    return format_of_name(member).has_value() || fits(member, RegisterFormat::st66);
  };
  auto bytes = open_bytes(file, known);
  if (!bytes) return std::nullopt;
  ByteSource& source = *bytes.value();
  const Result<bool> more = source.next_member();
  if (!more || !more.value()) return std::nullopt;
  if (const auto told = format_of_name(source.member())) return told;
  return format_of_head(source);
}

std::optional<Error> read_register(const fs::path& file, const RegisterOptions& options,
                                   const RegisterSink& sink) {
  if (auto error = unknown_field(options)) return error;
  const RegisterFormat format = options.format;
  auto bytes = open_bytes(file, [format](std::string_view member) { return fits(member, format); });
  auto error = bytes ? read_members(*bytes.value(), options, sink) : std::optional<Error>(bytes.error());
  if (error) error->message = located(file.string(), error->message);
  return error;
}

}  // namespace tmsweep::import
