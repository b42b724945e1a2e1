// SPDX-License-Identifier: Apache-2.0
#include "app/cli.h"

#include <doctest/doctest.h>

#include <vector>

#include "app/app.h"

namespace tmsweep::app {

namespace {

Request parse(std::vector<const char*> args) {
  args.insert(args.begin(), "tmsweep");
  return parse_command_line(static_cast<int>(args.size()), args.data());
}

}  // namespace

TEST_CASE("check takes names, goods and classes") {
  const Request r =
      parse({"check", "甲", "乙", "--goods", "茶", "--goods", "酒", "--class", "30,33", "--as-of",
             "2027-01-01", "--lang", "en", "--format", "jsonl", "--fail-on", "low", "-q"});
  const auto& c = std::get<CheckRequest>(r);
  CHECK(c.names == std::vector<std::string>{"甲", "乙"});
  CHECK(c.goods == std::vector<std::string>{"茶", "酒"});
  CHECK(c.classes == std::vector<int>{30, 33});
  CHECK(c.common.as_of == Date{2027, 1, 1});
  CHECK(c.common.lang == Lang::en);
  CHECK(c.format == "jsonl");
  CHECK(c.fail_on == "low");
  CHECK(c.quiet);
}

TEST_CASE("classes takes texts and flags") {
  const Request r = parse({"classes", "茶", "25", "--json", "--lang", "en"});
  const auto& c = std::get<ClassesRequest>(r);
  CHECK(c.texts == std::vector<std::string>{"茶", "25"});
  CHECK(c.json);
  CHECK_FALSE(c.list);
  CHECK(std::get<ClassesRequest>(parse({"classes", "--list"})).list);
}

TEST_CASE("similar and watch take names, brands and lists") {
  const Request r =
      parse({"similar", "历蜀记", "--class", "43", "--marks", "m.csv", "--limit", "5", "--format", "tsv"});
  const auto& s = std::get<SimilarRequest>(r);
  CHECK(s.name == "历蜀记");
  CHECK(s.classes == std::vector<int>{43});
  CHECK(s.marks == std::vector<std::string>{"m.csv"});
  CHECK(s.limit == 5);
  CHECK(s.format == "tsv");
  const Request w =
      parse({"watch", "--brand", "甲", "--brand", "乙", "a.txt", "--min-risk", "low", "--fail-on", "high"});
  const auto& u = std::get<WatchRequest>(w);
  CHECK(u.brands == std::vector<std::string>{"甲", "乙"});
  CHECK(u.files == std::vector<std::string>{"a.txt"});
  CHECK(u.min_risk == "low");
  CHECK(u.fail_on == "high");
}

TEST_CASE("db import takes files, columns and a source") {
  const Request r = parse({"db", "import", "a.csv", "b.csv", "--map", "name=商标名称", "--map", "class=类",
                           "--source", "own", "--strict", "--batch", "10", "--user-db", "m.db"});
  const auto& u = std::get<UserDbRequest>(r);
  CHECK(u.action == UserDbRequest::Action::import_marks);
  CHECK(u.files == std::vector<std::string>{"a.csv", "b.csv"});
  CHECK(u.columns == std::map<std::string, std::string>{{"name", "商标名称"}, {"class", "类"}});
  CHECK(u.source == "own");
  CHECK(u.strict);
  CHECK(u.batch == 10);
  CHECK(u.user_db == "m.db");
  CHECK(std::get<UserDbRequest>(parse({"db", "export", "--format", "tsv", "o.tsv"})).out == "o.tsv");
  CHECK(std::get<UserDbRequest>(parse({"db", "stats", "--json"})).json);
}

TEST_CASE("a name after -- may begin with a dash") {
  CHECK(std::get<CheckRequest>(parse({"check", "--", "-甲-"})).names == std::vector<std::string>{"-甲-"});
}

TEST_CASE("each mistake is one line that says what to do") {
  struct Row {
    std::vector<const char*> args;
    std::string says;
  };
  const std::vector<Row> rows{
      {{"chek"}, "did you mean 'check'"},
      {{"zzzzzzzz"}, "unknown command"},
      {{"check"}, "no name"},
      {{"check", "a", "--column", "name"}, "--file"},
      {{"baseline", "create", "b.json", "a", "--fail-on", "low"}, "unknown option '--fail-on'"},
      {{"check", "a", "--formt", "json"}, "did you mean '--format'"},
      {{"check", "a", "--format", "xml"}, "xml"},
      {{"check", "a", "--class", "0"}, "1 to 45"},
      {{"check", "a", "--as-of", "2026-13-01"}, "2026-13-01"},
      {{"check", "a", "--as-of", "2026-02-29"}, "2026-02-29"},
      {{"check", "a", "--as-of", "yesterday"}, "yesterday"},
      {{"check", "a", "--lang", "fr"}, "fr"},
      {{"classes"}, "name goods"},
      {{"classes", "茶", "--jsn"}, "did you mean '--json'"},
      {{"explain"}, "--list"},
      {{"db", "delete"}, "unknown command 'db delete'"},
      {{"db", "remove"}, "SOURCE"},
      {{"db", "import"}, "FILE"},
      {{"db", "import", "a.csv", "--map", "name"}, "--map"},
      {{"db", "import", "a.csv", "--batch", "0"}, "--batch"},
      {{"db", "list", "--jsn"}, "did you mean '--json'"},
      {{"db", "build"}, "DATA_DIR"},
  };
  for (const Row& row : rows) {
    const Request r = parse(row.args);
    const auto* notice = std::get_if<Notice>(&r);
    REQUIRE(notice != nullptr);
    CAPTURE(notice->text.en);
    CHECK(notice->exit_code == k_exit_usage);
    CHECK(notice->to_stderr);
    CHECK(notice->text.en.find(row.says) != std::string::npos);
    CHECK(notice->text.en.find('\n') == notice->text.en.size() - 1);
    CHECK(notice->text.zh != notice->text.en);
    CHECK(notice->text.zh.find('\n') == notice->text.zh.size() - 1);
  }
}

TEST_CASE("help and version go to standard output") {
  for (const std::vector<const char*>& args : std::vector<std::vector<const char*>>{{"--help"},
                                                                                    {"-h"},
                                                                                    {"help"},
                                                                                    {"--version"},
                                                                                    {"check", "--help"},
                                                                                    {"explain", "-h"},
                                                                                    {"db", "--help"}}) {
    const Request r = parse(args);
    const auto& notice = std::get<Notice>(r);
    CHECK(notice.exit_code == 0);
    CHECK_FALSE(notice.to_stderr);
    CHECK_FALSE(notice.text.empty());
  }
}

TEST_CASE("the database commands") {
  CHECK(std::get<DbRequest>(parse({"db", "info"})).action == DbRequest::Action::info);
  CHECK(std::get<DbRequest>(parse({"db", "verify", "--db", "x.db"})).common.db == "x.db");
  const Request build = parse({"db", "build", "data", "out.db"});
  CHECK(std::get<DbRequest>(build).data_dir == "data");
  CHECK(std::get<DbRequest>(build).out == "out.db");
  CHECK(std::get<ExplainRequest>(parse({"explain", "10.1.8"})).topic == "10.1.8");
  CHECK(std::get<ExplainRequest>(parse({"explain", "--list"})).list);
}

}  // namespace tmsweep::app
