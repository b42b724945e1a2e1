// SPDX-License-Identifier: Apache-2.0
#include "store/signature.h"

#include <sodium/core.h>
#include <sodium/crypto_sign.h>
#include <sodium/utils.h>

#include <algorithm>
#include <span>

#include "model/worded.h"

namespace tmsweep::store {

namespace {

static_assert(sizeof(PublicKey) == crypto_sign_PUBLICKEYBYTES);
constexpr int k_base64 = sodium_base64_VARIANT_ORIGINAL;

const unsigned char* data_of(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}

/// The one line that is neither blank nor a remark; empty when there is none or more than one.
std::string_view only_line(std::string_view text) {
  std::string_view out;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (!out.empty()) return {};
    out = line;
  }
  return out;
}

/// Whether the line is exactly `out.size()` bytes in base64.
bool from_base64(std::string_view line, std::span<unsigned char> out) {
  std::size_t size = 0;
  const char* end = nullptr;
  return sodium_base642bin(out.data(), out.size(), line.data(), line.size(), nullptr, &size, &end,
                           k_base64) == 0 &&
         size == out.size() && end == line.data() + line.size();
}

bool from_hex(std::string_view line, std::span<unsigned char> out) {
  std::size_t size = 0;
  return line.size() == 2 * out.size() &&
         sodium_hex2bin(out.data(), out.size(), line.data(), line.size(), nullptr, &size, nullptr) == 0 &&
         size == out.size();
}

std::string to_base64(std::span<const unsigned char> bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), k_base64), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), k_base64);
  out.back() = '\n';  // in the place of the closing zero byte
  return out;
}

}  // namespace

Result<PublicKey> read_public_key(std::string_view text) {
  PublicKey key{};
  const std::string_view line = only_line(text);
  if (from_base64(line, key) || from_hex(line, key)) return key;
  return Error{worded({"里面没有公钥", "holds no public key"}),
               worded({"公钥是一行 44 个字符的 base64，或 64 个十六进制数字",
                       "it is one line of 44 characters of base64, or 64 hexadecimal digits"}),
               {}};
}

std::string key_id(const PublicKey& key) {
  constexpr std::size_t k_shown = 8;
  std::array<char, 2 * k_shown + 1> text{};
  sodium_bin2hex(text.data(), text.size(), key.data(), k_shown);
  return text.data();
}

bool is_signed_by(const PublicKey& key, std::string_view message, std::string_view signature) {
  std::array<unsigned char, crypto_sign_BYTES> bytes{};
  if (!from_base64(only_line(signature), bytes)) return false;
  return crypto_sign_verify_detached(bytes.data(), data_of(message), message.size(), key.data()) == 0;
}

Result<SecretKey> SecretKey::read(std::string_view text) {
  static_assert(crypto_sign_SECRETKEYBYTES == 64);
  SecretKey key;
  PublicKey own{};
  if (from_base64(only_line(text), key.bytes_)) {
    // The second half must be the public key of the first, or signatures would give the secret away.
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> again{};
    crypto_sign_seed_keypair(own.data(), again.data(), key.bytes_.data());
    const bool same = again == key.bytes_;
    sodium_memzero(again.data(), again.size());
    if (same) return key;
  }
  return Error{worded({"里面没有私钥", "holds no secret key"}),
               worded({"用 'tmsweep db keygen' 生成", "make one with 'tmsweep db keygen'"}),
               {}};
}

SecretKey::~SecretKey() {
  sodium_memzero(bytes_.data(), bytes_.size());
}

std::string SecretKey::sign(std::string_view message) const {
  std::array<unsigned char, crypto_sign_BYTES> out{};
  crypto_sign_detached(out.data(), nullptr, data_of(message), message.size(), bytes_.data());
  return to_base64(out);
}

PublicKey SecretKey::public_key() const {
  PublicKey out{};
  std::ranges::copy(std::span(bytes_).last(out.size()), out.begin());
  return out;
}

NewKey new_key() {
  if (sodium_init() < 0) {
    throw Failure(
        worded({"系统没有给出生成密钥用的随机数", "the system gives no random bytes to make a key of"}));
  }
  PublicKey open{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_keypair(open.data(), secret.data());
  NewKey out;
  std::string text = to_base64(secret);
  sodium_memzero(secret.data(), secret.size());
  out.secret_text =
      "# tmsweep secret key " + key_id(open) + ": whoever has it can sign bundles in your name\n" + text;
  wipe(text);
  out.public_text = "# tmsweep public key " + key_id(open) + "\n" + to_base64(open);
  return out;
}

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

}  // namespace tmsweep::store
