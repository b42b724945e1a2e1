// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdio>
#include <system_error>

#include "app/app.h"
#include "app/bundle_file.h"
#include "app/commands.h"
#include "app/durable.h"
#include "app/installed.h"
#include "app/session.h"
#include "app/user_index.h"
#include "engine/age.h"
#include "model/worded.h"
#include "output/terminal.h"
#include "platform/mapped_file.h"
#include "platform/process.h"
#include "store/bundle.h"
#include "store/database.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

void print(const std::string& s) {
  std::fputs((output::printable(s) + "\n").c_str(), stdout);
}

bool is_zh(const BundleRequest& request) {
  return language(request.common) == Lang::zh;
}

/// A folder for a bundle on its way; whatever is left of it at the end of the scope is deleted.
class Staging {
 public:
  explicit Staging(const fs::path& folder) : path_(folder / fmt::format("new-{}", platform::process_id())) {
    std::error_code error;
    fs::remove_all(path_, error);
    if (!fs::create_directory(path_, error))
      throw store::DatabaseError(worded({"{}: 建不了目录: {}", "{}: cannot make the folder: {}"},
                                        path_.string(), platform::reason(error)));
  }
  ~Staging() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Edition of an image that passes all checks of a start. Throws ImageError, IndexError, DatabaseError.
std::string edition_of(std::span<const std::byte> bytes) {
  const image::Image image(bytes);
  if (const auto marks = image.all<std::byte>(image::Section::mark_index); !marks.empty())
    (void)search::Index(image, marks);
  std::string edition(image.meta("edition"));
  if (!engine::age_in_days(edition, today()))
    throw store::DatabaseError(worded({"数据没有版本", "the data have no edition"}));
  return edition;
}

std::string edition_of(const fs::path& image) {
  return edition_of(platform::MappedFile(image, k_damaged).bytes());
}

/// Edition in use; that of the built-in data when what is installed cannot be used: an update mends it.
std::string edition_in_use() {
  try {
    return std::string(Session("").image().meta("edition"));
  } catch (const std::exception&) {
    return store::bundled_image().empty() ? "" : edition_of(store::bundled_image());
  }
}

/// Checks the unpacked database, puts its image beside it, and returns its edition.
std::string prepare(const fs::path& bundle, const fs::path& folder) {
  try {
    const store::Database db = store::Database::open(folder / k_bundle_database);
    if (const auto faults = db.faults(); !faults.empty()) throw store::DatabaseError(faults.front());
    const std::vector<std::byte> image = db.image();
    const std::string edition = edition_of(image);
    write_durably(folder / k_bundle_image, {reinterpret_cast<const char*>(image.data()), image.size()});
    return edition;
  } catch (const std::exception& e) {
    throw store::DatabaseError(
        worded({"{}: {}；什么也没有安装", "{}: {}; nothing was installed"}, bundle.string(), message_of(e)));
  }
}

/// The index of the user's own marks is tied to the tables it was made with.
int reindex(const BundleRequest& request) {
  UserDbRequest user;
  user.common = request.common;
  const fs::path file = user_database("");
  if (!current_index(file).file) return 0;
  try {
    const Session session("");
    const WriteLock lock(file);
    return refresh_index(user, store::UserDatabase::create(file), file, session.image());
  } catch (const std::exception& e) {
    throw store::DatabaseError(
        worded({"新数据已启用，但自己的商标还没有跟上: {}；请运行 'tmsweep db reindex'",
                "the new data are in use, but not yet with your own marks: {}; run 'tmsweep db reindex'"},
               message_of(e)));
  }
}

int update(const BundleRequest& request) {
  // A limit on the size of files shall end as a message, not as a signal.
  platform::outlive_file_size_limit();
  const fs::path bundle = request.from;
  const std::vector<store::PublicKey> keys = trusted_keys(request.key);
  const BundleSums sums = read_sums(bundle);
  const store::PublicKey key = signer(bundle, sums, keys);
  const fs::path folder = bundle_folder();
  const WriteLock lock(folder / "bundle");
  const Staging staging(folder);
  unpack_database(bundle, sums, staging.path() / k_bundle_database);
  const std::string edition = prepare(bundle, staging.path());
  const std::string old = edition_in_use();
  if (edition <= old && !request.allow_older)
    throw store::DatabaseError(
        worded({"{}: 版本 {} 不比正在用的 {} 新；什么也没有安装（--allow-older 可强行安装）",
                "{}: its edition {} is no newer than {}, which is in use; nothing was installed "
                "(--allow-older installs it all the same)"},
               bundle.string(), edition, old));
  write_durably(staging.path() / k_sums, sums.list);
  write_durably(staging.path() / k_sums_signature, sums.signature);
  sync_path(staging.path() / k_bundle_database);
  sync_path(staging.path());
  put_in_use(folder, staging.path(), sums.database_hash);
  print(is_zh(request)
            ? fmt::format("已安装 {} 版数据（此前 {}），签名密钥 {}", edition, old, store::key_id(key))
            : fmt::format("data of {} installed (before: {}), signed by key {}", edition, old,
                          store::key_id(key)));
  return reindex(request);
}

bool can_be_used(const fs::path& generation) {
  try {
    (void)edition_of(generation / k_bundle_image);
    return store::Database::open(generation / k_bundle_database).faults().empty();
  } catch (const std::exception&) {
    return false;
  }
}

store::DatabaseError nothing_installed() {
  return store::DatabaseError(
      worded({"没有安装过数据，用的是程序自带的；无从退回",
              "no data are installed, the built-in ones are in use; there is nothing to go back from"}));
}

int rollback(const BundleRequest& request) {
  const fs::path folder = bundle_folder();
  if (!fs::exists(folder)) throw nothing_installed();
  const WriteLock lock(folder / "bundle");
  std::vector<std::string> names;
  bool damaged = false;
  try {
    names = generations(folder);
  } catch (const store::DatabaseError&) {
    damaged = true;  // going back to the built-in data mends it
  }
  if (names.empty() && !damaged) throw nothing_installed();
  if (!names.empty()) names.erase(names.begin());
  // What cannot be used is no place to go back to.
  while (!names.empty() && !can_be_used(folder / names.front())) names.erase(names.begin());
  write_generations(folder, names);
  const std::string edition = edition_in_use();
  const bool zh = is_zh(request);
  if (names.empty())
    print(fmt::format(
        fmt::runtime(zh ? "已回到程序自带的数据，版本 {}" : "back to the built-in data, edition {}"),
        edition));
  else
    print(fmt::format(fmt::runtime(zh ? "已回到上一次安装的数据，版本 {}"
                                      : "back to the data installed before, edition {}"),
                      edition));
  return reindex(request);
}

}  // namespace

int run_bundle(const BundleRequest& request) {
  switch (request.action) {
    case BundleRequest::Action::update:
      return update(request);
    case BundleRequest::Action::rollback:
      return rollback(request);
    case BundleRequest::Action::keygen:
      return run_keygen(request);
    case BundleRequest::Action::pack:
      return run_pack(request);
    case BundleRequest::Action::diff:
      return run_diff(request);
  }
  return k_exit_usage;
}

}  // namespace tmsweep::app
