// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "store/bundle.h"
#include "support/small_data.h"
#include "support/temporary.h"

namespace tmsweep::store {

namespace {

std::filesystem::path small_database(const support::TemporaryFolder& folder) {
  const auto file = folder.path() / "small.db";
  write_database(file, support::small_image_bytes(), "# Sources\n");
  return file;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("a database gives back its image and says what it holds") {
  const support::TemporaryFolder folder;
  const Database db = Database::open(small_database(folder));
  CHECK(std::ranges::equal(db.image(), support::small_image_bytes()));
  CHECK(db.faults().empty());
  const DatabaseSummary s = db.summary();
  CHECK(s.meta.at("edition") == "2026-11-23");
  CHECK(s.sources == "# Sources\n");
  CHECK_FALSE(s.terms_by_rule.empty());
  CHECK_FALSE(s.rows_by_source.empty());
}

TEST_CASE("the built-in database opens in place") {
  CHECK(Database::open(bundled_database()).faults().empty());
  CHECK_THROWS_AS((void)Database::open(std::span<const std::byte>{}), DatabaseError);
}

TEST_CASE("what is no database of ours is refused in one line") {
  const support::TemporaryFolder folder;
  const std::string whole = bytes_of(small_database(folder));
  const auto refused = [&](const std::string& name, const std::string& bytes) {
    folder.write(name, bytes);
    try {
      const Database db = Database::open(folder.path() / name);
      return db.faults().empty() ? std::string() : std::string("faults");
    } catch (const DatabaseError& e) {
      const std::string text = e.what();
      CHECK(text.find('\n') == std::string::npos);
      return text;
    }
  };
  CHECK_FALSE(refused("text.db", "this is no database at all").empty());
  CHECK_FALSE(refused("empty.db", "").empty());
  CHECK_FALSE(refused("cut.db", whole.substr(0, whole.size() / 2)).empty());
  std::string other = whole;
  other[63] = 7;  // last byte of user_version in the SQLite header
  CHECK(refused("schema.db", other).find("schema version 7") != std::string::npos);
  other = whole;
  other[71] = 0;  // application_id
  CHECK(refused("foreign.db", other).find("is not a tmsweep database") != std::string::npos);
  CHECK_THROWS_AS((void)Database::open(folder.path() / "absent.db"), DatabaseError);
  CHECK_THROWS_AS((void)Database::open(folder.path()), DatabaseError);
}

TEST_CASE("why a database cannot be used is said in both languages") {
  const support::TemporaryFolder folder;
  const std::string whole = bytes_of(small_database(folder));
  std::string schema = whole;
  schema[63] = 7;
  std::string foreign = whole;
  foreign[71] = 0;
  struct Row {
    std::filesystem::path file;
    Message says;
  };
  for (const Row& row : std::vector<Row>{
           {folder.write("schema.db", schema),
            {"结构版本是 7，本程序读版本 1；用 'tmsweep db build' 重新生成",
             "has schema version 7, this program reads version 1; build it again with 'tmsweep db build'"}},
           {folder.write("foreign.db", foreign), {"不是 tmsweep 的数据库", "is not a tmsweep database"}},
           {folder.write("text.db", "this is no database at all"),
            {"无法读数据库：file is not a database", "cannot read the database: file is not a database"}},
           {folder.path() / "absent.db",
            {"没有这个数据库文件；不写 --db 就用内置的",
             "no such database file; leave out --db to use the built-in one"}},
       }) {
    CAPTURE(row.file);
    const Message said = support::said([&] { (void)Database::open(row.file); });
    CHECK(said.zh == row.file.string() + ": " + row.says.zh);
    CHECK(said.en == row.file.string() + ": " + row.says.en);
  }
}

TEST_CASE("a changed byte of the image is found") {
  const support::TemporaryFolder folder;
  const auto file = small_database(folder);
  std::string bytes = bytes_of(file);
  bytes[bytes.size() - 5000] = static_cast<char>(bytes[bytes.size() - 5000] ^ 0x55);
  folder.write("small.db", bytes);
  CHECK_FALSE(Database::open(file).faults().empty());
}

}  // namespace tmsweep::store
