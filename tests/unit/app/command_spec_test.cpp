// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "app/topic.h"
#include "output/format.h"

namespace tmsweep::app {

namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void check_text(const Text& text) {
  CHECK_FALSE(text.zh.empty());
  CHECK_FALSE(text.en.empty());
  CHECK_FALSE(is_ascii(text.zh));
  CHECK(std::ranges::count(text.zh, '`') % 2 == 0);
  CHECK(std::ranges::count(text.en, '`') % 2 == 0);
}

void check_option(const Option& o, std::set<std::string_view>& seen) {
  CAPTURE(std::string(o.names));
  check_text(o.about);
  CHECK(seen.insert(o.long_name()).second);
  CHECK((o.short_name().empty() || o.short_name().size() == 2));
  CHECK((o.is_argument() || o.long_name().starts_with("--")));
  CHECK(o.value.empty() == (o.is_flag() || o.is_argument()));
  const std::string preset = o.preset();
  CHECK((o.choices.empty() || preset.empty() || std::ranges::find(o.choices, preset) != o.choices.end()));
}

}  // namespace

TEST_CASE("every command is declared whole, in both languages") {
  std::set<std::string_view> names;
  for (const CommandSpec* spec : commands::all()) {
    CAPTURE(std::string(spec->name));
    CHECK(names.insert(spec->name).second);
    check_text(spec->summary);
    CHECK((spec->about.zh.empty() == spec->about.en.empty()));
    CHECK_FALSE(spec->examples.empty());
    for (const Example& e : spec->examples) check_text(e.what);
    const Declared declared(*spec);
    std::set<std::string_view> seen{"--help"};
    for (const Option& o : declared.command.options()) check_option(o, seen);
    CHECK((spec->declare == nullptr || seen.contains("--lang")));
  }
}

TEST_CASE("a command of two words belongs to a family") {
  for (const CommandSpec* spec : commands::all()) {
    const std::size_t blank = spec->name.find(' ');
    if (blank == std::string_view::npos) continue;
    const CommandSpec* family = command_named(spec->name.substr(0, blank));
    REQUIRE(family != nullptr);
    CHECK((family->declare == nullptr));
  }
}

TEST_CASE("commands have an order, and a part lists no family") {
  CHECK(command_named("check") != nullptr);
  CHECK(command_named("chek") == nullptr);
  REQUIRE_FALSE(commands_of(Part::names).empty());
  CHECK(commands_of(Part::names).front()->name == "check");
  for (const CommandSpec* spec : commands_in_order()) CHECK((spec->declare != nullptr));
}

TEST_CASE("topics are told in both languages, and every format has its line") {
  for (const Topic* topic : topics::all()) {
    CAPTURE(std::string(topic->name));
    CHECK(command_named(topic->name) == nullptr);
    check_text(topic->title);
    CHECK(is_ascii(topic->section));
    for (const Passage& p : topic->passages) check_text(p.text);
  }
  for (const output::Format* format : output::all()) {
    CAPTURE(std::string(format->id));
    const auto told = topic_named("formats")->passages;
    CHECK(std::ranges::any_of(told, [&](const Passage& p) { return p.term == format->id; }));
  }
}

}  // namespace tmsweep::app
