// SPDX-License-Identifier: Apache-2.0
#include "import/registers.h"

#include <doctest/doctest.h>
#include <minizip/zip.h>
#include <zlib.h>

#include <random>
#include <vector>

#include "model/goods.h"
#include "support/paths.h"
#include "support/temporary.h"

namespace tmsweep::import {

namespace {

using support::TemporaryFolder;

const std::string k_samples = support::test_dir().string() + "/unit/import/samples/";

struct Read {
  std::string text;  ///< a line for each record: mark, figurative (-) or fault (!)
  std::string error;
  std::size_t marks = 0;
};

std::string line_of(const EarlierMark& m) {
  std::string classes;
  for (const int c : classes_of(m.classes)) classes += (classes.empty() ? "" : ",") + std::to_string(c);
  return m.name + "|" + classes + "|" + m.owner + "|" + m.number + "|" + m.filed + "|" +
         std::string(k_standing_ids[static_cast<std::size_t>(m.standing)]);
}

Read read(const std::filesystem::path& file, const RegisterOptions& options, std::size_t most = 1000) {
  Read out;
  const auto at = [](const RegisterPosition& p) {
    return (p.member.empty() ? "" : p.member + ":") + std::to_string(p.record) + "/" +
           std::to_string(p.line) + " ";
  };
  const RegisterSink sink{.mark =
                              [&](EarlierMark&& m, const RegisterPosition& p) {
                                out.text += at(p) + line_of(m) + "\n";
                                return ++out.marks < most;
                              },
                          .fault =
                              [&](const RegisterPosition& p, const Error& e) {
                                CHECK_FALSE(e.message.empty());
                                CHECK_FALSE(e.hint.empty());
                                out.text += at(p) + "!\n";
                              },
                          .progress = {},
                          .figurative = [&](const RegisterPosition& p) { out.text += at(p) + "-\n"; }};
  if (const auto error = read_register(file, options, sink)) out.error = error->message.en;
  return out;
}

Read read_text(const std::string& text, RegisterFormat format = RegisterFormat::csv) {
  const TemporaryFolder folder;
  return read(folder.write("register", text), {.format = format});
}

std::string gzip(const std::string& text) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "x.gz").string();
  gzFile out = gzopen(file.c_str(), "wb");
  gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
  gzclose(out);
  return support::read_file(file);
}

std::string zip(const std::vector<std::pair<std::string, std::string>>& members, bool zip64 = false) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "x.zip").string();
  zipFile out = zipOpen64(file.c_str(), APPEND_STATUS_CREATE);
  for (const auto& [name, text] : members) {
    const zip_fileinfo info{};
    zipOpenNewFileInZip64(out, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 6,
                          zip64 ? 1 : 0);
    zipWriteInFileInZip(out, text.data(), static_cast<unsigned>(text.size()));
    zipCloseFileInZip(out);
  }
  zipClose(out, nullptr);
  return support::read_file(file);
}

}  // namespace

TEST_CASE("samples of every format") {
  struct Row {
    std::string file;
    RegisterFormat format;
    std::string expected;
  };
  const std::vector<Row> rows{
      {"cn.csv", RegisterFormat::csv,
       "1/2 星河试样|9|示例科技有限公司|90000001|2021-03-04|registered\n"
       "2/3 EXAMPLE \"BLUE\", 蓝|9,25|示例服饰 有限公司|90000002|2021-03-05|pending\n"
       "3/5 -\n4/6 !\n"
       "5/7 山海例||示例食品有限公司|90000005||unknown\n"},
      {"cn.tsv", RegisterFormat::tsv,
       "1/2 星河试样|9|示例科技有限公司|1|2021-03-04|registered\n"
       "2/3 5\" disk|9,42|Example Co|2|2021-03-05|dead\n"
       "3/4 Quoted mark|35|Example Co|3||pending\n"},
      {"cn.jsonl", RegisterFormat::jsonl,
       "1/1 星河试样|9|示例科技有限公司|90000001|2021-03-04|registered\n"
       "2/2 山海例|9,25|示例服饰有限公司|90000002|2021-03-05|pending\n"
       "3/3 LIST|9,25||||dead\n4/4 !\n"},
      {"st66.xml", RegisterFormat::st66,
       "1/8 星河试样|9,42|示例科技有限公司|90000001|2021-03-04|registered\n2/50 -\n"
       "3/57 SALT & EXAMPLE||Erika Example|R90000003||dead\n"},
      {"st96.xml", RegisterFormat::st96,
       "1/8 星河试样|9|示例科技有限公司|90000001|2021-03-04|registered\n2/53 -\n"
       "3/58 OTHER||Example Co|90000003||dead\n"},
      {"uspto.xml", RegisterFormat::uspto,
       "1/12 SAMPLE 星河|9,25|Second Example Co|99000001|2021-03-04|pending\n2/45 -\n"
       "3/52 CERTIFIED|||99000003||dead\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file);
    CHECK(guess_register_format(k_samples + row.file) == row.format);
    const Read plain = read(k_samples + row.file, {.format = row.format});
    CHECK(plain.text == row.expected);
    CHECK(plain.error.empty());
    CHECK(read_text(gzip(support::read_file(k_samples + row.file)), row.format).text == row.expected);
  }
}

TEST_CASE("names of formats") {
  for (const char* id : {"csv", "tsv", "jsonl", "st66", "st96", "uspto"}) {
    const auto format = register_format_named(id);
    REQUIRE(format);
    CHECK(register_format_id(*format) == id);
  }
  CHECK_FALSE(register_format_named("xml"));
  const TemporaryFolder folder;
  CHECK(guess_register_format(folder.write("a.CSV.gz", "")) == RegisterFormat::csv);
  CHECK(guess_register_format(folder.write("b", " {\"name\":1}")) == RegisterFormat::jsonl);
  CHECK(guess_register_format(folder.write("c", "<?xml version='1.0'?><x:Trademark>")) ==
        RegisterFormat::st96);
  CHECK(guess_register_format(folder.write("d.zip", zip({{"d.tsv", "name\n"}}))) == RegisterFormat::tsv);
  for (const char* text : {"", "a,b\n", "<html>", "<", "\x1F\x8B"}) {
    CAPTURE(text);
    CHECK_FALSE(guess_register_format(folder.write("e", text)));
  }
  CHECK_FALSE(guess_register_format(folder.path() / "none"));
}

TEST_CASE("tables") {
  struct Row {
    std::string text;
    std::string expected;
  };
  const std::vector<Row> rows{
      {"name\n", ""},
      {"name\n甲", "1/2 甲|||||unknown\n"},
      {"\xEF\xBB\xBFname,class\r\n甲,9\r\n\r\n乙,09\r\n", "1/2 甲|9||||unknown\n2/4 乙|9||||unknown\n"},
      {"class,Name\n第9类,甲\n9，25、30;31,乙\n", "1/2 甲|9||||unknown\n2/3 乙|9,25,30,31||||unknown\n"},
      {"class,name\n\"9，25、30;31\",乙\n9,,\n9\n", "1/2 乙|9,25,30,31||||unknown\n2/3 -\n3/4 !\n"},
      {"name\n\"a\n\n\"\"b\"\nc\n", "1/2 a  \"b|||||unknown\n2/5 c|||||unknown\n"},
      {"name,owner\n\",\",\",\"\nx\"y,\"\"\n", "1/2 ,||,|||unknown\n2/3 x\"y|||||unknown\n"},
      {"name\n\"a\nb\nc\n", "1/2 !\n2/3 b|||||unknown\n3/4 c|||||unknown\n"},
      {"name\n\xC9\xCC\nb\n", "1/2 !\n2/3 b|||||unknown\n"},
      {"name,申请/注册号,申请日\n甲,7,2021/13/01\n", "1/2 甲|||7||unknown\n"},
      {"name,date\n甲,2024-02-29 10:00:00\n乙,2023.2.29\n",
       "1/2 甲||||2024-02-29|unknown\n2/3 乙|||||unknown\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Read got = read_text(row.text);
    CHECK(got.text == row.expected);
    CHECK(got.error.empty());
  }
}

TEST_CASE("columns that the user names") {
  const TemporaryFolder folder;
  const auto csv = folder.write("a.csv", "name,Brand,Wer\nx,甲,示例\n");
  CHECK(read(csv, {.columns = {{"name", "brand"}, {"owner", "Wer"}}}).text == "1/2 甲||示例|||unknown\n");
  CHECK(read(csv, {.columns = {{"name", "none"}}}).error.find("no column 'none'") != std::string::npos);
  CHECK(read(csv, {.columns = {{"nome", "brand"}}}).error.find("no field 'nome'") != std::string::npos);
  const auto jsonl = folder.write("a.jsonl", "{\"name\":1,\"Brand\":\"甲\"}\n");
  CHECK(read(jsonl, {.format = RegisterFormat::jsonl, .columns = {{"name", "Brand"}}}).text ==
        "1/1 甲|||||unknown\n");
}

TEST_CASE("a record that is too long is a fault, and the next is read") {
  const std::string longest(k_longest_record, 'x');
  for (const std::string& bad :
       {longest + "y", "\"" + longest + "\"", longest + longest + longest + longest}) {
    const Read got = read_text("name\n甲\n" + bad + "\n乙\n");
    CHECK(got.text == "1/2 甲|||||unknown\n2/3 !\n3/4 乙|||||unknown\n");
  }
  CHECK(read_text("name\n" + longest + "\n乙\n").marks == 2);
  std::string quoted = "name\n\"open\n";
  for (int i = 0; i < 200000; ++i) quoted += "row " + std::to_string(i) + "\n";
  CHECK(read_text(quoted).marks == 1000);
}

TEST_CASE("files that cannot be read as a whole") {
  const TemporaryFolder folder;
  const std::string packed = gzip("name\n" + std::string(5000, 'x') + "\n甲\n");
  const std::string zipped = zip({{"a.csv", "name\n甲\n"}});
  std::string flipped = zipped;
  flipped[38] = static_cast<char>(flipped[38] ^ 0x55);
  struct Row {
    std::string bytes;
    RegisterFormat format;
    std::string message;
  };
  const std::vector<Row> rows{
      {"a,b\n1,2\n", RegisterFormat::csv, "no column of names"},
      {"\xC3\xFB\xB3\xC6,b\n", RegisterFormat::csv, "not UTF-8"},
      {std::string("\xFF\xFEn\0a\0", 6), RegisterFormat::csv, "UTF-16"},
      {packed.substr(0, packed.size() - 10), RegisterFormat::csv, "end before"},
      {packed + "junk", RegisterFormat::csv, "not gzip"},
      {zipped.substr(0, zipped.size() - 5), RegisterFormat::csv, "damaged"},
      {flipped, RegisterFormat::csv, "damaged"},
      {zip({{"a.png", "x"}, {"b.pdf", "y"}}), RegisterFormat::csv, "holds no file"},
      {"<Transaction><TradeMark></Transaction>", RegisterFormat::st66, "line 1: not well-formed"},
      {"<Transaction>", RegisterFormat::st66, "not well-formed"},
      {"<html/>", RegisterFormat::st66, "root element <html>"},
      {"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", RegisterFormat::st66, "entities"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(read(folder.write("f", row.bytes), {.format = row.format}).error.find(row.message) !=
          std::string::npos);
  }
  CHECK(read(folder.path(), {}).error.find("a folder") != std::string::npos);
  CHECK(read(folder.path() / "none", {}).error.find("cannot be opened") != std::string::npos);
  std::string deep = "<Transaction>";
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  CHECK(read_text(deep, RegisterFormat::st66).error.find("nested") != std::string::npos);
  const std::string markup = "<Transaction a=\"" + std::string(20U << 20U, 'x');
  CHECK(read_text(markup, RegisterFormat::st66).error.find("8 MiB") != std::string::npos);
}

TEST_CASE("why a file cannot be read is said in Chinese too") {
  const TemporaryFolder folder;
  struct Row {
    std::string bytes;
    RegisterFormat format;
    std::string says;
  };
  const std::vector<Row> rows{
      {"a,b\n1,2\n", RegisterFormat::csv, "第一行没有名称列；指定该列：--column name=HEADER"},
      {"\xC3\xFB\xB3\xC6,b\n", RegisterFormat::csv,
       "第一行：字节不是 UTF-8；转换文件：iconv -f GB18030 -t UTF-8 FILE > NEW"},
      {zip({{"a.png", "x"}, {"b.pdf", "y"}}), RegisterFormat::csv,
       "zip 里没有 csv 格式的文件；解压，或者换一种格式"},
      {zip({{"a.csv", "a,b\n"}}), RegisterFormat::csv,
       "a.csv: 第一行没有名称列；指定该列：--column name=HEADER"},
      {"<html/>", RegisterFormat::st66, "XML 的根元素是 <html>，不属于 st66 格式；换一种格式"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.says);
    const auto file = folder.write("f", row.bytes);
    const auto error = read_register(file, {.format = row.format}, {});
    REQUIRE(error);
    CHECK(error->line().zh == file.string() + ": " + row.says);
  }
}

TEST_CASE("gzip members are one text, zip members are read one by one") {
  const TemporaryFolder folder;
  CHECK(read_text(gzip("name\n甲\n") + gzip("乙\n") + std::string(512, '\0')).marks == 2);
  for (const bool zip64 : {false, true}) {
    const auto file = folder.write("a.zip", zip({{"notes.pdf", "x"},
                                                 {"one.csv", "name\n甲\n乙\n"},
                                                 {"two/b.csv", "class,name\n9,丙\n"},
                                                 {"empty.csv", ""}},
                                                zip64));
    const Read got = read(file, {});
    CHECK(got.error.empty());
    CHECK(got.text ==
          "one.csv:1/2 甲|||||unknown\none.csv:2/3 乙|||||unknown\ntwo/b.csv:3/2 丙|9||||unknown\n");
    CHECK(read(file, {.skip_records = 2}).text == "two/b.csv:3/2 丙|9||||unknown\n");
    CHECK(read(file, {}, 1).marks == 1);
  }
  CHECK(read_text(zip({{"data", "name\n甲\n"}})).marks == 1);
}

TEST_CASE("reading goes on where it was left off") {
  CHECK(read(k_samples + "cn.csv", {.skip_records = 4}).text ==
        "5/7 山海例||示例食品有限公司|90000005||unknown\n");
  CHECK(read(k_samples + "uspto.xml", {.format = RegisterFormat::uspto, .skip_records = 3}).text.empty());
}

TEST_CASE("progress tells the bytes of the file itself") {
  const TemporaryFolder folder;
  std::string text = "name\n";
  for (int i = 0; i < 300000; ++i) text += "row " + std::to_string(i) + "\n";
  for (const std::string& bytes : {text, gzip(text), zip({{"a.csv", text}})}) {
    std::uint64_t last = 0;
    const RegisterSink sink{.mark = [](EarlierMark&&, const RegisterPosition&) { return true; },
                            .fault = {},
                            .progress =
                                [&](std::uint64_t read) {
                                  CHECK(read >= last);
                                  last = read;
                                },
                            .figurative = {}};
    CHECK_FALSE(read_register(folder.write("f", bytes), {}, sink));
    CHECK(last <= bytes.size());
    CHECK(last + 200 >= bytes.size());
  }
}

TEST_CASE("damaged samples are read to an end") {
  const TemporaryFolder folder;
  std::mt19937 random(20211);
  for (const char* name : {"cn.csv", "cn.tsv", "cn.jsonl", "st66.xml", "st96.xml", "uspto.xml"}) {
    const std::string sample = support::read_file(k_samples + name);
    const RegisterFormat format = guess_register_format(k_samples + name).value();
    for (const std::string& whole : {sample, gzip(sample), zip({{name, sample}})}) {
      for (int i = 0; i < 60; ++i) {
        std::string bytes = whole;
        for (auto n = random() % 4; n < 4; ++n) bytes[random() % bytes.size()] = static_cast<char>(random());
        if (random() % 4 == 0) bytes.resize(random() % bytes.size());
        const auto file = folder.write("f", bytes);
        read(file, {.format = format});
        guess_register_format(file);
      }
    }
  }
}

}  // namespace tmsweep::import
