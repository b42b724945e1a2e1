// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tmsweep::text {

TEST_CASE("every scalar value survives the way there and back") {
  for (const char32_t c : {U'\0', U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'中', U'\xD7FF', U'\xE000',
                           U'\xFFFF', U'\x10000', U'😀', U'\x10FFFF'}) {
    const std::string bytes = encode(std::u32string(1, c));
    const auto back = decode(bytes);
    REQUIRE(back.ok());
    CHECK(back.value() == std::u32string(1, c));
  }
}

TEST_CASE("an empty text is valid") {
  REQUIRE(decode("").ok());
  CHECK(decode("").value().empty());
}

TEST_CASE("a bad byte is reported with its offset, wherever it stands") {
  struct Bad {
    std::string what;
    std::string bytes;
  };
  const std::vector<Bad> all{{"continuation without lead", "\x80"},
                             {"overlong two", "\xC0\x80"},
                             {"overlong two, second lead", "\xC1\xBF"},
                             {"overlong three", "\xE0\x9F\xBF"},
                             {"overlong four", "\xF0\x8F\xBF\xBF"},
                             {"surrogate", "\xED\xA0\x80"},
                             {"above U+10FFFF", "\xF4\x90\x80\x80"},
                             {"lead beyond Unicode", "\xF5\x80\x80\x80"},
                             {"byte FF", "\xFF"},
                             {"two cut short", "\xC3"},
                             {"three cut short", "\xE4\xB8"},
                             {"four cut short", "\xF0\x9F\x98"},
                             {"lead in place of continuation", "\xE4\xE4\xB8"}};
  for (const Bad& bad : all) {
    for (const std::string head : {"", "a", "中", "😀中a"}) {
      for (const std::string tail : {"", "z"}) {
        CAPTURE(bad.what);
        CAPTURE(head);
        const auto got = decode(head + bad.bytes + tail);
        REQUIRE_FALSE(got.ok());
        REQUIRE(got.error().byte_offset.has_value());
        CHECK(*got.error().byte_offset == head.size());
        CHECK(got.error().message.en == "invalid UTF-8 at byte " + std::to_string(head.size() + 1));
        CHECK_FALSE(got.error().hint.empty());
      }
    }
  }
}

TEST_CASE("control characters can be shown") {
  CHECK(with_visible_controls("国\n酒\x1b[31m\x7f") == "国‹U+000A›酒‹U+001B›[31m‹U+007F›");
  CHECK(with_visible_controls("国酒") == "国酒");
  CHECK(with_visible_controls("").empty());
}

}  // namespace tmsweep::text
