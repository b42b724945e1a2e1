// SPDX-License-Identifier: Apache-2.0
#include "app/outputs.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "model/worded.h"

namespace tmsweep::app {

namespace {

/// Bytes of a report in a format that says everything: growing to it again for each costs more than it.
constexpr std::size_t k_usual = 4000;

std::string known_endings() {
  std::string out;
  for (const output::Format* f : output::all()) {
    for (const std::string_view ending : f->endings) {
      if (!ending.empty()) out += (out.empty() ? "" : ", ") + std::string(ending);
    }
  }
  return out;
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  if (std::filesystem::equivalent(a, b, error)) return true;
  const std::filesystem::path one = std::filesystem::weakly_canonical(std::filesystem::absolute(a), error);
  if (error) return a == b;
  const std::filesystem::path other = std::filesystem::weakly_canonical(std::filesystem::absolute(b), error);
  return !error && one == other;
}

Message name_another() {
  return worded({"换一个文件", "name another file"});
}

}  // namespace

std::optional<Error> clash(const std::vector<OutputTarget>& targets, const std::vector<std::string>& inputs) {
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const std::string& file = targets[i].file;
    for (std::size_t k = 0; k < i; ++k) {
      const std::string& other = targets[k].file;
      if (file.empty() ? other.empty() : !other.empty() && is_same_file(file, other))
        return Error{
            worded({"两份报告都写到{}", "two reports go to {}"},
                   file.empty() ? worded({"标准输出", "standard output"}) : worded({"“{}”", "'{}'"}, file)),
            worded({"各指定一个文件", "name a file for each"}),
            {}};
    }
    for (const std::string& input : inputs) {
      if (!file.empty() && !input.empty() && input != "-" && is_same_file(file, input))
        return Error{worded({"这次运行要读“{}”", "'{}' is read by this run"}, file), name_another(), {}};
    }
    if (std::filesystem::path(file).filename() == ".tmsweep.toml")
      return Error{worded({"“{}”是配置文件", "'{}' is a configuration file"}, file), name_another(), {}};
  }
  return std::nullopt;
}

Result<OutputTarget> output_target(const std::string& text) {
  if (const std::size_t colon = text.find(':'); colon != std::string::npos) {
    if (const output::Format* format = output::named(text.substr(0, colon)); format != nullptr) {
      if (colon + 1 == text.size())
        return Error{worded({"“{}”没有指明文件", "'{}' names no file"}, text),
                     worded({"写作 格式:文件", "write FORMAT:FILE"}),
                     {}};
      const std::string file = text.substr(colon + 1);
      return OutputTarget{format, file == "-" ? std::string() : file};
    }
  }
  if (const output::Format* format = output::for_file(text); format != nullptr)
    return OutputTarget{format, text};
  return Error{worded({"从“{}”的扩展名看不出格式", "the ending of '{}' names no format"}, text),
               worded({"可用的扩展名：{}；或写作 格式:文件", "known endings: {}; or write FORMAT:FILE"},
                      known_endings()),
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
}

std::uint8_t Outputs::needs() const {
  unsigned out = 0;
  for (const Place& p : places_) out |= p.format->needs;
  return static_cast<std::uint8_t>(out);
}

/// With the first report, for a command line that turns out to be wrong writes nothing.
void Outputs::begin() {
  if (begun_) return;
  begun_ = true;
  for (Place& p : places_) {
    std::string head;
    p.format->begin(p.options, head);
    p.file.write(head);
  }
}

void Outputs::reserve(std::size_t reports, std::vector<std::string>& pieces) const {
  pieces.resize(places_.size());
  for (std::string& piece : pieces) piece.reserve(reports * k_usual);
}

void Outputs::report(const Report& report, std::size_t index, std::vector<std::string>& pieces) const {
  pieces.resize(places_.size());
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (places_[i].format->between.empty()) {
      places_[i].format->report(report, places_[i].options, index, pieces[i]);
      continue;
    }
    std::string text;
    text.reserve(k_usual);
    places_[i].format->report(report, places_[i].options, index, text);
    output::join(*places_[i].format, pieces[i].empty() ? output::Before::nothing : output::Before::something,
                 text, pieces[i]);
  }
}

void Outputs::write(const std::vector<std::string>& pieces) {
  begin();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].empty()) continue;
    Place& p = places_[i];
    if (p.before == output::Before::something && !p.format->between.empty()) p.file.write(p.format->between);
    p.file.write(pieces[i]);
    p.before = output::Before::something;
  }
}

void Outputs::flush() {
  for (Place& p : places_) p.file.flush();
}

void Outputs::finish(const output::Totals& totals) {
  begin();
  for (Place& p : places_) {
    std::string tail;
    p.format->end(totals, p.options, tail);
    p.file.write(tail);
  }
  for (Place& p : places_) p.file.finish();
}

}  // namespace tmsweep::app
