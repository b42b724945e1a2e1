// SPDX-License-Identifier: Apache-2.0
#include "app/bundle_file.h"

#include <doctest/doctest.h>

#include <fstream>

#include "app/installed.h"
#include "import/zip_writer.h"
#include "store/database.h"
#include "store/hash.h"
#include "support/temporary.h"

namespace tmsweep::app {

namespace {

using import::ZipEntry;

std::string hash_of(std::string_view bytes) {
  return store::sha256_hex({reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()});
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A bundle around bytes that need be no database, and the key that it is signed with.
struct Made {
  support::TemporaryFolder folder;
  store::NewKey key = store::new_key();
  store::SecretKey secret = store::SecretKey::read(key.secret_text).value();
  std::string database = std::string(20'000, 'd') + "end";
  std::string list = sums_of(hash_of(database));
  std::string signature = secret.sign(list);

  std::filesystem::path zip(std::vector<ZipEntry> entries, const std::string& name = "x.zip") const {
    const std::filesystem::path file = folder.path() / name;
    REQUIRE_FALSE(import::write_zip(file, entries));
    return file;
  }
  std::vector<ZipEntry> whole() const {
    return {{k_sums, list}, {k_sums_signature, signature}, {k_bundle_database, database}};
  }
  /// What the whole way of an update says: empty when the database came out.
  std::string fault(const std::filesystem::path& file) const {
    try {
      const std::vector<store::PublicKey> keys{secret.public_key()};
      const BundleSums sums = read_sums(file);
      (void)signer(file, sums, keys);
      unpack_database(file, sums, folder.path() / "out.db");
      CHECK(bytes_of(folder.path() / "out.db") == database);
      return {};
    } catch (const store::DatabaseError& e) {
      CHECK(std::string_view(e.what()).find('\n') == std::string_view::npos);
      return e.what();
    }
  }
};

}  // namespace

TEST_CASE("a bundle gives back its database, and the same entries give the same bytes") {
  const Made m;
  const auto file = m.zip(m.whole());
  CHECK(m.fault(file) == "");
  CHECK(bytes_of(file) == bytes_of(m.zip(m.whole(), "y.zip")));
}

TEST_CASE("what is no bundle is refused with its reason") {
  const Made m;
  const std::string two_lines = m.list + hash_of("x") + "  other\n";
  const std::string long_list(5000, 'a');
  struct Row {
    std::string_view why;
    std::vector<ZipEntry> entries;
  };
  const std::vector<Row> rows{
      {"holds '../bundle.db'",
       {{k_sums, m.list}, {k_sums_signature, m.signature}, {"../bundle.db", m.database}}},
      {"holds '/etc/passwd'", {{k_sums, m.list}, {k_sums_signature, m.signature}, {"/etc/passwd", "x"}}},
      {"holds 'more.txt'",
       {{k_sums, m.list},
        {k_sums_signature, m.signature},
        {k_bundle_database, m.database},
        {"more.txt", "x"}}},
      {"twice",
       {{k_sums, m.list},
        {k_sums, m.list},
        {k_sums_signature, m.signature},
        {k_bundle_database, m.database}}},
      {"2 of the 3", {{k_sums, m.list}, {k_bundle_database, m.database}}},
      {"1 of the 3", {{k_bundle_database, m.database}}},
      {"not a list of exactly",
       {{k_sums, two_lines}, {k_sums_signature, m.signature}, {k_bundle_database, m.database}}},
      {"not a list of exactly",
       {{k_sums, ""}, {k_sums_signature, m.signature}, {k_bundle_database, m.database}}},
      {"too long", {{k_sums, long_list}, {k_sums_signature, m.signature}, {k_bundle_database, m.database}}},
      {"not signed by a key you trust",
       {{k_sums, m.list}, {k_sums_signature, "AAAA"}, {k_bundle_database, m.database}}},
      {"does not have the SHA-256",
       {{k_sums, m.list}, {k_sums_signature, m.signature}, {k_bundle_database, "other"}}}};
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::string fault = m.fault(m.zip(row.entries));
    CHECK_MESSAGE(fault.find(row.why) != std::string::npos, fault);
  }
}

TEST_CASE("a list that another key signed is refused") {
  const Made m;
  const store::NewKey other = store::new_key();
  const std::string signature = store::SecretKey::read(other.secret_text).value().sign(m.list);
  const auto file = m.zip({{k_sums, m.list}, {k_sums_signature, signature}, {k_bundle_database, m.database}});
  CHECK(m.fault(file).find("not signed by a key you trust (" + store::key_id(m.secret.public_key()) + ")") !=
        std::string::npos);
}

TEST_CASE("a database that unpacks to more than any may have is not written out") {
  Made m;
  m.database.assign((1U << 28U) + 1, 'z');
  m.list = sums_of(hash_of(m.database));
  m.signature = m.secret.sign(m.list);
  CHECK(m.fault(m.zip(m.whole())).find("more than a database may have") != std::string::npos);
}

TEST_CASE("a byte changed anywhere is refused or does no harm, and so is every cut") {
  const Made m;
  const std::string whole = bytes_of(m.zip(m.whole()));
  constexpr std::size_t k_end_record = 22;
  REQUIRE(whole.size() < 2000);
  std::size_t refused = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0x55);
    m.folder.write("changed.zip", changed);
    if (!m.fault(m.folder.path() / "changed.zip").empty()) ++refused;  // fault() compares what came out
  }
  CHECK(refused > whole.size() / 2);
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    m.folder.write("cut.zip", whole.substr(0, size));
    // The record at the end says nothing of the content.
    const std::string fault = m.fault(m.folder.path() / "cut.zip");
    if (size + k_end_record <= whole.size()) CHECK_FALSE(fault.empty());
  }
}

TEST_CASE("a key file that is none, or too long, is refused") {
  const Made m;
  m.folder.write("open.pub", m.key.public_text);
  CHECK(trusted_keys((m.folder.path() / "open.pub").string()).size() == 1);
  m.folder.write("long.pub", std::string(10'000, '\n') + m.key.public_text);
  for (const char* name : {"long.pub", "absent.pub", "."})
    CHECK_THROWS_AS((void)trusted_keys((m.folder.path() / name).string()), store::DatabaseError);
}

TEST_CASE("the generations in use are named by a file of at most two lines") {
  const support::TemporaryFolder folder;
  CHECK(generations(folder.path()).empty());
  const std::vector<std::string> names{"0123456789abcdef", "0123456789abcdef-1"};
  write_generations(folder.path(), names);
  CHECK(generations(folder.path()) == names);
  write_generations(folder.path(), {});
  CHECK(generations(folder.path()).empty());
  for (const char* damaged :
       {"", "\n", "0123456789abcdef", "../../../../etc/x\n", "0123456789ABCDEF\n", "0123456789abcdef-\n",
        "0123456789abcdef/../x\n", "0123456789abcdef\n0123456789abcdef\n0123456789abcdef\n"}) {
    folder.write("current", damaged);
    CAPTURE(damaged);
    CHECK_THROWS_AS((void)generations(folder.path()), store::DatabaseError);
  }
}

}  // namespace tmsweep::app
