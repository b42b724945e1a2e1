// SPDX-License-Identifier: Apache-2.0
// The XML registers: WIPO ST.66 and ST.96 and the files of the USPTO, read as a stream.
#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "import/byte_source.h"
#include "import/register_intake.h"
#include "model/worded.h"

namespace tmsweep::import {

namespace {

/// What an element gives: a field of the mark, or what decides over one.
enum class Slot : std::uint8_t {
  name,
  classes,
  owner,
  first_name,
  status,
  application,
  registration,
  filed,
  kind,
  party_type
};
constexpr std::size_t k_slot_count = 10;

/// An element by its local name. `parent` may be empty (any); `within` is an element that must stand above it
/// inside of the record, or the record itself when that must be its grandparent.
struct Rule {
  std::string_view element;
  std::string_view parent;
  std::string_view within;
  Slot slot;
};

struct Schema {
  std::string_view record;
  std::span<const Rule> rules;
};

constexpr auto k_st66 = std::to_array<Rule>({
    {"MarkVerbalElementText", "", "", Slot::name},
    {"ApplicationNumber", "TradeMark", "", Slot::application},
    {"RegistrationNumber", "TradeMark", "", Slot::registration},
    {"ApplicationDate", "TradeMark", "", Slot::filed},
    {"MarkCurrentStatusCode", "", "", Slot::status},
    {"ClassNumber", "", "", Slot::classes},
    {"OrganizationName", "", "ApplicantDetails", Slot::owner},
    {"FreeFormatNameLine", "", "ApplicantDetails", Slot::owner},
    {"LastName", "", "ApplicantDetails", Slot::owner},
    {"FirstName", "", "ApplicantDetails", Slot::first_name},
    {"OrganizationName", "", "HolderDetails", Slot::owner},
    {"FreeFormatNameLine", "", "HolderDetails", Slot::owner},
    {"LastName", "", "HolderDetails", Slot::owner},
    {"FirstName", "", "HolderDetails", Slot::first_name},
});

constexpr auto k_st96 = std::to_array<Rule>({
    {"MarkVerbalElementText", "", "", Slot::name},
    {"MarkSignificantVerbalElementText", "", "", Slot::name},
    {"ApplicationNumberText", "ApplicationNumber", "Trademark", Slot::application},
    {"RegistrationNumber", "Trademark", "", Slot::registration},
    {"ApplicationDate", "Trademark", "", Slot::filed},
    {"MarkCurrentStatusCode", "", "", Slot::status},
    {"ClassificationKindCode", "", "", Slot::kind},
    {"ClassNumber", "", "", Slot::classes},
    {"OrganizationStandardName", "", "ApplicantBag", Slot::owner},
    {"EntityName", "", "ApplicantBag", Slot::owner},
    {"PersonFullName", "", "ApplicantBag", Slot::owner},
    {"LastName", "", "ApplicantBag", Slot::owner},
    {"FirstName", "", "ApplicantBag", Slot::first_name},
    {"OrganizationStandardName", "", "HolderBag", Slot::owner},
    {"EntityName", "", "HolderBag", Slot::owner},
    {"PersonFullName", "", "HolderBag", Slot::owner},
});

constexpr auto k_uspto = std::to_array<Rule>({
    {"mark-identification", "case-file-header", "", Slot::name},
    {"serial-number", "case-file", "", Slot::application},
    {"registration-number", "case-file", "", Slot::registration},
    {"filing-date", "case-file-header", "", Slot::filed},
    {"status-code", "case-file-header", "", Slot::status},
    {"international-code", "classification", "", Slot::classes},
    {"party-type", "case-file-owner", "", Slot::party_type},
    {"party-name", "case-file-owner", "", Slot::owner},
});

Schema schema_of(RegisterFormat format) {
  if (format == RegisterFormat::st66) return {"TradeMark", k_st66};
  if (format == RegisterFormat::st96) return {"Trademark", k_st96};
  return {"case-file", k_uspto};
}

std::optional<RegisterFormat> format_of_root(std::string_view root) {
  if (root == "trademark-applications-daily") return RegisterFormat::uspto;
  if (root == "Transaction" || root.starts_with("TradeMark")) return RegisterFormat::st66;
  if (root.starts_with("Trademark")) return RegisterFormat::st96;
  return std::nullopt;
}

std::string_view local_name(const char* name) {
  const std::string_view text(name);
  const std::size_t colon = text.find(':');
  return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

/// Codes of the USPTO for certification and collective marks, and for none: no Nice classes, and no faults.
bool is_no_class(std::string_view code) {
  return code == "A" || code == "B" || code == "200" || code == "000";
}

struct XmlRecord {
  std::uint64_t byte = 0;
  std::uint64_t line = 0;
  std::array<std::string, k_slot_count> text;
  bool too_long = false;

  std::string& operator[](Slot slot) { return text[static_cast<std::size_t>(slot)]; }
};

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, FreeParser>;

/// Collects records while expat runs. They are handed on only between two calls of it, because an exception
/// of the receiver must not pass through C.
class Collector {
 public:
  Collector(RegisterFormat format, XML_Parser parser)
      : schema_(schema_of(format)), newest_owner_(format == RegisterFormat::uspto), parser_(parser) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser, [](void* self, const XML_Char* name, const XML_Char**) { of(self).start(local_name(name)); },
        [](void* self, const XML_Char*) { of(self).end(); });
    XML_SetCharacterDataHandler(parser, [](void* self, const XML_Char* text, int size) {
      of(self).characters({text, static_cast<std::size_t>(size)});
    });
    XML_SetEntityDeclHandler(parser, [](void* self, const XML_Char*, int, const XML_Char*, int,
                                        const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
      of(self).refuse({"XML 自己声明了实体", "the XML declares entities of its own"});
    });
  }

  std::vector<XmlRecord> records;
  Text refusal;
  std::string root;

 private:
  static Collector& of(void* self) { return *static_cast<Collector*>(self); }

  void refuse(const Text& why) noexcept {
    refusal = why;
    XML_StopParser(parser_, XML_FALSE);
  }

  void start(std::string_view name) noexcept {
    constexpr std::size_t deepest = 500;
    if (depth_ == deepest) return refuse({"XML 嵌套太深", "the XML is nested too deeply"});
    if (depth_ == 0) root = name;
    if (path_.size() == depth_) path_.emplace_back();
    path_[depth_++] = name;
    if (record_depth_ == 0) {
      if (name == schema_.record) begin_record();
    } else if (text_depth_ == 0) {
      begin_text(name);
    }
  }

  void begin_record() noexcept {
    record_depth_ = depth_;
    record_ = {};
    best_party_ = -1;
    record_.byte = static_cast<std::uint64_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_)));
    record_.line = XML_GetCurrentLineNumber(parser_);
  }

  void begin_text(std::string_view name) noexcept {
    for (const Rule& rule : schema_.rules) {
      if (rule.element != name) continue;
      // A parent that is the record must be this record, not one of another kind inside of it.
      const bool child =
          rule.parent.empty() || (rule.parent == path_[depth_ - 2] &&
                                  (rule.parent != schema_.record || depth_ - 1 == record_depth_));
      if (!child || !(rule.within.empty() || is_within(rule.within))) continue;
      slot_ = rule.slot;
      text_depth_ = depth_;
      text_.clear();
      return;
    }
  }

  /// The record itself counts only as grandparent, so that numbers of cited applications are not taken.
  [[nodiscard]] bool is_within(std::string_view name) const noexcept {
    if (name == schema_.record) return depth_ == record_depth_ + 2;
    for (std::size_t i = record_depth_; i + 1 < depth_; ++i) {
      if (path_[i] == name) return true;
    }
    return false;
  }

  void characters(std::string_view text) noexcept {
    if (text_depth_ == 0) return;
    if (text_.size() + text.size() > k_longest_record) {
      record_.too_long = true;
    } else {
      text_ += text;
    }
  }

  void end() noexcept {
    if (depth_ == text_depth_) {
      text_depth_ = 0;
      keep(trimmed(text_));
    }
    if (depth_ == record_depth_) {
      record_depth_ = 0;
      records.push_back(std::move(record_));
    }
    --depth_;
  }

  void keep(std::string_view text) noexcept {
    if (text.empty()) return;
    std::string& kept = record_[slot_];
    if (slot_ == Slot::classes) {
      const bool domestic = record_[Slot::kind] == "Domestic";
      record_[Slot::kind].clear();
      if (domestic || is_no_class(text)) return;
      record_.too_long |= kept.size() > k_longest_record;
      if (!record_.too_long) (kept += ';') += text;
    } else if (slot_ == Slot::owner && newest_owner_) {
      // Owners stand there from application to last assignment; the party types grow with them.
      const std::string& type = record_[Slot::party_type];
      const int party = type.size() == 2 ? (type[0] - '0') * 10 + (type[1] - '0') : 0;
      if (party > best_party_) kept = text;
      best_party_ = std::max(best_party_, party);
    } else if (kept.empty() || slot_ == Slot::kind || slot_ == Slot::party_type) {
      kept = text;
    }
  }

  Schema schema_;
  bool newest_owner_;
  XML_Parser parser_;
  std::vector<std::string> path_;
  std::size_t depth_ = 0;
  std::size_t record_depth_ = 0;  ///< 0: outside of a record
  std::size_t text_depth_ = 0;    ///< 0: no text is kept
  Slot slot_ = Slot::name;
  std::string text_;
  XmlRecord record_;
  int best_party_ = -1;
};

void hand_on(XmlRecord& record, RegisterIntake& intake) {
  if (record.too_long) {
    return intake.fault({worded({"字段超过 1 MiB", "a field is longer than 1 MiB"}),
                         worded({"格式对吗？", "is this the right format?"}),
                         {}});
  }
  std::string& owner = record[Slot::owner];
  if (!record[Slot::first_name].empty() && !owner.empty()) owner = record[Slot::first_name] + " " + owner;
  RawMark raw;
  raw[Field::name] = record[Slot::name];
  raw[Field::classes] = record[Slot::classes];
  raw[Field::owner] = owner;
  raw[Field::status] = record[Slot::status];
  raw[Field::number] = record[record[Slot::application].empty() ? Slot::registration : Slot::application];
  raw[Field::filed] = record[Slot::filed];
  intake.give(raw);
}

void hand_on(std::vector<XmlRecord>& records, const std::string& member, RegisterIntake& intake) {
  for (XmlRecord& record : records) {
    if (intake.begin(member, record.byte, record.line)) hand_on(record, intake);
    if (intake.stopped()) return;
  }
  records.clear();
}

Error not_well_formed(XML_Parser parser, const Text& refusal) {
  const auto at = static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser)));
  const Message why = refusal.empty() ? worded({"XML 格式有误：{}", "not well-formed XML: {}"},
                                               XML_ErrorString(XML_GetErrorCode(parser)))
                                      : worded({"{}", "{}"}, refusal);
  return {worded({"第 {} 行：{}", "line {}: {}"}, XML_GetCurrentLineNumber(parser), why),
          worded({"重新获取文件，它可能不完整", "get the file again, it may be incomplete"}), at};
}

std::optional<Error> check_root(const Collector& collector, RegisterFormat format, bool any) {
  if (any || format_of_root(collector.root) == format) return std::nullopt;
  return Error{worded({"XML 的根元素是 <{}>，不属于 {} 格式",
                       "the XML has the root element <{}>, which is not of the format {}"},
                      collector.root, register_format_id(format)),
               worded({"换一种格式", "choose another format"}),
               {}};
}

}  // namespace

std::optional<RegisterFormat> xml_register_format(std::string_view head) {
  const Parser parser(XML_ParserCreate(nullptr));
  if (!parser) return std::nullopt;
  Collector collector(RegisterFormat::uspto, parser.get());
  XML_Parse(parser.get(), head.data(), static_cast<int>(std::min<std::size_t>(head.size(), 1U << 20U)),
            XML_FALSE);
  return format_of_root(collector.root);
}

std::optional<Error> read_register_xml(ByteSource& bytes, RegisterFormat format, RegisterIntake& intake) {
  constexpr std::size_t chunk = 1U << 17U;
  constexpr std::uint64_t longest_markup = 8U << 20U;
  const Parser parser(XML_ParserCreate(nullptr));
  if (!parser) {
    return Error{worded({"无法启动 XML 读取器", "the XML reader cannot be started"}),
                 worded({"内存够吗？", "is there memory left?"}),
                 {}};
  }
  Collector collector(format, parser.get());
  const std::string member = bytes.member();
  std::vector<char> buffer(chunk);
  std::uint64_t fed = 0;
  bool any = false;
  for (bool ended = false; !ended;) {
    const Result<std::size_t> count = bytes.read(buffer);
    if (!count) return count.error();
    ended = count.value() == 0;
    fed += count.value();
    const int size = static_cast<int>(count.value());
    const bool good =
        XML_Parse(parser.get(), buffer.data(), size, ended ? XML_TRUE : XML_FALSE) == XML_STATUS_OK;
    any |= !collector.records.empty();
    hand_on(collector.records, member, intake);
    if (intake.stopped()) return std::nullopt;
    if (!good) return not_well_formed(parser.get(), collector.refusal);
    const auto at = static_cast<std::uint64_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser.get())));
    if (fed - std::min(at, fed) > longest_markup) {
      return not_well_formed(parser.get(),
                             {"有一段标记超过 8 MiB", "a piece of markup is longer than 8 MiB"});
    }
    intake.progress(bytes.consumed());
  }
  return check_root(collector, format, any);
}

}  // namespace tmsweep::import
