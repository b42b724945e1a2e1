// SPDX-License-Identifier: Apache-2.0
#include "platform/files.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "platform/mapped_file.h"
#include "support/temporary.h"

namespace tmsweep::platform {

namespace fs = std::filesystem;

namespace {

std::string mapped_text(const fs::path& file) {
  const MappedFile mapped(file);
  return {reinterpret_cast<const char*>(mapped.bytes().data()), mapped.bytes().size()};
}

}  // namespace

TEST_CASE("strings and paths become each other as UTF-8") {
  const std::string name = "历蜀记 𠮷.csv";
  const fs::path path = name;
  CHECK(path.u8string() == std::u8string(name.begin(), name.end()));
  CHECK(path.string() == name);
  CHECK((fs::path("商标") / name).string().ends_with(name));
  CHECK(path.stem().string() + ".csv" == name);
}

TEST_CASE("a file is written, takes the place of another and is mapped") {
  const support::TemporaryFolder folder;
  const fs::path one = folder.path() / "商标.txt";
  const fs::path two = folder.path() / "品牌.txt";
  folder.write("品牌.txt", "what was there before");
  folder.write("商标.txt", "历蜀记");
  CHECK(!sync(one));
  CHECK(!sync(folder.path()));
  REQUIRE(!move_over(one, two));
  CHECK(!fs::exists(one));
  CHECK(support::read_file(two) == "历蜀记");
  CHECK(mapped_text(two) == "历蜀记");
  folder.write("品牌.txt", "");
  CHECK(mapped_text(two).empty());
}

TEST_CASE("what cannot be done has a reason") {
  const support::TemporaryFolder folder;
  const fs::path absent = folder.path() / "absent" / "file";
  const Message reason_of_absence{"没有这个文件或目录", "No such file or directory"};
  CHECK(reason(sync(absent)) == reason_of_absence);
  CHECK(reason(move_over(absent, folder.path() / "x")) == reason_of_absence);
  CHECK(reason(make_private_folder(absent)) == reason_of_absence);
  CHECK(open_file(absent, "rb") == nullptr);
  CHECK(open_for_writing(absent) < 0);
  CHECK(support::said([&] { MappedFile{absent}; }) ==
        Message{absent.string() + ": 读不了；用 'tmsweep db reindex' 重建",
                absent.string() + ": cannot be read; build it again with 'tmsweep db reindex'"});
  CHECK_THROWS_AS(FileLock{absent}, std::system_error);
}

TEST_CASE("reasons are said in both languages, rare ones in English") {
  CHECK(reason(std::make_error_code(std::errc::permission_denied)).zh == "没有权限");
  CHECK(reason(std::make_error_code(std::errc::no_space_on_device)).zh == "磁盘已满");
  const Message rare = reason(std::make_error_code(std::errc::no_child_process));
  CHECK(rare.zh == rare.en);
  CHECK_FALSE(rare.empty());
}

TEST_CASE("a private folder is made once and kept") {
  const support::TemporaryFolder folder;
  const fs::path made = folder.path() / "数据";
  CHECK(!make_private_folder(made));
  CHECK(!make_private_folder(made));
  CHECK(fs::is_directory(made));
}

TEST_CASE("a lock is held by one") {
  const support::TemporaryFolder folder;
  const fs::path file = folder.path() / "锁";
  {
    const FileLock first(file);
    CHECK(first.held());
    CHECK(!FileLock(file).held());
  }
  CHECK(FileLock(file).held());
}

TEST_CASE("descriptors take all bytes, piece by piece") {
  const support::TemporaryFolder folder;
  const fs::path file = folder.path() / "报告";
  std::string text;
  while (text.size() < 200'000) text += "历蜀记\n";
  const int descriptor = open_for_writing(file);
  REQUIRE(descriptor >= 0);
  for (std::string_view rest = text; !rest.empty();) {
    const std::ptrdiff_t written = write_some(descriptor, rest);
    REQUIRE(written > 0);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  CHECK(close_descriptor(descriptor) == 0);
  CHECK(support::read_file(file) == text);
}

}  // namespace tmsweep::platform
