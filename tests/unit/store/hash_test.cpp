// SPDX-License-Identifier: Apache-2.0
#include "store/hash.h"

#include <doctest/doctest.h>

#include <string>

#include "support/temporary.h"

namespace tmsweep::store {

TEST_CASE("SHA-256 of the examples of FIPS 180-4") {
  CHECK(sha256_hex({}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex(support::bytes_of("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex(support::bytes_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("what is added in parts cannot run together") {
  Sha256 one;
  one.add("ab");
  one.add("c");
  Sha256 other;
  other.add("a");
  other.add("bc");
  CHECK(one.hex() != other.hex());
}

TEST_CASE("a part is hashed behind its length") {
  Sha256 h;
  h.add("abc");
  CHECK(h.hex() == sha256_hex(support::bytes_of("3:abc")));
}

}  // namespace tmsweep::store
