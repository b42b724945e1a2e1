// SPDX-License-Identifier: Apache-2.0
#include "app/command_options.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace tmsweep::app {

namespace {

/// A command with an option of each kind.
struct Sample {
  Sample() {
    command.argument("NAME", names, {"名称", "names"});
    command.option("--one", one, "X", {"一个", "one"}).one_of({"left", "right"});
    command.option("--each", each, "X", {"多次", "several times"});
    command.option("--many", many, "X", {"多个", "several"}).greedy();
    command.option("--number", number, "N", {"数", "a number"}).range(1, 9);
    command.option("--maybe", maybe, "N", {"数", "a number"});
    command.flag("-q,--quiet", quiet, {"安静", "quiet"});
    command.flag("-v,--verbose", verbose, {"详细", "verbose"});
    command.common(shared);
  }

  Command::Outcome parse(std::vector<const char*> words) {
    words.insert(words.begin(), "sample");
    return command.parse(static_cast<int>(words.size()), words.data());
  }

  std::vector<std::string> names;
  std::string one = "left";
  std::vector<std::string> each;
  std::vector<std::string> many;
  std::size_t number = 5;
  std::optional<int> maybe;
  bool quiet = false;
  bool verbose = false;
  Common shared;
  Command command{"sample"};
};

using Outcome = Command::Outcome;

}  // namespace

TEST_CASE("targets are filled as they are typed") {
  Sample s;
  CHECK(s.parse({"甲", "--one=right", "--each", "1", "乙", "--each", "2", "-qv", "--number", "3", "--maybe",
                 "7", "--lang", "en"}) == Outcome::done);
  CHECK(s.names == std::vector<std::string>{"甲", "乙"});
  CHECK(s.one == "right");
  CHECK(s.each == std::vector<std::string>{"1", "2"});
  CHECK(s.number == 3);
  CHECK(s.maybe == 7);
  CHECK(s.quiet);
  CHECK(s.verbose);
  CHECK(s.shared.lang == Lang::en);
  CHECK(std::ranges::find(s.shared.typed, "number") != s.shared.typed.end());
  CHECK(std::ranges::find(s.shared.typed, "color") == s.shared.typed.end());
}

TEST_CASE("a greedy option takes the words behind it, others take one") {
  Sample s;
  CHECK(s.parse({"--many", "1", "2", "--each", "3", "甲"}) == Outcome::done);
  CHECK(s.many == std::vector<std::string>{"1", "2"});
  CHECK(s.each == std::vector<std::string>{"3"});
  CHECK(s.names == std::vector<std::string>{"甲"});
}

TEST_CASE("nothing is required that is not said to be") {
  Sample s;
  CHECK(s.parse({}) == Outcome::done);
  CHECK(s.one == "left");
  CHECK(s.number == 5);
}

TEST_CASE("words behind -- are arguments") {
  Sample s;
  CHECK(s.parse({"--", "--one"}) == Outcome::done);
  CHECK(s.names == std::vector<std::string>{"--one"});
  CHECK(s.one == "left");
}

TEST_CASE("help is asked for with either name") {
  for (const char* word : {"-h", "--help"}) {
    Sample s;
    CHECK(s.parse({"甲", word}) == Outcome::help);
  }
}

TEST_CASE("mistakes name the option and the nearest word, in both languages") {
  struct Row {
    std::vector<const char*> words;
    std::string zh;
    std::string en;
  };
  const std::vector<Row> rows{
      {{"--on", "left"}, "没有选项“--on”（是不是“--one”？）", "unknown option '--on', did you mean '--one'?"},
      {{"--one", "lfet"},
       "--one: “lfet”不可用，可以是：left, right（是不是“left”？）",
       "did you mean 'left'"},
      {{"--one", "up"}, "--one: “up”不可用，可以是：left, right", "--one: 'up' is none of left, right"},
      {{"--number", "12"},
       "--number: “12”不是 1 到 9 之间的整数",
       "--number: '12' is no whole number from 1 to 9"},
      {{"--number", "x"}, "--number: “x”不是", "--number: 'x' is no whole number"},
      {{"--one"}, "--one 后面缺少", "--one needs a value"},
      {{"--lang", "fr"}, "--lang: “fr”不可用", "zh, en"},
      {{"--quiet=x"}, "--quiet 不带值", "--quiet takes no value"},
      {{"-x"}, "没有选项“-x”", "unknown option '-x'"}};
  for (const Row& row : rows) {
    Sample s;
    CHECK(s.parse(row.words) == Outcome::wrong);
    const Message& text = s.command.notice().text;
    CAPTURE(text.zh);
    CAPTURE(text.en);
    CHECK(text.zh.find(row.zh) != std::string::npos);
    CHECK(text.en.find(row.en) != std::string::npos);
    CHECK(text.zh.find("；用法见 'tmsweep sample --help'") != std::string::npos);
    CHECK(text.en.find("; see 'tmsweep sample --help'") != std::string::npos);
  }
}

TEST_CASE("an option knows its names and what is set before it is typed") {
  const Sample s;
  const std::vector<Option>& options = s.command.options();
  CHECK(options[0].is_argument());
  CHECK(options[1].preset() == "left");
  CHECK(options[4].preset() == "5");
  CHECK(options[6].short_name() == "-q");
  CHECK(options[6].long_name() == "--quiet");
  CHECK(options[6].is_flag());
}

}  // namespace tmsweep::app
