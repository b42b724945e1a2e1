// SPDX-License-Identifier: Apache-2.0
#include "store/signature.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace tmsweep::store {

namespace {

// RFC 8032, section 7.1, test 2.
constexpr std::string_view k_rfc_public = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
constexpr std::string_view k_rfc_message = "\x72";
constexpr std::string_view k_rfc_signature =
    "kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA==";

}  // namespace

TEST_CASE("what a key signs is accepted with it and with no other, unchanged and not otherwise") {
  const NewKey made = new_key();
  const NewKey other = new_key();
  CHECK(made.secret_text != other.secret_text);
  const auto secret = SecretKey::read(made.secret_text);
  const auto open = read_public_key(made.public_text);
  REQUIRE(secret);
  REQUIRE(open);
  CHECK(secret.value().public_key() == open.value());
  const std::string message = "abc  bundle.db\n";
  const std::string signature = secret.value().sign(message);
  CHECK(signature == secret.value().sign(message));
  CHECK(is_signed_by(open.value(), message, signature));
  CHECK_FALSE(is_signed_by(read_public_key(other.public_text).value(), message, signature));
  for (std::size_t i = 0; i < message.size(); ++i) {
    std::string changed = message;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK_FALSE(is_signed_by(open.value(), changed, signature));
  }
  for (std::size_t i = 0; i + 1 < signature.size(); ++i) {
    std::string changed = signature;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    CHECK_FALSE(is_signed_by(open.value(), message, changed));
  }
  for (const std::string& wrong :
       {std::string(), signature + signature, signature.substr(1), "!" + signature})
    CHECK_FALSE(is_signed_by(open.value(), message, wrong));
}

TEST_CASE("a public key is read in hexadecimal and in base64, and nothing else is") {
  const auto hex = read_public_key(k_rfc_public);
  REQUIRE(hex);
  CHECK(key_id(hex.value()) == "3d4017c3e843895a");
  const auto base64 = read_public_key("# remark\r\n\r\nPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\r\n");
  REQUIRE(base64);
  CHECK(base64.value() == hex.value());
  CHECK(is_signed_by(hex.value(), k_rfc_message, k_rfc_signature));
  for (const std::string& wrong :
       {std::string(), std::string("# only a remark\n"), std::string("PUAXw+hD"), std::string(64, 'g'),
        std::string(k_rfc_public) + "00", std::string(k_rfc_public) + "\n" + std::string(k_rfc_public),
        std::string(5000, 'A')})
    CHECK_FALSE(read_public_key(wrong));
}

TEST_CASE("a secret key whose halves do not fit is refused") {
  NewKey a = new_key();
  const std::string line = a.secret_text.substr(a.secret_text.find('\n') + 1);
  REQUIRE(line.size() == 89);
  std::string mixed = line;
  mixed[70] = mixed[70] == 'A' ? 'B' : 'A';
  CHECK(SecretKey::read(line));
  CHECK_FALSE(SecretKey::read(mixed));
  CHECK_FALSE(SecretKey::read(a.public_text));
  wipe(a.secret_text);
  CHECK(a.secret_text.empty());
}

}  // namespace tmsweep::store
