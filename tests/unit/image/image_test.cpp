// SPDX-License-Identifier: Apache-2.0
#include "image/image.h"

#include <doctest/doctest.h>

#include <cstring>
#include <vector>

#include "image/writer.h"
#include "support/small_data.h"

namespace tmsweep::image {

namespace {

std::vector<std::byte> bytes() {
  const auto small = support::small_image_bytes();
  return {small.begin(), small.end()};
}

}  // namespace

TEST_CASE("an image that cannot be trusted is refused") {
  std::vector<std::byte> b = bytes();
  CHECK_NOTHROW(Image{b});
  CHECK_THROWS_AS(Image{std::span<const std::byte>{}}, ImageError);
  for (const std::size_t size :
       {std::size_t{4}, sizeof(Header), std::size_t{100}, b.size() / 2, b.size() - 1}) {
    CAPTURE(size);
    CHECK_THROWS_AS(Image{std::span<const std::byte>(b).first(size)}, ImageError);
  }
  b[0] = std::byte{'X'};
  CHECK_THROWS_AS(Image{b}, ImageError);
  b = bytes();
  b[offsetof(Header, version)] = std::byte{99};
  CHECK_THROWS_WITH_AS(Image{b}, doctest::Contains("format"), ImageError);
}

TEST_CASE("every table of contents entry is checked") {
  for (std::size_t i = 0; i < static_cast<std::size_t>(Section::count_); ++i) {
    std::vector<std::byte> b = bytes();
    SectionEntry entry;
    std::byte* where = b.data() + sizeof(Header) + i * sizeof entry;
    std::memcpy(&entry, where, sizeof entry);
    entry.offset = b.size() + 8;
    std::memcpy(where, &entry, sizeof entry);
    CHECK_THROWS_AS(Image{b}, ImageError);
  }
}

TEST_CASE("references outside their tables are refused when they are followed") {
  const Image& image = support::small_image();
  CHECK_THROWS_AS((void)image.text({0xFFFFFF00U, 5}), ImageError);
  CHECK_THROWS_AS((void)image.at<TermRecord>(Section::terms, 0x7FFFFFFF), ImageError);
  CHECK_THROWS_AS((void)image.run<TermKey>(Section::term_keys, {0, 0x7FFFFFFF}), ImageError);
  CHECK_THROWS_AS((void)image.all<RuleRecord>(Section::terms), ImageError);
  CHECK(image.text({}).empty());
}

TEST_CASE("a trie gives back what was put into it") {
  TrieBuilder builder;
  CHECK(builder.entry(U"ab") == 0);
  CHECK(builder.entry(U"a") == 1);
  CHECK(builder.entry(U"ab") == 0);
  CHECK(builder.entry(U"b") == 2);
  const std::vector<TrieNode> nodes = builder.nodes();
  const Trie trie(nodes);
  const std::uint32_t a = trie.child(trie.root(), U'a');
  REQUIRE(a != Trie::k_none);
  CHECK(trie.entry(a) == 1);
  CHECK(trie.entry(trie.child(a, U'b')) == 0);
  CHECK(trie.child(a, U'c') == Trie::k_none);
  CHECK(trie.child(trie.root(), U'z') == Trie::k_none);
  CHECK(Trie().root() == Trie::k_none);
}

TEST_CASE("look-ups by id") {
  const Image& image = support::small_image();
  CHECK(image.rule_number("vulgar") >= 0);
  CHECK(image.rule_number("nothing") == -1);
  CHECK(image.basis_number("CN-10-1-8-1") >= 0);
  CHECK(image.basis_number("CN-0") == -1);
  CHECK(image.article("2019", "10.1.8") != nullptr);
  CHECK(image.article("2019", "99") == nullptr);
  CHECK(image.meta("edition") == "2026-11-23");
  CHECK(image.meta("nothing").empty());
}

}  // namespace tmsweep::image
