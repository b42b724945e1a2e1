// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdio>
#include <system_error>

#include "app/bundle_file.h"
#include "app/commands.h"
#include "app/durable.h"
#include "app/installed.h"
#include "app/session.h"
#include "import/zip_writer.h"
#include "model/worded.h"
#include "output/terminal.h"
#include "platform/files.h"
#include "platform/mapped_file.h"
#include "platform/process.h"
#include "store/bundle.h"
#include "store/database.h"
#include "store/hash.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

/// A secret key that others can read is none.
void require_private(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error))
    throw store::DatabaseError(
        worded({"--secret-key: {}: 没有这个文件", "--secret-key: {}: no such file"}, file.string()));
  if (platform::others_may_read(file))
    throw store::DatabaseError(
        worded({"--secret-key: {}: 别人也能读；用 chmod 600 只留给自己",
                "--secret-key: {}: others may read it; keep it to yourself with chmod 600"},
               file.string()));
}

store::SecretKey secret_key(const fs::path& file) {
  require_private(file);
  std::string text = small_file(file);
  Result<store::SecretKey> key = store::SecretKey::read(text);
  store::wipe(text);
  if (!key)
    throw store::DatabaseError(
        worded({"--secret-key: {}: {}", "--secret-key: {}: {}"}, file.string(), key.error().line()));
  return std::move(key).value();
}

/// The bytes of a database file, or of the built-in one.
class DatabaseBytes {
 public:
  explicit DatabaseBytes(const std::string& name) {
    if (name != "builtin")
      file_ = platform::MappedFile(
          name, {"请指定 'tmsweep db build' 生成的文件", "name a file that 'tmsweep db build' made"});
    bytes_ = name == "builtin" ? store::bundled_database() : file_.bytes();
  }
  [[nodiscard]] std::span<const std::byte> get() const { return bytes_; }

 private:
  platform::MappedFile file_;
  std::span<const std::byte> bytes_;
};

}  // namespace

int run_keygen(const BundleRequest& request) {
  const std::string secret = request.from + ".key";
  const std::string open = request.from + ".pub";
  store::NewKey key = store::new_key();
  write_durably(secret, key.secret_text, Readers::owner, Present::refuse);
  store::wipe(key.secret_text);
  try {
    write_durably(open, key.public_text, Readers::all, Present::refuse);
  } catch (const store::DatabaseError&) {
    std::error_code error;
    fs::remove(secret, error);
    throw;
  }
  const bool zh = language(request.common) == Lang::zh;
  std::fputs(
      output::printable(fmt::format(fmt::runtime(zh ? "私钥 {}（不要给别人）\n公钥 {}\n"
                                                    : "secret key {} (keep it to yourself)\npublic key {}\n"),
                                    secret, open),
                        true)
          .c_str(),
      stdout);
  return 0;
}

int run_pack(const BundleRequest& request) {
  const store::SecretKey key = secret_key(request.key);
  const DatabaseBytes database(request.from);
  const store::Database db = request.from == "builtin" ? store::Database::open(database.get())
                                                       : store::Database::open(fs::path(request.from));
  if (const auto faults = db.faults(); !faults.empty())
    throw store::DatabaseError(located(request.from, faults.front()));
  const std::string sums = sums_of(store::sha256_hex(database.get()));
  const std::string signature = key.sign(sums);
  const auto* text = reinterpret_cast<const char*>(database.get().data());
  const std::vector<import::ZipEntry> entries{
      {k_sums, sums}, {k_sums_signature, signature}, {k_bundle_database, {text, database.get().size()}}};
  const fs::path fresh = request.to + fmt::format(".{}.tmp", platform::process_id());
  try {
    if (const auto fault = import::write_zip(fresh, entries))
      throw store::DatabaseError(located(request.to, fault->line()));
    move_durably(fresh, request.to);
  } catch (const store::DatabaseError&) {
    std::error_code error;
    fs::remove(fresh, error);
    throw;
  }
  std::fputs(
      fmt::format("{}  key {}\n", output::printable(request.to), store::key_id(key.public_key())).c_str(),
      stdout);
  return 0;
}

}  // namespace tmsweep::app
