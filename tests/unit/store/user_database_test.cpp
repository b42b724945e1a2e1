// SPDX-License-Identifier: Apache-2.0
#include "store/user_database.h"

#include <doctest/doctest.h>

#include "store/bundle.h"
#include "store/importer.h"
#include "store/mark_id.h"
#include "support/temporary.h"

namespace tmsweep::store {

namespace {

EarlierMark mark(const std::string& name, ClassMask classes, const std::string& number,
                 Standing standing = Standing::registered) {
  EarlierMark m;
  m.name = name;
  m.classes = classes;
  m.owner = "某公司";
  m.number = number;
  m.standing = standing;
  return m;
}

std::vector<KeyedMark> keyed(const std::vector<EarlierMark>& marks) {
  std::vector<KeyedMark> out;
  for (const EarlierMark& m : marks) out.push_back({mark_id(m, "cn"), m});
  return out;
}

const FileState k_file{"/a.csv", 10, 20, "head", "csv"};

ImportCounts import_all(UserDatabase& db, const std::string& source, const std::vector<EarlierMark>& marks) {
  Importer importer(db, source, "csv");
  std::vector<KeyedMark> batch = keyed(marks);
  const ImportCounts counts = importer.write(batch, k_file, {marks.size(), true}, marks.size(), 0);
  importer.finish("2026-11-25T00:00:00Z");
  return counts;
}

std::vector<EarlierMark> all(const UserDatabase& db) {
  std::vector<EarlierMark> out;
  db.each([&](const EarlierMark& m) { out.push_back(m); });
  return out;
}

}  // namespace

TEST_CASE("the number and its office are the identity, however the number is written") {
  const std::int64_t id = mark_id(mark("甲", 0, "12345678"), "cn");
  CHECK(id == mark_id(mark("乙", class_bit(3), "012 345-678"), "cn"));
  CHECK(id != mark_id(mark("甲", 0, "12345678"), "us"));
  CHECK(id != mark_id(mark("甲", 0, "12345678A"), "cn"));
  CHECK(id != mark_id(mark("甲", 0, "G12345678"), "cn"));
  CHECK(id + 1 == mark_id(mark("甲", 0, "12345679"), "cn"));
  CHECK(mark_id(mark("甲", 0, "12345678a"), "cn") == mark_id(mark("甲", 0, "12345678A"), "cn"));
  CHECK(mark_id(mark("甲", 0, "1A2"), "cn") != mark_id(mark("甲", 0, "2A1"), "cn"));
  CHECK(mark_id(mark("甲", 0, "9999999999999999999999"), "cn") > 0);
  CHECK(id > 0);
}

TEST_CASE("without a number it is everything else that is known") {
  const EarlierMark one = mark("甲", class_bit(3), "");
  CHECK(mark_id(one, "cn") == mark_id(one, "us"));
  for (const auto& change : std::vector<void (*)(EarlierMark&)>{
           [](EarlierMark& m) { m.name = "乙"; }, [](EarlierMark& m) { m.classes = class_bit(4); },
           [](EarlierMark& m) { m.owner = "他人"; }, [](EarlierMark& m) { m.filed = "2020-01-01"; }}) {
    EarlierMark other = one;
    change(other);
    CHECK(mark_id(other, "cn") != mark_id(one, "cn"));
  }
  EarlierMark same = one;
  same.status = "别的话";
  CHECK(mark_id(same, "cn") == mark_id(one, "cn"));
}

TEST_CASE("an identity is kept on disk and never changes") {
  CHECK(mark_id(mark("甲", 0, "12345678"), "cn") == 402817079964361038);
  CHECK(mark_id(mark("甲", class_bit(3), ""), "cn") == 8111488176405312908);
}

TEST_CASE("what was imported comes back, and once") {
  const support::TemporaryFolder folder;
  UserDatabase db = UserDatabase::create(folder.path() / "marks.db");
  CHECK(db.marks() == 0);
  const std::vector<EarlierMark> marks{mark("甲", class_bit(30), "1"), mark("乙", class_bit(35), "2")};
  ImportCounts counts = import_all(db, "one", marks);
  CHECK(counts.added == 2);
  counts = import_all(db, "one", marks);
  CHECK(counts.added == 0);
  CHECK(counts.unchanged == 2);
  REQUIRE(all(db).size() == 2);
  CHECK(all(db)[0].name == "甲");
  CHECK(all(db)[0].classes == class_bit(30));
  CHECK(all(db)[0].owner == "某公司");
  CHECK(all(db)[0].standing == Standing::registered);
  CHECK(all(db)[0].source == "one");
  CHECK(db.marks() == 2);
}

TEST_CASE("the last import wins, with its source") {
  const support::TemporaryFolder folder;
  UserDatabase db = UserDatabase::create(folder.path() / "marks.db");
  import_all(db, "one", {mark("甲", class_bit(30) | class_bit(35), "1")});
  const ImportCounts counts = import_all(db, "two", {mark("甲新", class_bit(30), "1", Standing::dead)});
  CHECK(counts.updated == 1);
  REQUIRE(all(db).size() == 1);
  CHECK(all(db)[0].name == "甲新");
  CHECK(all(db)[0].classes == class_bit(30));
  CHECK(all(db)[0].standing == Standing::dead);
  const std::vector<SourceInfo> sources = db.sources();
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].marks == 0);
  CHECK(sources[1].marks == 1);
  CHECK(db.remove(sources[0].id) == 0);
  CHECK(db.remove(sources[1].id) == 1);
  CHECK(db.sources().empty());
}

TEST_CASE("rows of one run about other classes are one mark of all of them") {
  const support::TemporaryFolder folder;
  UserDatabase db = UserDatabase::create(folder.path() / "marks.db");
  Importer importer(db, "one", "csv");
  std::vector<KeyedMark> batch =
      keyed({mark("甲", class_bit(30), "1"), mark("甲", class_bit(35), "1", Standing::dead)});
  CHECK(importer.write(batch, k_file, {2, false}, 2, 0).merged == 1);
  batch = keyed({mark("甲", class_bit(43), "1", Standing::dead)});
  CHECK(importer.write(batch, k_file, {3, false}, 1, 0).updated == 1);
  CHECK(all(db)[0].classes == (class_bit(30) | class_bit(35) | class_bit(43)));
  CHECK(all(db)[0].standing == Standing::registered);
  // News about the same class are news.
  batch = keyed({mark("甲", class_bit(43), "1", Standing::dead)});
  importer.write(batch, k_file, {4, true}, 1, 0);
  CHECK(all(db)[0].standing == Standing::dead);
  CHECK(all(db).size() == 1);
}

TEST_CASE("an import that broke off is known again by its file and goes on") {
  const support::TemporaryFolder folder;
  const auto file = folder.path() / "marks.db";
  {
    UserDatabase db = UserDatabase::create(file);
    Importer importer(db, "one", "csv");
    CHECK_FALSE(importer.progress(k_file).has_value());
    std::vector<KeyedMark> batch = keyed({mark("甲", class_bit(30), "1")});
    importer.write(batch, k_file, {1, false}, 1, 0);
  }
  UserDatabase db = UserDatabase::create(file);
  CHECK(db.sources()[0].unfinished == std::vector<std::string>{"/a.csv"});
  Importer importer(db, "one", "csv");
  REQUIRE(importer.progress(k_file).has_value());
  CHECK(importer.progress(k_file)->records == 1);
  FileState changed = k_file;
  changed.modified = 21;
  CHECK_FALSE(importer.progress(changed).has_value());
  importer.resume();
  std::vector<KeyedMark> batch = keyed({mark("甲", class_bit(35), "1")});
  importer.write(batch, k_file, {2, true}, 1, 1);
  importer.finish("2026-11-25T00:00:00Z");
  CHECK(all(db)[0].classes == (class_bit(30) | class_bit(35)));
  CHECK(db.sources()[0].records == 2);
  CHECK(db.sources()[0].faults == 1);
  CHECK(db.sources()[0].unfinished.empty());
  CHECK_FALSE(importer.progress(k_file).has_value());
}

TEST_CASE("totals by standing and class") {
  const support::TemporaryFolder folder;
  UserDatabase db = UserDatabase::create(folder.path() / "marks.db");
  import_all(db, "one", {mark("甲", class_bit(30) | class_bit(45), "1"), mark("乙", 0, "2", Standing::dead)});
  const UserTotals totals = db.totals();
  CHECK(totals.marks == 2);
  CHECK(totals.by_standing == std::array<std::uint64_t, 4>{0, 0, 1, 1});
  CHECK(totals.by_class[0] == 1);
  CHECK(totals.by_class[30] == 1);
  CHECK(totals.by_class[45] == 1);
  CHECK(totals.bytes > 0);
}

TEST_CASE("no file and an empty file are no database yet; what is another's is refused") {
  const support::TemporaryFolder folder;
  CHECK_FALSE(UserDatabase::open(folder.path() / "absent.db").has_value());
  CHECK_FALSE(UserDatabase::open(folder.write("empty.db", "")).has_value());
  const auto text = folder.write("text.db", std::string(3000, 'x'));
  CHECK(support::thrown([&] { (void)UserDatabase::open(text); }).find("text.db: ") != std::string::npos);
  CHECK_FALSE(support::thrown([&] { (void)UserDatabase::create(text); }).empty());
  CHECK(support::said([&] { (void)UserDatabase::open(folder.path()); }).zh ==
        folder.path().string() + ": 不是文件");
  CHECK_FALSE(support::thrown([&] { (void)UserDatabase::open(folder.path()); }).empty());
  const auto bundle = bundled_database();
  const auto foreign =
      folder.write("bundled.db", {reinterpret_cast<const char*>(bundle.data()), bundle.size()});
  CHECK(support::thrown([&] {
          (void)UserDatabase::open(foreign);
        }).find("is not a database of earlier marks") != std::string::npos);
}

}  // namespace tmsweep::store
