// SPDX-License-Identifier: Apache-2.0
#include "import/json_names.h"

#include <nlohmann/json.hpp>

#include "import/cells.h"
#include "model/worded.h"

namespace tmsweep::import {

namespace {

JsonHandler handler_for(const NameOptions& options, const NameSink& sink) {
  std::vector<JsonPointer> pointers;
  for (const std::string& text : options.pointers) {
    if (auto pointer = parse_pointer(text)) pointers.push_back(std::move(pointer).value());
  }
  if (!options.pointers.empty()) return {JsonHandler::Places::given, std::move(pointers), sink};
  using Kind = PointerToken::Kind;
  const PointerToken name{Kind::key, "name"};
  const PointerToken element{Kind::element, ""};
  return {JsonHandler::Places::usual, {{"", {name}}, {"", {element}}, {"", {element, name}}}, sink};
}

/// Accepts everything and remembers where it went wrong.
class Probe : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(std::int64_t /*value*/) override { return true; }
  bool number_unsigned(std::uint64_t /*value*/) override { return true; }
  bool number_float(double /*value*/, const std::string& /*text*/) override { return true; }
  bool string(std::string& /*value*/) override { return true; }
  bool binary(nlohmann::json::binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*size*/) override { return true; }
  bool key(std::string& /*name*/) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t /*size*/) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t at, const std::string& /*token*/,
                   const nlohmann::json::exception& /*e*/) override {
    at_ = at;
    return false;
  }

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  std::size_t at_ = 0;
};

}  // namespace

Json json_state(std::string_view text) {
  Probe probe;
  if (nlohmann::json::sax_parse(text, &probe)) return Json::whole;
  return probe.at() > text.size() ? Json::cut_off : Json::no;
}

JsonNames::JsonNames(const NameOptions& options, const NameSink& sink)
    : sink_(sink), handler_(handler_for(options, sink)), pointed_(!options.pointers.empty()) {}

void JsonNames::line(std::string_view text, std::size_t number) {
  JsonText source(text, number);
  handler_.begin(source, beginning_of(text, k_shown));
  if (nlohmann::json::sax_parse(JsonIterator(source), JsonIterator(), &handler_)) return handler_.flush();
  handler_.forget();
  handler_.fault(source.last(), handler_.complaint());
}

void JsonNames::documents(ByteSource& bytes) {
  JsonText source(bytes);
  for (source.skip_blanks(); !source.ended() && !broken_; source.skip_blanks()) {
    handler_.begin(source, {});
    constexpr bool to_the_end = false;
    broken_ = !nlohmann::json::sax_parse(JsonIterator(source), JsonIterator(), &handler_,
                                         nlohmann::json::input_format_t::json, to_the_end);
    handler_.flush();
    if (broken_) handler_.fault(source.last(), handler_.complaint());
  }
  if (!broken_ && source.error()) handler_.fault(source.last(), *source.error());
}

void JsonNames::finish() {
  if (!pointed_ || broken_) return;
  for (const std::string& pointer : handler_.unused()) {
    sink_.fault(
        {},
        {worded({"--pointer {} 在文件里什么也没指到", "--pointer {} leads to nothing in the file"}, pointer),
         worded({"键要逐字相同，* 代表任何一个",
                 "keys are compared letter by letter, and * stands for any of them"}),
         {}});
  }
}

}  // namespace tmsweep::import
