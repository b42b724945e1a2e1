// SPDX-License-Identifier: Apache-2.0
#include "search/sieve.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

#include "search/compare.h"
#include "search/glance.h"
#include "search/index_text.h"

namespace tmsweep::search {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint8_t k_other = 0xFF;  ///< stands for what is not ASCII

// Of k_seen: pairs that fold as one, VV, RN and 13, which the letter begins or ends, and the kind of vowel it
// is.
constexpr unsigned k_ends = 3;
constexpr unsigned k_vowel = 6;
constexpr unsigned k_pairs = 7;

constexpr std::array<std::uint8_t, k_ascii> k_seen = [] {
  std::array<std::uint8_t, k_ascii> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<char32_t>(i);
    const auto pairs = [&](char32_t of_rn, char32_t of_13) {
      return unsigned{look_of(c) == U'v'} | unsigned{c == of_rn} << 1U | unsigned{c == of_13} << 2U;
    };
    out[i] = static_cast<std::uint8_t>(pairs(U'r', U'1') | pairs(U'n', U'3') << k_ends |
                                       unsigned{vowel_kind(c)} << k_vowel);
  }
  return out;
}();

constexpr std::array<std::uint8_t, k_ascii> k_groups = [] {
  std::array<std::uint8_t, k_ascii> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>(group_of(k_looks[i]));
  return out;
}();

/// Whether `part` stands in `whole`.
bool holds(Bytes whole, Bytes part) {
  if (part.empty() || part.size() > whole.size()) return false;
  const std::uint8_t first = part.front();
  const std::uint8_t* const last = whole.data() + (whole.size() - part.size());
  for (const std::uint8_t* at = whole.data(); at <= last; ++at) {
    if (*at == first && std::memcmp(at, part.data(), part.size()) == 0) return true;
  }
  return false;
}

bool has_doubled(Bytes word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i] == word[i - 1]) return true;
  }
  return false;
}

std::size_t apart(std::size_t a, std::size_t b) {
  return a < b ? b - a : a - b;
}

}  // namespace

/// A mark as the index keeps it, its letters apart from what stands between them.
struct Sieve::Stored {
  static constexpr std::uint64_t k_each = 0x0101010101010101ULL;
  std::array<std::uint8_t, k_most_bytes + 9> letters;
  std::size_t size = 0;
  std::uint64_t starts = 1;  ///< as Sign::starts
  Bytes packed;              ///< views beyond the whole name

  /// False when some of it is not ASCII, or it is longer than what is compared.
  bool read(Bytes mark) {
    const std::size_t text = mark[0] & k_most_bytes;
    const std::uint8_t* at = mark.data() + (mark.size() - text);
    packed = mark.subspan(1, mark.size() - text - 1);
    if (!packed.empty()) packed = packed.subspan(1);
    // Eight bytes at a time: which of them mark a token, and whether any is not ASCII.
    std::memcpy(letters.data(), at, text);
    std::memset(letters.data() + text, 0, 8);
    std::uint64_t wide = 0;
    std::array<std::uint64_t, 2> tokens{};
    for (std::size_t i = 0; i < text; i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, letters.data() + i, 8);
      wide |= eight;
      const std::uint64_t other = (eight ^ k_each * k_token) + k_each * 0x7F;  // ASCII: no carry
      tokens[i / 64] |= ((~other & k_each << 7U) >> 7U) * 0x0102040810204080ULL >> 56U << i % 64;
    }
    if ((wide & k_each << 7U) != 0) return false;
    size = text;
    std::size_t taken = 0;
    for (std::size_t half = 0; half < tokens.size(); ++half) {
      for (std::uint64_t t = tokens[half]; t != 0; t &= t - 1, ++taken) {
        const std::size_t token = 64 * half + static_cast<std::size_t>(std::countr_zero(t)) - taken;
        --size;
        std::memmove(letters.data() + token, letters.data() + token + 1, size - token);
        starts |= std::uint64_t{1} << (token & 63U);
      }
    }
    return size > 0 && size <= k_most_compared;
  }
  [[nodiscard]] std::size_t views() const { return 1 + packed.size() / 2; }
  [[nodiscard]] View view(std::size_t i) const {
    if (i == 0) return {0, static_cast<std::uint8_t>(size), ViewKind::whole};
    return unpacked_view(packed.subspan(2 * (i - 1)).first<2>());
  }
  /// As search::first_word; nothing when a view lies outside of the mark.
  [[nodiscard]] std::optional<Bytes> first_word() const {
    View word = view(0);
    for (std::size_t i = 1; i < views(); ++i) {
      if (view(i).kind == ViewKind::distinctive) word = view(i);
    }
    const std::size_t last = std::min<std::size_t>(std::size_t{word.start} + word.size, size);
    std::size_t end = word.start + std::size_t{1};
    while (end < last && (starts >> end & 1U) == 0) ++end;
    if (end > last) return {};
    return Bytes(letters.data() + word.start, end - word.start);
  }
};

void Sieve::Letters::set(std::u32string_view text) {
  size = 0;
  for (const char32_t c : text) bytes[size++] = c < k_ascii ? static_cast<std::uint8_t>(c) : k_other;
}

void Sieve::prepare(const Prepared& later) {
  brief_count_ = 0;
  needle_count_ = 0;
  least_ = k_most_compared;
  most_ = 0;
  for (const Prepared::Form& f : later.forms()) {
    if (f.han > 0) continue;
    Brief& b = briefs_[brief_count_++];
    b.size = f.glance.size;
    b.enough = static_cast<std::uint8_t>(f.view.kind == ViewKind::word ? k_least_close_word
                                                                       : k_least_sounding_letters);
    b.letters = f.glance.letters;
    b.vowels = f.glance.vowels;
    b.folded.set(f.folded.view());
    b.groups.set(grouped(f.folded.view()).view());
    b.has_key = f.has_key;
    const std::u32string_view key = f.has_key ? f.metaphone.view() : std::u32string_view();
    b.sounds.set(key.substr(0, key.size() - vowels_in(key)));
    constexpr auto k_longer = static_cast<std::uint8_t>(k_most_sound_longer);
    least_ = std::min<std::uint8_t>(least_, b.size > k_longer ? b.size - k_longer : 0);
    most_ = std::max<std::uint8_t>(most_, b.size + k_longer);
    if (is_compared_closely(f) && is_needle(f.text)) needles_[needle_count_++].set(f.text);
  }
  name_.set(later.sign().text.view());
  name_letters_ = 0;
  for (const std::uint8_t c : name_.all()) name_letters_ |= std::uint64_t{1} << (c & 63U);
  start_.set(later.sign().of(later.start()));
  doubles_ = has_doubled(start_.all());
}

namespace {

/// Whether the two are at most one edit apart, an exchange of neighbours being one; `as` is what each byte of
/// `b` counts as.
bool are_near(Bytes a, Bytes b, const std::array<std::uint8_t, k_ascii>& as) {
  const std::size_t least = std::min(a.size(), b.size());
  std::size_t start = 0;
  while (start < least && a[start] == as[b[start]]) ++start;
  std::size_t end = 0;
  while (end < least && a[a.size() - 1 - end] == as[b[b.size() - 1 - end]]) ++end;
  const bool same_size = a.size() == b.size();
  return start + end + (same_size ? 2 : 1) >= std::max(a.size(), b.size());
}

}  // namespace

/// One or two edits, or letters of like sound or look but for one; `word`: one of the two is a word of
/// several.
bool Sieve::may_be_edited(const Brief& a, Bytes b, bool word) {
  const std::size_t least = std::min<std::size_t>(a.size, b.size());
  const std::size_t longer = apart(a.size, b.size());
  if (longer <= 1 && least >= k_least_close_letters) {
    // As may_have_like_letters. What is alike folded is so in groups.
    const bool like = !word && (least >= k_least_like || longer == 1) && edits_of(b.size()) == 1;
    if (like ? are_near(a.groups.all(), b, k_groups) : are_near(a.folded.all(), b, k_looks)) return true;
  }
  if (longer > 2 || least < k_least_segments || edits_of(b.size()) != 2) return false;
  std::uint32_t letters = 0;
  for (const std::uint8_t c : b) letters |= 1U << (k_looks[c] & 31U);
  return has_at_most(a.letters ^ letters, 4);
}

/// `vowels`: bit i: letter i is one; of what comes behind `b`, too.
bool Sieve::may_sound_alike(const Brief& a, Bytes b, std::uint64_t vowels) {
  if (!a.has_key || apart(a.size, b.size()) > k_most_sound_longer) return false;
  const std::size_t size = b.size() > 2 && b.back() == 'e' ? b.size() - 1 : b.size();
  if (size < k_most_compared) vowels &= (std::uint64_t{1} << size) - 1;
  std::uint64_t starts = vowels & ~(vowels << 1U);
  Vowels own;
  for (; starts != 0 && own.count <= a.vowels.count; starts &= starts - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(starts));
    own.add(static_cast<std::uint8_t>(k_seen[b[at]] >> k_vowel));
  }
  return own.is_near(a.vowels, a.sounds.all().size()) && has_consonants(b, a.sounds.all());
}

bool Sieve::may_pass(Tier tier, Bytes mark) const {
  if (tier == Tier::same) return true;
  Stored stored;
  if (!stored.read(mark)) return true;
  return tier == Tier::close ? may_be_close(stored) : may_be_part(stored);
}

bool Sieve::may_be_close(const Stored& mark) const {
  unsigned pairs = 0;
  unsigned before = 0;
  std::uint64_t vowels = 0;  // bit i: the letter i is one
  for (std::size_t i = 0; i < mark.size; ++i) {
    const unsigned seen = k_seen[mark.letters[i]];
    pairs |= before & seen >> k_ends;
    vowels |= std::uint64_t{seen >> k_vowel != 0} << i;
    before = seen;
  }
  if ((pairs & k_pairs) != 0) return true;
  for (std::size_t v = 0; v < mark.views(); ++v) {
    const View view = mark.view(v);
    if (view.size < least_ || view.size > most_) continue;
    if (std::size_t{view.start} + view.size > mark.size) return true;
    const Bytes letters(mark.letters.data() + view.start, view.size);
    if (may_be_close(letters, view.kind, vowels >> view.start)) return true;
  }
  return false;
}

bool Sieve::may_be_close(Bytes view, ViewKind kind, std::uint64_t vowels) const {
  const std::size_t enough = kind == ViewKind::word ? k_least_close_word : k_least_sounding_letters;
  const auto is_close = [&](const Brief& b) {
    const std::size_t least = std::max<std::size_t>(enough, b.enough);
    if (b.size < least || view.size() < least) return false;
    return may_be_edited(b, view, least == k_least_close_word) || may_sound_alike(b, view, vowels);
  };
  const std::span<const Brief> briefs(briefs_.data(), brief_count_);
  return std::any_of(briefs.begin(), briefs.end(), is_close);
}

bool Sieve::may_be_part(const Stored& mark) const {
  const Bytes letters(mark.letters.data(), mark.size);
  const auto in_name = [&](std::uint8_t c) { return (name_letters_ >> (c & 63U) & 1U) != 0; };
  if (mark.size < name_.size && in_name(letters.front()) && in_name(letters.back()) &&
      holds(name_.all(), letters))
    return true;
  for (const Letters& needle : std::span(needles_.data(), needle_count_)) {
    if (needle.size < mark.size && holds(letters, needle.all())) return true;
  }
  return may_have_frame(mark) || may_share_edge(mark);
}

/// As has_same_frame, of which how it begins and ends rejects most.
bool Sieve::may_have_frame(const Stored& mark) const {
  constexpr std::size_t k_most_longer = 2;
  if (std::min<std::size_t>(mark.size, name_.size) < k_least_frame) return false;
  const Bytes a = name_.all();
  const Bytes b(mark.letters.data(), mark.size);
  return apart(a.size(), b.size()) <= k_most_longer && a.front() == b.front() &&
         std::equal(a.end() - k_least_frame_end, a.end(), b.end() - k_least_frame_end);
}

namespace {

/// How many bytes two words begin and end with.
std::size_t shared_start(Bytes a, Bytes b) {
  const std::size_t least = std::min(a.size(), b.size());
  std::size_t n = 0;
  while (n < least && a[n] == b[n]) ++n;
  return n;
}
std::size_t shared_end(Bytes a, Bytes b) {
  const std::size_t least = std::min(a.size(), b.size());
  std::size_t n = 0;
  while (n < least && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return n;
}

}  // namespace

/// As shares_edge, without what it asks of the lists.
bool Sieve::may_share_edge(const Stored& mark) const {
  if (start_.size < k_least_start) return false;
  const std::optional<Bytes> word = mark.first_word();
  if (!word) return true;
  const Bytes a = start_.all();
  const Bytes b = *word;
  const std::size_t start = shared_start(a, b);
  if (b.size() < k_least_start) return false;
  const std::size_t most = std::max(a.size(), b.size());
  if (start >= k_least_start && 2 * start >= most) return true;
  if (start > 0 && (doubles_ || has_doubled(b))) return true;
  const std::size_t end = shared_end(a, b);
  return 2 * end > most && (end >= k_least_end || (end >= k_least_same_end && a.size() == b.size()));
}

}  // namespace tmsweep::search
