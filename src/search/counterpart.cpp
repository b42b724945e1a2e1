// SPDX-License-Identifier: Apache-2.0
#include "search/counterpart.h"

#include <algorithm>

#include "image/name_hash.h"
#include "search/letters.h"
#include "search/sound.h"

namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;
using image::CounterpartRecord;
using image::Image;
using image::Section;

constexpr std::size_t k_longest = 8;  ///< Han characters of a name that is spelled or rendered

void append(const Image& image, const CounterpartRecord& record, Run& letters) {
  for (const char c : image.text(record.english)) letters.push(static_cast<unsigned char>(c));
}

/// Renders `rest`, longest words first; words of the whole name alone make the parts of it superfluous.
void render(const Image& image, Chars rest, const Run& before, std::size_t words, Renderings& out) {
  constexpr std::size_t k_most_words = 3;
  if (rest.empty()) {
    Glance glance;
    if (out.count < out.runs.size()) fold(before.view(), out.runs[out.count++], glance);
    return;
  }
  if (words == k_most_words || out.count == out.runs.size()) return;
  for (std::size_t n = rest.size(); n >= 1; --n) {
    bool known = false;
    for (const CounterpartRecord& r : counterparts(image, rest.substr(0, n))) {
      if (r.known_mark != 0) continue;
      known = true;
      Run letters = before;
      append(image, r, letters);
      render(image, rest.substr(n), letters, words + 1, out);
    }
    if (known && n == rest.size()) return;
  }
}

}  // namespace

std::span<const CounterpartRecord> counterparts(const Image& image, Chars text) {
  const std::uint64_t hash = image::name_hash(text);
  if (!image.counterpart_set().may_have(hash)) return {};
  const auto starts = image.all<std::uint32_t>(Section::counterpart_starts);
  if (starts.empty()) return {};
  const auto at = static_cast<std::uint32_t>(hash >> (64U - image::k_counterpart_bits));
  const std::uint32_t first = image.at<std::uint32_t>(Section::counterpart_starts, at);
  const std::uint32_t last = image.at<std::uint32_t>(Section::counterpart_starts, at + 1);
  if (last <= first) return {};
  const auto some = image.run<CounterpartRecord>(Section::counterparts, {first, last - first});
  // A handful of records, most of which begin above the hash or end below it.
  std::size_t begin = 0;
  while (begin < some.size() && some[begin].hash < hash) ++begin;
  std::size_t end = begin;
  while (end < some.size() && some[end].hash == hash) ++end;
  return some.subspan(begin, end - begin);
}

bool is_everyday(const Image& image, Chars text) {
  if (han_in(text) == 0) return is_word(image, text);
  const auto all = counterparts(image, text);
  return std::ranges::any_of(all, [](const CounterpartRecord& r) { return r.known_mark == 0; });
}

void english_of(const Image& image, Chars han, Renderings& out) {
  out.count = 0;
  if (han.size() <= k_longest && han_in(han) == han.size()) render(image, han, {}, 0, out);
}

namespace {

bool spells(const Image& image, const Sounds& sounds, std::size_t at, Chars letters) {
  if (at == sounds.size()) return letters.empty();
  for (const std::uint16_t s : sounds.at(at)) {
    const std::string_view syllable = image.syllable(s);
    const bool fits =
        syllable.size() <= letters.size() && std::equal(syllable.begin(), syllable.end(), letters.begin());
    if (fits && spells(image, sounds, at + 1, letters.substr(syllable.size()))) return true;
  }
  return false;
}

}  // namespace

bool is_pinyin_of(const Image& image, Chars letters, Chars han) {
  return spells(image, Sounds(image, han), 0, letters);
}

void pinyin_of(const Image& image, Chars han, Renderings& out) {
  out.count = 0;
  if (han.size() < 2 || han.size() > k_longest || han_in(han) != han.size()) return;
  const Sounds sounds(image, han);
  std::array<std::size_t, k_longest> reading{};
  for (bool more = true; more && out.count < Sounds::k_most_variants;) {
    Run letters;
    for (std::size_t i = 0; i < han.size(); ++i) {
      if (sounds.at(i).empty()) {
        out.count = 0;
        return;
      }
      for (const char c : image.syllable(sounds.at(i)[reading[i]]))
        letters.push(static_cast<unsigned char>(c));
    }
    Glance glance;
    fold(letters.view(), out.runs[out.count++], glance);
    // The next combination of readings, like counting.
    std::size_t i = 0;
    while (i < han.size() && ++reading[i] == sounds.at(i).size()) reading[i++] = 0;
    more = i < han.size();
  }
}

}  // namespace tmsweep::search
