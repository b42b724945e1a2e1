// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <vector>

#include "search/compare.h"
#include "search/counterpart.h"
#include "search/key_hash.h"
#include "search/keys.h"
#include "search/letters.h"
#include "search/sound.h"

namespace tmsweep::search {

namespace {

using image::Image;

/// Probes for the keys of marks that stand in a relation to one name.
class QueryKeys {
 public:
  QueryKeys(const Prepared& later, Query& out) : image_(later.image()), later_(later), out_(out) {}

  void all() {
    for (const Prepared::Form& f : later_.forms()) {
      same(f);
      if (f.han > 0) {
        if (is_compared_closely(f)) close_han(f);
      } else {
        close_letters(f);
      }
      if (is_compared_closely(f)) longer_marks(f.text);
    }
    if (const Chars named = later_.named().view(); named.size() >= k_least_sounding_letters)
      each_letters_key(named, named, Of::whole, [&](Key k) { probe(Tier::same, k); });
    shorter_marks();
    spread_marks();
    edges();
  }

 private:
  void probe(Tier tier, Key key) { out_.probes[static_cast<std::size_t>(tier)].push_back(key); }

  ShortNames& short_names(Tier tier) { return out_.short_names[static_cast<std::size_t>(tier)]; }

  /// Names and views of names that are spelled so.
  void probe_letters(Tier tier, Chars letters) {
    probe(tier, letters_key(letters, Of::whole));
    probe(tier, letters_key(letters, Of::view));
  }

  void sounds_of(const Sounds& sounds) {
    sounds.each_variant(image_, [&](Codes c) {
      probe(Tier::same, sound_key(c, Of::whole));
      probe(Tier::same, sound_key(c, Of::view));
    });
  }

  void same(const Prepared::Form& f) {
    if (f.han > 0) {
      sounds_of(f.sounds);
      if (f.collapsed.size() != f.text.size()) sounds_of(Sounds(image_, f.collapsed.view()));
      for (const Run& r : f.pinyin.all()) probe_letters(Tier::same, r.view());
      for (const Run& r : f.english.all()) {
        probe_letters(Tier::same, r.view());
        Run plural = r;  // 花 and FLOWERS
        plural.push(U's');
        probe_letters(Tier::same, plural.view());
      }
    } else {
      same_letters(f);
    }
    probe(Tier::same, ordered(Family::collapsed, f.collapsed.view()));
    for (const image::CounterpartRecord& r : f.counterparts) {
      if (r.known_mark != 0) probe(Tier::same, ordered(Family::known, std::array{r.known_mark}));
    }
    if (f.digits.size() >= 2) probe(Tier::same, ordered(Family::digits, f.digits.view()));
  }

  void same_letters(const Prepared::Form& f) {
    for (const Of of : {Of::whole, Of::view}) {
      const auto use = [&](Key k) { probe(Tier::same, k); };
      each_letters_key(f.text, f.folded.view(), of, use);
      if (f.collapsed.size() != f.text.size())
        each_letters_key(f.collapsed.view(), folded(f.collapsed.view()).view(), of, use);
    }
    Run letters = f.folded;
    probe(Tier::same, ordered(Family::spelled, letters.view()));
    probe(Tier::same, ordered(Family::meaning, letters.view()));
    if (letters.size() > 2 && letters[letters.size() - 1] == U's') {
      letters.pop();
      probe(Tier::same, ordered(Family::meaning, letters.view()));
    }
  }

  void close_han(const Prepared::Form& f) {
    const std::size_t n = f.text.size();
    if (n >= k_least_close_han) {
      f.sounds.each_variant(image_, [&](Codes codes) {
        // A character more or less stands inside: at an end one name contains the other.
        for (std::size_t at = 1; at < n; ++at) probe(Tier::close, sound_less_key(n + 1, at, codes));
        each_shorter(codes, [&](Codes rest, std::size_t skipped) {
          probe(Tier::close, sound_less_key(n, skipped, rest));
          const bool inside = skipped > 0 && skipped + 1 < n;
          if (inside && rest.size() >= k_least_close_han) probe(Tier::close, sound_key(rest, Of::whole));
        });
      });
    }
    if (f.view.kind != ViewKind::whole) return;
    if (f.text.size() == 2) one_look(f.text);
    if (f.text.size() >= k_least_close_han && f.text.size() <= k_most_two_looks) two_looks(f.text);
  }

  /// What the sum of a short name changes by when a character of it is exchanged for one that is hard to tell
  /// apart.
  void exchanges(Chars text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      out_.exchanges[i].clear();
      const std::uint64_t own = placed(text[i], i);
      for (const char32_t look : image_.much_alike(image_.info(text[i])))
        out_.exchanges[i].push_back({placed(look, i) - own, look});
    }
  }

  /// 乌江 and 鸟江: one character of two.
  void one_look(Chars text) {
    exchanges(text);
    const std::uint64_t sum = placed_sum(text);
    ShortNames& names = short_names(Tier::close);
    for (const Exchange& a : out_.exchanges[0]) {
      names.begin(a.look);
      names.push(sum + a.sum);
    }
    names.begin(text[0]);
    for (const Exchange& a : out_.exchanges[1]) names.push(sum + a.sum);
  }

  /// 康师傅 and 康帅博: two characters at once.
  void two_looks(Chars text) {
    exchanges(text);
    const std::uint64_t sum = placed_sum(text);
    for (const Exchange& a : out_.exchanges[0]) two_with(text, 0, a.look, sum + a.sum);
    for (std::size_t i = 1; i < text.size(); ++i) {
      for (const Exchange& a : out_.exchanges[i]) two_with(text, i, text[0], sum + a.sum);
    }
  }

  /// One of them is at `at` and made the sum this one, the other comes after it.
  void two_with(Chars text, std::size_t at, char32_t first, std::uint64_t sum) {
    ShortNames& names = short_names(Tier::close);
    names.begin(first);
    for (std::size_t i = at + 1; i < text.size(); ++i) {
      for (const Exchange& b : out_.exchanges[i]) names.push(sum + b.sum);
    }
  }

  void close_letters(const Prepared::Form& f) {
    const Chars letters = f.folded.view();
    const std::size_t n = letters.size();
    const bool word = f.view.kind == ViewKind::word;
    if (n < (word ? k_least_close_word : k_least_sounding_letters)) return;
    if (f.metaphone.size() >= k_least_sound) probe(Tier::close, latin_sound_key(f.metaphone.view()));
    if (n < k_least_close_letters) return;
    if (has_few_letters(n)) few_letters(f.folded);
    if (n <= k_least_segments) {
      const Run groups = grouped(letters);
      if (n < k_least_segments) probe(Tier::close, ordered(Family::letters_less, groups.view()));
      if (n > k_least_close_letters)
        each_less(groups.view(), [&](Chars rest) { probe(Tier::close, groups_key(rest)); });
    }
    if (n + 1 >= k_least_segments) segments(letters);
    // Across the border of two pieces; of three, one stays whole all the same.
    if (n >= k_least_segments && edits_of(n) == 1) exchanged(f.folded, piece(n, 1).start);
  }

  /// One letter is another, or two neighbours are exchanged.
  void few_letters(const Run& letters) {
    each_shorter_run(letters.view(), [&](Chars rest, std::size_t skipped) {
      probe(Tier::close, few_letters_key(letters.size(), skipped, rest));
    });
    for (std::size_t i = 1; i < letters.size(); ++i) exchanged(letters, i);
  }

  /// The letters at this place and before it exchanged.
  void exchanged(Run letters, std::size_t at) {
    if (letters[at - 1] == letters[at]) return;
    std::swap(letters[at - 1], letters[at]);
    probe_letters(Tier::close, letters.view());
  }

  /// Pieces of a mark of `size` letters that may stand in this name within its edits. Of the pieces that stay
  /// whole, one has at most as many edits before it as there are pieces before it, and likewise after it (Li,
  /// Deng, Wang, Feng: Pass-Join, VLDB 2011, 4.3): so the first and the last stand at one place each.
  void segments(Chars letters) {
    const std::size_t n = letters.size();
    const Run groups = grouped(letters);
    for (std::size_t size = std::max(k_least_segments, n - 2); size <= n + 2 && size <= k_most_compared;
         ++size) {
      const int edits = static_cast<int>(edits_of(size));
      const int longer = static_cast<int>(n) - static_cast<int>(size);
      if (longer > edits || -longer > edits) continue;
      for (int before = 0; before <= edits; ++before) {
        const auto part = static_cast<std::size_t>(before);
        const Piece t = piece(size, part);
        const int after = edits - before;
        for (int shift = std::max(-before, longer - after); shift <= std::min(before, longer + after);
             ++shift) {
          const std::size_t at = t.start + static_cast<std::size_t>(shift);
          if (at <= n && t.size <= n - at)
            probe(Tier::close,
                  segment_key(size, part, (edits == 1 ? groups.view() : letters).substr(at, t.size)));
        }
      }
    }
  }

  /// A longer mark that holds this name holds each of its grams.
  void longer_marks(Chars text) {
    if (!is_needle(text)) return;
    if (text.size() == 2) {
      out_.grams.push(ordered(Family::pair, text));
    } else {
      bool any = false;
      each_gram(text, [&](Key k) {
        out_.grams.push(k);
        any = true;
      });
      if (!any && text.size() == 4) out_.grams.push(ordered(Family::four, text));
    }
    out_.grams.end();
  }

  /// Each part of this name may be an earlier mark.
  void shorter_marks() {
    const Sign& sign = later_.sign();
    const Chars text = sign.text.view();
    std::array<std::uint16_t, k_most_compared> codes;
    later_.forms().front().sounds.main_codes(image_, codes);
    std::array<std::uint64_t, k_most_compared> sound_weights;
    std::array<std::uint64_t, k_most_compared> letter_weights;  ///< of each and the one before it
    for (std::size_t i = 0; i < text.size(); ++i) {
      sound_weights[i] = sign.han > 0 ? weight_of(codes[i]) : 0;
      letter_weights[i] = i == 0 ? 0 : neighbours(look_of(text[i - 1]), look_of(text[i]));
    }
    for (std::size_t first = 0; first < text.size(); ++first) {
      std::uint64_t sounds = 0;
      std::uint64_t letters = 0;
      std::size_t han = 0;
      for (std::size_t last = first + 1; last <= text.size(); ++last) {
        sounds += sound_weights[last - 1];
        letters += last - first == 1 ? 0 : letter_weights[last - 1];
        han += is_han(text[last - 1]) ? 1U : 0U;
        if (last - first == text.size()) continue;
        const bool needle = is_needle_size(last - first, han) && may_hold(sign, first, last);
        if (!needle && !is_short_needle(sign, first, last)) continue;
        if (last - first == 2 && han > 0) {  // so short a part must be written the same
          short_names(Tier::part).begin(text[first]);
          short_names(Tier::part).push(placed_sum(text.substr(first, 2)));
          continue;
        }
        probe(Tier::part, han > 0 ? key_of_sum(Family::sound, sounds)
                                  : letters_key_of_sum(letters, last - first, look_of(text[first]),
                                                       look_of(text[last - 1]), Of::whole));
      }
    }
  }

  /// Marks of three or four characters that stand in this name with others between, from its start.
  void spread_marks() {
    const Chars text = later_.sign().text.view();
    if (!is_han(text[0])) return;
    short_names(Tier::part).begin(text[0]);
    for (std::size_t mark = k_least_close_han; is_spread_size(mark, text.size()); ++mark)
      add_spread(text, mark, placed(text[0], 0), 1, 1, false);
  }

  /// `met` characters of a mark of `mark` are chosen, the next one at `from` or later.
  void add_spread(Chars text, std::size_t mark, std::uint64_t sum, std::size_t met, std::size_t from,
                  bool gap) {
    if (met == mark) {
      if (gap) short_names(Tier::part).push(sum);
      return;
    }
    for (std::size_t i = from; i + (mark - met) <= text.size(); ++i) {
      if (is_han(text[i]))
        add_spread(text, mark, sum + placed(text[i], met), met + 1, i + 1, gap || i > from);
    }
  }

  /// Marks that begin or end as this name does.
  void edges() {
    const Sign& sign = later_.sign();
    const Chars text = sign.text.view();
    if (sign.han > 0) {
      if (sign.han != text.size() || text.size() + 1 < k_least_few) return;
      longer_marks(text.substr(0, k_least_edge));
      longer_marks(text.substr(text.size() - k_least_edge));
      return;
    }
    each_frame_key(sign, [&](Key k) { probe(Tier::part, k); });
    const Chars word = sign.of(first_word(sign));
    each_start_key(word, [&](Key k) { probe(Tier::part, k); });
    if (word.size() >= k_least_end) longer_marks(word.substr(word.size() - k_least_end));
  }

  const Image& image_;
  const Prepared& later_;
  Query& out_;
};

}  // namespace

void query_keys(const Prepared& later, Query& query) {
  for (std::vector<Key>& tier : query.probes) tier.clear();
  for (ShortNames& tier : query.short_names) tier.clear();
  query.grams.clear();
  if (!later.sign().text.empty()) QueryKeys(later, query).all();
}

}  // namespace tmsweep::search
