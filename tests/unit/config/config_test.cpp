// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/find.h"
#include "support/paths.h"
#include "support/temporary.h"

namespace tmsweep::config {

namespace {

Vocabulary vocabulary() {
  return {[] {
            return std::vector<std::string>{"json", "jsonl", "text"};
          },
          [] {
            return std::vector<std::string>{"earlier-mark", "foreign-state", "own-term",
                                            "place-name",   "state-name",    "too-simple"};
          }};
}

struct Outcome {
  Config config;
  std::string fault;
  std::string fault_zh;
};

Outcome read(std::string_view text, Level level = Level::user) {
  Outcome out;
  if (const auto e = read_toml(text, {level, "dir/c.toml"}, vocabulary(), out.config)) {
    out.fault = e->message.en;
    out.fault_zh = e->message.zh;
  }
  return out;
}

std::vector<std::string> values(const Config& c, std::string_view key) {
  const Setting* s = c.setting(key);
  return s == nullptr ? std::vector<std::string>{"(unset)"} : s->values;
}

}  // namespace

TEST_CASE("every kind of key is read, with its line") {
  const Outcome out = read(
      "lang = \"en\"\n"
      "class = [30, 43]\n"
      "goods = \"茶\"\n"
      "jobs = 4\n"
      "as-of = 2026-12-01\n"
      "all-classes = true\n"
      "marks = [\"a.csv\", \"b/c.csv\"]\n");
  CHECK(out.fault.empty());
  CHECK(values(out.config, "lang") == std::vector<std::string>{"en"});
  CHECK(values(out.config, "class") == std::vector<std::string>{"30", "43"});
  CHECK(values(out.config, "goods") == std::vector<std::string>{"茶"});
  CHECK(values(out.config, "jobs") == std::vector<std::string>{"4"});
  CHECK(values(out.config, "as-of") == std::vector<std::string>{"2026-12-01"});
  CHECK(values(out.config, "all-classes") == std::vector<std::string>{"true"});
  const std::vector<std::string> marks = values(out.config, "marks");
  const std::filesystem::path dir = "dir";
  CHECK(std::vector<std::filesystem::path>(marks.begin(), marks.end()) ==
        std::vector<std::filesystem::path>{dir / "a.csv", dir / "b/c.csv"});
  CHECK(out.config.setting("jobs")->origin.where == "dir/c.toml:4");
}

TEST_CASE("rules, terms and suppressions are read") {
  const Outcome out = read(
      "[rules]\n"
      "too-simple = \"off\"\n"
      "place-name = \"low\"\n"
      "[[terms]]\n"
      "text = \"微信\"\n"
      "risk = \"high\"\n"
      "message = { zh = \"甲\", en = \"a\" }\n"
      "[[terms]]\n"
      "text = \"VIP\"\n"
      "risk = \"low\"\n"
      "match = \"word\"\n"
      "message = \"no\"\n"
      "[[suppress]]\n"
      "name = \"中国红\"\n"
      "rule = \"state-name\"\n"
      "reason = \"r\"\n"
      "expires = \"2027-03-31\"\n");
  CHECK(out.fault.empty());
  const UserPolicy& p = out.config.policy;
  REQUIRE(p.rules.size() == 2);
  CHECK(p.rules[0].rule == "too-simple");
  CHECK(p.rules[0].risk == Risk::none);
  CHECK(p.rules[1].risk == Risk::low);
  CHECK(out.config.rule_origins[1].where == "dir/c.toml:3");
  REQUIRE(p.terms.size() == 2);
  CHECK(p.terms[0].match == TermMatch::contains);
  CHECK(p.terms[0].message[1] == "a");
  CHECK(p.terms[0].where == "dir/c.toml:4");
  CHECK(p.terms[1].match == TermMatch::word);
  CHECK(p.terms[1].message[0] == "no");
  REQUIRE(p.suppressions.size() == 1);
  CHECK(p.suppressions[0].expires == Date{2027, 3, 31});
  CHECK(p.suppressions[0].where == "dir/c.toml:13");
}

TEST_CASE("a mistake is one line with its place and the remedy") {
  struct Row {
    const char* text;
    const char* says;
  };
  const std::string all = "[[suppress]]\nname = \"a\"\nrule = \"state-name\"\nreason = \"r\"\n";
  for (const Row& row : std::vector<Row>{
           {"formt = \"json\"", "c.toml:1: unknown key 'formt', did you mean 'format'?"},
           {"\nzzzzzzzzz = 1", "c.toml:2: unknown key 'zzzzzzzzz'; see docs/configuration.md"},
           {"format = \"jsn\"",
            "c.toml:1: 'format': 'jsn' is none of json, jsonl, text; did you mean 'json'?"},
           {"format = 1", "c.toml:1: 'format' must be text in quotes"},
           {"format = [\"json\"]", "c.toml:1: 'format' takes one value, not a list"},
           {"jobs = \"4\"", "'jobs' must be a whole number"},
           {"jobs = 0", "'0' is no number from 1 to 256"},
           {"jobs = 99999999999", "'99999999999' is no number from 1 to 256"},
           {"class = [30,\n46]", "c.toml:2: 'class': '46' is no Nice class"},
           {"all-classes = \"yes\"", "must be true or false"},
           {"as-of = \"2027-02-30\"", "'2027-02-30' is no date"},
           {"as-of = 12:00:00", "'as-of' must be text in quotes"},
           {"goods = \"\"", "'goods': the text is empty"},
           {"goods = \"a\\u001b[31m\"", "the text holds a control character"},
           {"user-db = \"x\"", "cannot be set in a file; use TMSWEEP_USER_DB or --user-db"},
           {"rules = 1", "'rules' must be a table: [rules]"},
           {"lang\u00e9 = \"zh\"", "c.toml:1: "},
           {"\u00e9: 1", "c.toml:1: "},
           {"\ufeff:", "c.toml:1: "},
           {"[rules]\nplace-nam = \"off\"", "c.toml:2: unknown rule 'place-nam', did you mean 'place-name'?"},
           {"[rules]\nplace-name = \"none\"",
            "c.toml:2: 'place-name': 'none' is none of high, medium, low, off"},
           {"[terms]\ntext = \"a\"", "'terms' must be tables: [[terms]]"},
           {"terms = [1]", "'terms' must be tables: [[terms]]"},
           {"[[terms]]\nrisk = \"low\"", "c.toml:1: [[terms]] has no 'text'"},
           {"[[terms]]\ntext = \"a\"", "[[terms]] has no 'risk'"},
           {"[[terms]]\ntext = \"a\"\nrisk = \"off\"", "'off' is none of high, medium, low"},
           {"[[terms]]\ntext = \"a\"\nrisk = \"low\"\nmatch = \"regex\"",
            "'regex' is none of exact, contains, word"},
           {"[[terms]]\ntext = \"a\"\nrisk = \"low\"\nmesage = \"x\"",
            "c.toml:4: unknown key 'mesage' in [[terms]], did you mean 'message'?"},
           {"[[terms]]\ntext = \"a\"\nrisk = \"low\"\nmessage = { zh = \"x\" }", "'message' has no 'en'"},
           {"[[suppress]]\nname = \"a\"", "[[suppress]] has no 'rule'"},
           {"a = [", "c.toml:1: no valid TOML"},
           {"a = 1\na = 2", "c.toml:2: no valid TOML"},
           {"\"a\\u001b\" = 1", "unknown key"},
       }) {
    CAPTURE(row.text);
    const std::string fault = read(row.text).fault;
    CHECK(fault.find(row.says) != std::string::npos);
    CHECK(fault.find('\n') == std::string::npos);
    CAPTURE(fault);
  }
  CHECK(read(all).fault.find("[[suppress]] has no 'expires'") != std::string::npos);
  CHECK(read(all + "expires = \"soon\"").fault.find("'soon' is no date") != std::string::npos);
}

TEST_CASE("a mistake is said in Chinese too") {
  struct Row {
    const char* text;
    const char* says;
  };
  for (const Row& row : std::vector<Row>{
           {"formt = \"json\"", "没有“formt”这一项，您是不是要写“format”？"},
           {"zzzzzzzzz = 1", "没有“zzzzzzzzz”这一项；见 docs/configuration.md"},
           {"format = \"jsn\"", "“format”：“jsn”不在 json, jsonl, text 之中；您是不是要写“json”？"},
           {"format = 1", "“format”要写成引号里的文本"},
           {"jobs = 0", "“jobs”：“0”不是 1 到 256 的数"},
           {"goods = \"\"", "“goods”：文本是空的"},
           {"user-db = \"x\"", "“user-db”不能在文件里设置；请用 TMSWEEP_USER_DB 或 --user-db"},
           {"marks = [\"../x.csv\"]",
            "“../x.csv”不在项目配置所在的目录里；项目配置只能指定自己目录以下的文件；其他文件请用选项给出"},
           {"[rules]\nplace-nam = \"off\"", "没有规则“place-nam”，您是不是要写“place-name”？"},
           {"[rules]\nplace-name = \"none\"", "“place-name”：“none”不在 high, medium, low, off 之中"},
           {"terms = [1]", "“terms”要写成表的数组：[[terms]]"},
           {"[[terms]]\nmesage = \"x\"", "[[terms]]里没有“mesage”这一项，您是不是要写“message”？"},
           {"[[suppress]]\nname = \"a\"", "[[suppress]]缺少“rule”"},
       }) {
    CAPTURE(row.text);
    const std::string fault = read(row.text, Level::project).fault_zh;
    CHECK(fault.substr(fault.find(": ") + 2) == row.says);
  }
}

TEST_CASE("hostile bytes end as one line, or are harmless") {
  using namespace std::string_literals;
  const std::string nested = "a = " + std::string(100'000, '[');
  const std::string dots = "[" + std::string("a.") + [] {
    std::string s;
    for (int i = 0; i < 100'000; ++i) s += "a.";
    return s;
  }() + "a]";
  std::string braces = "x = ";
  for (int i = 0; i < 5000; ++i) braces += "{a = ";
  for (const std::string& text :
       {"a = \"\0\""s, "\0"s, "\xff\xfe"s, "a = \"\xff\""s, nested, dots, braces, "[.??"s, "[.a]"s,
        "\x1b[31m = 1"s, "a = \"\"\""s, std::string(100'000, '"')}) {
    const std::string fault = read(text).fault;
    CHECK(!fault.empty());
    CHECK(fault.find('\n') == std::string::npos);
  }
  CHECK(read("\xEF\xBB\xBFlang = \"en\"").fault.empty());  // a byte order mark
  CHECK(read("").fault.empty());
  CHECK(read("# nothing\r\n\r\nlang = \"en\"\r\n").fault.empty());
}

TEST_CASE("a project's file names only what lies in its folder") {
  for (const char* path : {"/etc/passwd", "../x.csv", "a/../../x.csv", ".."}) {
    CAPTURE(path);
    const std::string text = "marks = [\"" + std::string(path) + "\"]";
    CHECK(read(text, Level::project).fault.find("leaves the folder") != std::string::npos);
    CHECK(read(text, Level::user).fault.empty());
  }
  CHECK(read("db = \"sub/x.db\"", Level::project).fault.empty());
}

#ifndef _WIN32  // links need a privilege there, and the C++ library does not make them
TEST_CASE("a link that leads out of the project is refused") {
  const support::TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "project");
  folder.write("secret.csv", "name\n");
  std::filesystem::create_symlink(folder.path() / "secret.csv", folder.path() / "project" / "own.csv");
  folder.write("project/inner.csv", "name\n");
  CHECK_FALSE(inside(folder.path() / "project", "own.csv").ok());
  CHECK(inside(folder.path() / "project", "inner.csv").ok());
}
#endif

TEST_CASE("the stronger word replaces the weaker") {
  Config c;
  CHECK_FALSE(read_toml("lang = \"en\"\njobs = 2\n[rules]\nplace-name = \"off\"\ntoo-simple = \"off\"",
                        {Level::user, "u"}, vocabulary(), c));
  CHECK_FALSE(
      read_toml("lang = \"zh\"\n[rules]\nplace-name = \"high\"", {Level::project, "p"}, vocabulary(), c));
  CHECK(values(c, "lang") == std::vector<std::string>{"zh"});
  CHECK(c.setting("lang")->origin.where == "p:1");
  CHECK(values(c, "jobs") == std::vector<std::string>{"2"});
  REQUIRE(c.policy.rules.size() == 2);
  CHECK(c.policy.rules[0].risk == Risk::high);
  CHECK(c.rule_origins[0].where == "p:3");
  CHECK(c.rule_origins[1].where == "u:5");
}

TEST_CASE("files that are none are refused") {
  const support::TemporaryFolder folder;
  CHECK(read_file(folder.path()).error().message.en.find("no regular file") != std::string::npos);
  CHECK(read_file(folder.path() / "absent").error().message.en.find("no such") != std::string::npos);
  CHECK(read_file(folder.path() / "absent").error().line().zh ==
        (folder.path() / "absent").string() + ": 没有这个配置文件；检查路径");
  const auto large = folder.write("large", std::string(k_largest_file + 1, '#'));
  CHECK(read_file(large).error().message.en.find("4 MiB") != std::string::npos);
}

TEST_CASE("the example of the manual is read, and names every key") {
  const std::string page = support::read_file(support::test_dir().parent_path() / "docs/configuration.md");
  const std::size_t mark = page.find("<!-- the tests read this -->");
  REQUIRE(mark != std::string::npos);
  const std::size_t first = page.find("```toml\n", mark) + 8;
  const std::string example = page.substr(first, page.find("```", first) - first);
  const Outcome out = read(example);
  CHECK(out.fault.empty());
  CHECK(out.config.policy.terms.size() == 2);
  CHECK(out.config.policy.suppressions.size() == 1);
  for (const Key& k : keys()) {
    CAPTURE(k.name);
    const bool described = page.find("`" + std::string(k.variable) + "`") != std::string::npos;
    CHECK(described);
  }
}

}  // namespace tmsweep::config
