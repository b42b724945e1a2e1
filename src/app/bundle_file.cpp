// SPDX-License-Identifier: Apache-2.0
#include "app/bundle_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "app/installed.h"
#include "import/byte_source.h"
#include "model/worded.h"
#include "platform/environment.h"
#include "platform/files.h"
#include "platform/mapped_file.h"
#include "store/database.h"
#include "store/hash.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_largest_small = 4096;
constexpr std::uint64_t k_largest_database = 1ULL << 28U;
constexpr std::size_t k_most_keys = 100;
constexpr std::size_t k_hash_digits = 64;

[[noreturn]] void refuse(const fs::path& bundle, const Message& why) {
  throw store::DatabaseError(
      worded({"{}: {}；什么也没有安装", "{}: {}; nothing was installed"}, bundle.string(), why));
}

template <class T>
T taken(const fs::path& bundle, Result<T> result) {
  if (!result) refuse(bundle, result.error().line());
  return std::move(result).value();
}

std::unique_ptr<import::ByteSource> open_zip(const fs::path& bundle) {
  std::error_code error;
  if (!fs::is_regular_file(bundle, error)) refuse(bundle, worded({"没有这个文件", "no such file"}));
  if (!is_zip(bundle)) refuse(bundle, worded({"不是数据包（zip）", "is no bundle of data (a zip)"}));
  return taken(bundle, import::open_bytes(bundle, [](std::string_view) { return true; }));
}

std::string read_small(const fs::path& bundle, import::ByteSource& in) {
  std::string out;
  std::array<char, 1024> piece{};
  for (;;) {
    const std::size_t count = taken(bundle, in.read(piece));
    if (count == 0) return out;
    out.append(piece.data(), count);
    if (out.size() > k_largest_small)
      refuse(bundle, worded({"其中的 {} 太长", "{} in it is too long"}, in.member()));
  }
}

/// Empty when it is not known.
fs::path key_folder() {
  const fs::path config = platform::config_home();
  return config.empty() ? config : config / "tmsweep/keys";
}

store::PublicKey key_of(const fs::path& file) {
  const Result<store::PublicKey> key = store::read_public_key(small_file(file));
  if (!key) throw store::DatabaseError(located(file.string(), key.error().line()));
  return key.value();
}

std::vector<fs::path> key_files(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".pub" && out.size() < k_most_keys) out.push_back(entry.path());
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace

std::string sums_of(const std::string& database_hash) {
  return database_hash + "  " + k_bundle_database + "\n";
}

bool is_zip(const fs::path& file) {
  std::array<char, 4> head{};
  std::ifstream(file, std::ios::binary).read(head.data(), head.size());
  return std::string_view(head.data(), head.size()) == std::string_view("PK\3\4");
}

std::string small_file(const fs::path& file) {
  const auto unusable = [](const fs::path& at, Text why) {
    return store::DatabaseError(located(at.string(), why));
  };
  std::error_code error;
  if (!fs::is_regular_file(file, error)) throw unusable(file, {"没有这个文件", "no such file"});
  std::ifstream in(file, std::ios::binary);
  std::string out(k_largest_small + 1, '\0');
  in.read(out.data(), static_cast<std::streamsize>(out.size()));
  out.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad() || !in.is_open()) throw unusable(file, {"读不出", "cannot be read"});
  if (out.size() > k_largest_small) throw unusable(file, {"太长，不是密钥", "is too long for a key"});
  return out;
}

BundleSums read_sums(const fs::path& bundle) {
  const auto in = open_zip(bundle);
  std::vector<std::string> seen;
  BundleSums out;
  while (taken(bundle, in->next_member())) {
    const std::string name = in->member();
    if (name != k_sums && name != k_sums_signature && name != k_bundle_database)
      refuse(bundle,
             worded({"其中有“{}”，不属于数据包", "holds '{}', which does not belong into a bundle"}, name));
    if (std::ranges::find(seen, name) != seen.end())
      refuse(bundle, worded({"其中的 {} 有两份", "{} stands in it twice"}, name));
    seen.push_back(name);
    if (name == k_sums) out.list = read_small(bundle, *in);
    if (name == k_sums_signature) out.signature = read_small(bundle, *in);
  }
  constexpr std::size_t k_files = 3;
  if (seen.size() != k_files)
    refuse(bundle,
           worded({"数据包不完整：3 个文件只有 {} 个", "is no whole bundle: it holds {} of the 3 files"},
                  seen.size()));
  out.database_hash = out.list.substr(0, k_hash_digits);
  const bool hex = out.database_hash.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!hex || out.list != sums_of(out.database_hash))
    refuse(bundle, worded({"其中的 SHA256SUMS 列的不是且仅是数据库",
                           "its SHA256SUMS is not a list of exactly the database"}));
  return out;
}

store::PublicKey signer(const fs::path& bundle, const BundleSums& sums,
                        std::span<const store::PublicKey> keys) {
  for (const store::PublicKey& key : keys) {
    if (store::is_signed_by(key, sums.list, sums.signature)) return key;
  }
  std::string known;
  for (const store::PublicKey& key : keys) known += (known.empty() ? "" : ", ") + store::key_id(key);
  refuse(bundle, worded({"不是由您信任的密钥（{}）签名的", "is not signed by a key you trust ({})"}, known));
}

void unpack_database(const fs::path& bundle, const BundleSums& sums, const fs::path& out) {
  const auto in = open_zip(bundle);
  while (in->member() != k_bundle_database) {
    if (!taken(bundle, in->next_member()))
      refuse(bundle, worded({"其中没有数据库", "has no database in it"}));
  }
  std::ofstream file(out, std::ios::binary | std::ios::trunc);
  std::vector<char> piece(1U << 18U);
  std::uint64_t size = 0;
  while (const std::size_t count = taken(bundle, in->read(piece))) {
    size += count;
    if (size > k_largest_database)
      refuse(bundle, worded({"解压后超过数据库的上限", "unpacks to more than a database may have"}));
    errno = 0;
    if (!file.write(piece.data(), static_cast<std::streamsize>(count))) break;
  }
  file.flush();
  if (!file)
    throw store::DatabaseError(
        worded({"{}: 写不了: {}；什么也没有安装", "{}: cannot be written: {}; nothing was installed"},
               out.string(), platform::reason({errno, std::generic_category()})));
  file.close();
  const platform::MappedFile bytes(out, {"什么也没有安装", "nothing was installed"});
  if (store::sha256_hex(bytes.bytes()) != sums.database_hash)
    refuse(bundle, worded({"其中的数据库与清单的 SHA-256 不符",
                           "the database in it does not have the SHA-256 of its list"}));
}

std::vector<store::PublicKey> trusted_keys(const std::string& option) {
  if (!option.empty()) return {key_of(option)};
  std::vector<store::PublicKey> out;
  const fs::path folder = key_folder();
  for (const fs::path& file : key_files(folder)) out.push_back(key_of(file));
  constexpr std::string_view compiled_in = TMSWEEP_UPDATE_KEY;
  if (!compiled_in.empty()) {
    const Result<store::PublicKey> key = store::read_public_key(compiled_in);
    if (!key)
      throw store::DatabaseError(
          worded({"编入程序的密钥不是公钥", "the key compiled into this program is no public key"}));
    out.push_back(key.value());
  }
  if (!out.empty()) return out;
  throw store::DatabaseError(worded(
      {"没有可核对签名的密钥，程序也没有编入密钥；用 --key FILE 指定数据包制作者的公钥，或以 NAME.pub 放进 "
       "{}",
       "no key to check the signature with, and none is compiled into this program; name the public "
       "key of whoever made the bundle with --key FILE, or put it into {} as NAME.pub"},
      folder.empty() ? worded({"配置目录下的 tmsweep/keys", "tmsweep/keys of your configuration folder"})
                     : verbatim(folder.string())));
}

}  // namespace tmsweep::app
