// SPDX-License-Identifier: Apache-2.0
#include "app/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace tmsweep::app {

namespace {

std::string known_endings() {
  std::string out;
  for (const output::Format* f : output::all()) {
    for (const std::string_view ending : f->endings) {
      if (!ending.empty()) out += (out.empty() ? "" : ", ") + std::string(ending);
    }
  }
  return out;
}

}  // namespace

Result<OutputTarget> output_target(const std::string& text) {
  if (const std::size_t colon = text.find(':'); colon != std::string::npos) {
    if (const output::Format* format = output::named(text.substr(0, colon)); format != nullptr) {
      if (colon + 1 == text.size())
        return Error{fmt::format("'{}' names no file", text), "write FORMAT:FILE", {}};
      return OutputTarget{format, text.substr(colon + 1)};
    }
  }
  if (const output::Format* format = output::for_file(text); format != nullptr)
    return OutputTarget{format, text};
  return Error{fmt::format("the ending of '{}' names no format", text),
               fmt::format("known endings: {}; or write FORMAT:FILE", known_endings()),
               {}};
}

Outputs::Outputs(const std::vector<OutputTarget>& targets, const output::Options& options) {
  const bool files = std::ranges::any_of(targets, [](const OutputTarget& t) { return !t.file.empty(); });
  const auto closed = files ? OutputFile::WhenClosed::go_on : OutputFile::WhenClosed::end_quietly;
  places_.reserve(targets.size());
  for (const OutputTarget& t : targets) {
    output::Options own = options;
    if (!t.file.empty()) own.color = output::Color::off;
    places_.push_back(
        {t.format, own, t.file.empty() ? OutputFile(closed) : OutputFile(std::filesystem::path(t.file))});
  }
  std::vector<std::string> heads(places_.size());
  for (std::size_t i = 0; i < places_.size(); ++i) places_[i].format->begin(places_[i].options, heads[i]);
  write(heads);
}

void Outputs::report(const Report& report, std::size_t index, std::vector<std::string>& pieces) const {
  pieces.resize(places_.size());
  for (std::size_t i = 0; i < places_.size(); ++i)
    places_[i].format->report(report, places_[i].options, index, pieces[i]);
}

void Outputs::write(const std::vector<std::string>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) places_[i].file.write(pieces[i]);
}

void Outputs::finish(const output::Totals& totals) {
  for (Place& p : places_) {
    std::string tail;
    p.format->end(totals, p.options, tail);
    p.file.write(tail);
  }
  for (Place& p : places_) p.file.finish();
}

}  // namespace tmsweep::app
