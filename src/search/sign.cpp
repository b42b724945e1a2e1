// SPDX-License-Identifier: Apache-2.0
#include "search/sign.h"

#include <algorithm>
#include <vector>

#include "text/segment.h"

namespace tmsweep::search {

namespace {

using image::Image;
using image::Label;
using image::Trie;
using Chars = std::u32string_view;

constexpr std::uint16_t bit(Label label) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(label));
}
constexpr std::uint16_t k_at_end = bit(Label::goods) | bit(Label::descriptive) | bit(Label::company) |
                                   bit(Label::premises) | bit(Label::modifier);
constexpr std::uint16_t k_at_start =
    bit(Label::place) | bit(Label::descriptive) | bit(Label::modifier) | bit(Label::article);
constexpr std::uint16_t k_any = k_at_end | k_at_start;
/// One character that names goods is no tail: 海底捞[针], 库迪[猫].
constexpr std::uint16_t k_short_at_end =
    bit(Label::descriptive) | bit(Label::company) | bit(Label::premises) | bit(Label::modifier);
constexpr std::uint16_t k_short_at_start = bit(Label::modifier);

/// Never fewer are left when weak parts are set aside.
constexpr std::size_t k_least_han = 2;
constexpr std::size_t k_least_letters = 3;

bool is_enough(Chars rest) {
  const std::size_t han = han_in(rest);
  return han >= k_least_han || rest.size() - han >= k_least_letters;
}

/// Where tokens may be cut: anywhere beside Han, at token edges among letters.
bool is_cut(const Sign& s, std::size_t at) {
  return at == 0 || at == s.text.size() || is_han(s.text[at]) || is_han(s.text[at - 1]) ||
         (s.starts >> at & 1U) != 0;
}

struct Ends {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The weak terms of a name from one token edge to another.
class WeakTerms {
 public:
  WeakTerms(const Image& image, const Sign& s, std::span<const KnownPart> known) {
    for (const KnownPart& k : known) {
      if (k.part.end() <= s.text.size() && is_cut(s, k.part.start) && is_cut(s, k.part.end()))
        put(k.part.start, k.part.end(), image.entry(k.entry).labels);
    }
  }

  /// Longest term of a label of `labels` that ends with `e` and leaves enough of it; its size, or 0.
  [[nodiscard]] std::size_t tail(const Sign& s, const Ends& e, std::size_t least) const {
    for (const Term& t : terms()) {  // by start: the longest tail comes first
      const auto size = static_cast<std::size_t>(t.last - t.first);
      if (t.last != e.last || t.first <= e.first || (t.labels & (size > 1 ? k_at_end : k_short_at_end)) == 0)
        continue;
      // A word is taken off whole or not at all: 牛火锅 is no 牛火.
      const bool enough = is_enough(s.text.view().substr(e.first, t.first - e.first));
      return enough && size >= least ? size : 0;
    }
    return 0;
  }
  [[nodiscard]] std::size_t head(const Sign& s, const Ends& e, std::size_t least) const {
    std::size_t longest = 0;
    for (const Term& t : terms()) {
      if (t.first == e.first && t.last < e.last && static_cast<std::size_t>(t.last - t.first) >= least &&
          (t.labels & (t.last - t.first > 1 ? k_at_start : k_short_at_start)) != 0 &&
          is_enough(s.text.view().substr(t.last, e.last - t.last)))
        longest = std::max<std::size_t>(longest, t.last - t.first);
    }
    return longest;
  }
  [[nodiscard]] bool has(std::size_t first, std::size_t last) const {
    return std::ranges::any_of(terms(), [&](const Term& t) { return t.first == first && t.last == last; });
  }

 private:
  struct Term {
    std::uint8_t first;
    std::uint8_t last;
    std::uint16_t labels;
  };
  void put(std::size_t first, std::size_t last, std::uint16_t labels) {
    if ((labels & k_any) == 0 || count_ == terms_.size()) return;
    terms_[count_++] = {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last), labels};
  }
  [[nodiscard]] std::span<const Term> terms() const { return {terms_.data(), count_}; }

  std::array<Term, 96> terms_;  // far more than names of k_most_compared characters have
  std::size_t count_ = 0;
};

/// The S of a possessive, or of a model, which stands alone at the end: YORMA'S, MODEL S.
bool ends_with_lone_s(const Sign& s, const Ends& e) {
  const std::size_t at = e.last - 1;
  const Chars rest = s.text.view().substr(e.first, at - e.first);
  return e.last == s.text.size() && s.text[at] == U's' && (s.starts >> at & 1U) != 0 && is_enough(rest) &&
         !is_han(rest.back());
}

/// Sets weak terms of `least` characters or more aside, tails before heads.
Ends strip(const WeakTerms& weak, const Sign& s, Ends e, std::size_t least) {
  for (int rounds = 0; rounds < 4; ++rounds) {
    if (ends_with_lone_s(s, e)) {
      --e.last;
    } else if (const std::size_t n = weak.tail(s, e, least); n != 0) {
      e.last -= n;
    } else if (const std::size_t h = weak.head(s, e, least); h != 0) {
      e.first += h;
    } else {
      break;
    }
  }
  return e;
}

void add_view(Sign& s, Ends e, ViewKind kind) {
  const auto size = static_cast<std::uint8_t>(e.last - e.first);
  if (s.view_count == s.views.size() || size == 0) return;
  for (const View& v : s.all_views()) {
    if (v.start == e.first && v.size == size) return;
  }
  s.views[s.view_count++] = {static_cast<std::uint8_t>(e.first), size, kind};
}

void add_distinctive(const WeakTerms& weak, Sign& s) {
  const Ends whole{0, s.text.size()};
  const Ends distinctive = strip(weak, s, whole, 2);
  add_view(s, distinctive, ViewKind::distinctive);
  add_view(s, strip(weak, s, distinctive, 1), ViewKind::kernel);
  // 牌 says "brand" and is set aside even beside one character: 牛牌 is 牛 (guidelines 5.1.3).
  if (s.text.size() == 2 && s.text[1] == U'牌') add_view(s, {0, 1}, ViewKind::kernel);
}

/// The Han part and the Latin part, where each stands in one piece.
void add_parts(Sign& s) {
  if (s.han == 0 || s.han == s.text.size()) return;
  for (const bool han : {false, true}) {
    Ends run;
    std::size_t runs = 0;
    for (std::size_t i = 0; i < s.text.size(); ++i) {
      const bool in = is_han(s.text[i]) == han;
      const bool before = i > 0 && is_han(s.text[i - 1]) == han;
      if (in && !before) {
        ++runs;
        run.first = i;
      }
      if (in) run.last = i + 1;
    }
    if (runs == 1 && is_enough(s.text.view().substr(run.first, run.last - run.first)))
      add_view(s, run, ViewKind::part);
  }
}

/// Words of a name of several words in letters; common words and weak ones say nothing alone.
void add_words(const WeakTerms& weak, Sign& s) {
  if (s.han != 0 || (s.starts & (s.starts - 1)) == 0) return;
  for (std::size_t i = 0; i < s.text.size();) {
    std::size_t end = i + 1;
    while (end < s.text.size() && (s.starts >> end & 1U) == 0) ++end;
    const Chars word = s.text.view().substr(i, end - i);
    constexpr std::size_t k_least_word = 3;
    if (word.size() >= k_least_word && !is_digit(word.front()) && !weak.has(i, end))
      add_view(s, {i, end}, ViewKind::word);
    i = end;
  }
}

}  // namespace

Sign make_sign(const Image& image, Chars core, std::span<const std::uint8_t> token_edges) {
  std::vector<KnownPart> known;
  text::each_known_part(image, core, [&](Span part, std::uint32_t entry) { known.push_back({part, entry}); });
  return make_sign(image, core, token_edges, known);
}

Sign make_sign(const Image& image, Chars core, std::span<const std::uint8_t> token_edges,
               std::span<const KnownPart> known) {
  Sign s;
  s.text = Run(core);
  for (std::size_t i = 0; i < s.text.size(); ++i) {
    // A Han character counts as a token of its own.
    if (i == 0 || (token_edges[i] & k_token_start) != 0 || is_han(s.text[i]))
      s.starts |= std::uint64_t{1} << i;
  }
  s.han = static_cast<std::uint8_t>(han_in(s.text.view()));
  add_view(s, {0, s.text.size()}, ViewKind::whole);
  if (s.text.size() < 2) return s;
  const WeakTerms weak(image, s, known);
  add_distinctive(weak, s);
  add_parts(s);
  add_words(weak, s);
  return s;
}

View first_word(const Sign& s) {
  if (s.han > 0) return {};
  View word = s.views[0];
  for (const View& v : s.all_views()) {
    if (v.kind == ViewKind::distinctive) word = v;
  }
  std::size_t end = word.start + std::size_t{1};
  while (end < std::size_t{word.start} + word.size && (s.starts >> end & 1U) == 0) ++end;
  word.size = static_cast<std::uint8_t>(end - word.start);
  return word;
}

bool is_weak(const Image& image, Chars text) {
  // Reached ends of weak terms that follow one another from the start; letters are not cut: PANDA is no pan.
  const auto is_cut = [&](std::size_t at) {
    return at >= text.size() || is_han(text[at]) || is_han(text[at - 1]);
  };
  std::uint64_t reached = 1;
  const Trie& trie = image.words();
  for (std::size_t i = 0; i < text.size() && i < k_most_compared - 1; ++i) {
    if ((reached >> i & 1U) == 0) continue;
    std::uint32_t node = image.word_root(text[i]);
    for (std::size_t j = i + 1; node != Trie::k_none; ++j) {
      const std::uint32_t e = trie.entry(node);
      const std::uint16_t weak = j == i + 1 && is_han(text[i]) ? k_short_at_end | k_short_at_start : k_any;
      if (e != Trie::k_none && (image.entry(e).labels & weak) != 0 && j < k_most_compared && is_cut(j))
        reached |= std::uint64_t{1} << j;
      if (j >= text.size()) break;
      node = trie.child(node, text[j]);
    }
  }
  return text.size() < k_most_compared && (reached >> text.size() & 1U) != 0;
}

namespace {

/// What ends with the last character of `text`; Trie::k_none when nothing does.
std::uint32_t entry_of(const Image& image, Chars text) {
  const Trie& trie = image.words();
  std::uint32_t node = text.empty() ? Trie::k_none : image.word_root(text.front());
  for (std::size_t i = 1; i < text.size() && node != Trie::k_none; ++i) node = trie.child(node, text[i]);
  return trie.entry(node);
}

}  // namespace

bool is_common_start(const Image& image, Chars text) {
  const std::uint32_t e = entry_of(image, text);
  return e != Trie::k_none && (image.entry(e).labels & bit(Label::common)) != 0;
}

bool is_word(const Image& image, Chars text) {
  const std::uint32_t e = entry_of(image, text);
  return e != Trie::k_none && image.entry(e).listed != 0;
}

}  // namespace tmsweep::search
