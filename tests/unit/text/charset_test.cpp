// SPDX-License-Identifier: Apache-2.0
#include "text/charset.h"

#include <doctest/doctest.h>

#include <string>

namespace tmsweep::text {

namespace {

using std::string_literals::operator""s;

/// In pieces of `size` bytes.
std::string decoded(Charset charset, std::string_view bytes, std::size_t size) {
  Decoder decoder(charset);
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += size) decoder.decode(bytes.substr(at, size), out);
  decoder.finish(out);
  return out;
}

}  // namespace

TEST_CASE("what is UTF-8 stays UTF-8, also with a few broken bytes") {
  for (const std::string& text : {
           ""s,
           "abc\n"s,
           "历蜀记\n火锅店\n"s,
           "\xEF\xBB\xBF历"s,
           "历蜀记\xE7"s,                  // cut off by the end of the sample
           "历蜀记\n\xFF\xFE\n火锅店\n"s,  // one broken line
           "历蜀记\n\xE4\xB8\n火锅店\n"s,  // a character that was cut
           "abc\n\xE4\xB8\ndef\n"s,        // the same among ASCII: GB 18030 would read a rare character
           "caf\xE9\nZ\xFCrich\n"s,        // Latin-1
           "a\0b\nok\n"s,                  // a hostile name
           "历\0记\n火锅店\n"s,
           "\xFF"s,
       }) {
    CAPTURE(text);
    CHECK(charset_name(detect_charset(text)) == "UTF-8");
  }
}

TEST_CASE("other encodings are told") {
  struct Row {
    std::string bytes;
    std::string name;
  };
  for (const Row& row : {
           Row{"\xC0\xFA\xCA\xF1\xBC\xC7\n"s, "GB18030"},  // 历蜀记
           Row{"name,class\n\xC0\xFA\xCA\xF1\xBC\xC7,43\n"s, "GB18030"},
           Row{"\xFF\xFE\x86\x53"s, "UTF-16LE"},
           Row{"\xFE\xFF\x53\x86"s, "UTF-16BE"},
           Row{"\x86\x53\n\0"s, "UTF-16LE"},
           Row{"\x53\x86\0\n"s, "UTF-16BE"},
           Row{"\0\x4E\0\x4E\n\0\x01\x4E\n\0"s, "UTF-16LE"},  // 一一 has NULs on the other side
           Row{"n\0a\0m\0e\0\n\0a\0b\0\n\0"s, "UTF-16LE"},
           Row{"\0n\0a\0m\0e\0\n"s, "UTF-16BE"},
       }) {
    CAPTURE(row.bytes);
    CHECK(charset_name(detect_charset(row.bytes)) == row.name);
  }
}

TEST_CASE("text is decoded in pieces of any size, and what is broken stays a fault") {
  struct Row {
    Charset charset;
    std::string bytes;
    std::string text;
  };
  for (const Row& row : {
           Row{Charset::gb18030, "\xC0\xFA a\n\x81\x30\x81\x30\x95\x32\x82\x36"s,
               "历 a\n\xC2\x80\xF0\xA0\x80\x80"s},
           Row{Charset::gb18030, "\xBC\xD7\xFF\n\xBC\xD7\xE9\n\xBC"s, "甲\xFF\n甲\xFF\n\xFF"s},
           Row{Charset::gbk, "\xBC\xD7\xFF"s, "甲\xFF"s},
           Row{Charset::big5, "\xA5\xD2\xA4\x40"s, "甲一"s},
           Row{Charset::utf16le, "\x40\xD8\x00\xDC\n\0"s, "\xF0\xA0\x80\x80\n"s},
           Row{Charset::utf16be, "\xD8\x40\0\n\xDC\x00\x75\x32\x75"s, "\xFF\n\xFF甲\xFF"s},
       }) {
    for (const std::size_t size : {1U, 2U, 3U, 64U}) {
      CAPTURE(row.text);
      CHECK(decoded(row.charset, row.bytes, size) == row.text);
    }
  }
  const std::string long_text(100'000, '\xA1');
  CHECK(decoded(Charset::gb18030, long_text, 4096).size() == 150'000);
}

TEST_CASE("names of encodings") {
  for (const std::string_view id : k_charset_ids) CHECK(charset_named(id).has_value());
  CHECK(charset_named("GBK") == Charset::gbk);
  CHECK_FALSE(charset_named("latin1"));
  CHECK_FALSE(charset_named(""));
}

}  // namespace tmsweep::text
