// SPDX-License-Identifier: Apache-2.0
#include "search/letters.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;

bool is_vowel(char32_t c) {
  return vowel_kind(c) != 0 && c != U'y';
}
bool softens(char32_t c) {
  return c == U'e' || c == U'i' || c == U'y';
}

/// The first vowel of each run of vowels, as front, open or back; a silent E at the end aside.
void put_vowels(Chars s, Run& out) {
  if (s.size() > 2 && s.back() == U'e') s.remove_suffix(1);
  bool before = false;
  for (const char32_t c : s) {
    const std::uint8_t kind = vowel_kind(c);
    if (kind != 0 && !before) out.push(U'0' + char32_t{kind});
    before = kind != 0;
  }
}

/// Takes the sounds of a name as long as they are those that are expected.
template <class Sounds>
class Expected {
 public:
  explicit Expected(Sounds sounds) : sounds_(sounds) {}
  void push(char32_t c) {
    wrong_ = wrong_ || met_ == sounds_.size() || sounds_[met_] != c;
    ++met_;
  }
  [[nodiscard]] bool empty() const { return met_ == 0; }
  [[nodiscard]] bool is_wrong() const { return wrong_; }
  [[nodiscard]] bool are_all() const { return !wrong_ && met_ == sounds_.size(); }

 private:
  Sounds sounds_;
  std::size_t met_ = 0;
  bool wrong_ = false;
};
bool is_wrong(const Run& /*sounds*/) {
  return false;
}
template <class Sounds>
bool is_wrong(const Expected<Sounds>& sounds) {
  return sounds.is_wrong();
}

/// Reads letters at `at` of `s` and gives their sounds to `Out`, one after the other.
template <class Letters, class Out>
class Metaphone {
 public:
  Metaphone(Letters s, Out& out) : s_(s), out_(out) {}

  void read() {
    skip_silent_start();
    while (at_ < s_.size() && !is_wrong(out_)) {
      const char32_t c = s_[at_];
      if (c == before() && c != U'c') {
        ++at_;
        continue;
      }
      sound(c);
      ++at_;
    }
  }

 private:
  [[nodiscard]] char32_t look(std::size_t ahead) const {
    return at_ + ahead < s_.size() ? s_[at_ + ahead] : U'\0';
  }
  [[nodiscard]] char32_t before() const { return at_ > first_ ? s_[at_ - 1] : U'\0'; }
  void put(char32_t c) { out_.push(c); }

  void skip_silent_start() {
    const char32_t a = look(0);
    const char32_t b = look(1);
    const bool silent = (a == U'a' && b == U'e') || (b == U'n' && (a == U'g' || a == U'k' || a == U'p')) ||
                        (a == U'w' && b == U'r');
    if (silent) at_ = 1;
    if (a == U'x') {
      put(U's');
      at_ = 1;
    } else if (a == U'w' && b == U'h') {
      put(U'w');
      at_ = 2;
    }
    first_ = at_;
  }

  void sound(char32_t c) {
    if (is_vowel(c)) {
      if (at_ == 0 || (at_ == first_ && out_.empty())) put(c);
      return;
    }
    switch (c) {
      case U'b':
        if (!(before() == U'm' && at_ + 1 == s_.size())) put(U'b');
        return;
      case U'c':
        return sound_c();
      case U'd':
        if (look(1) == U'g' && softens(look(2))) {
          put(U'j');
          at_ += 2;
        } else {
          put(U't');
        }
        return;
      case U'g':
        return sound_g();
      case U'h':
        return sound_h();
      case U'k':
        if (before() != U'c') put(U'k');
        return;
      case U'p':
        if (look(1) == U'h') {
          put(U'f');
          ++at_;
        } else {
          put(U'p');
        }
        return;
      default:
        return sound_rest(c);
    }
  }

  void sound_c() {
    if (look(1) == U'i' && look(2) == U'a') {
      put(U'x');
    } else if (look(1) == U'h') {
      put(before() == U's' ? U'k' : U'x');
      ++at_;
    } else if (softens(look(1))) {
      if (before() != U's') put(U's');
    } else if (before() != U'c') {
      put(U'k');
    }
  }

  void sound_g() {
    const bool end = at_ + 1 == s_.size();
    if (look(1) == U'h' && !(at_ + 2 < s_.size() && is_vowel(look(2)))) return;
    if (look(1) == U'n' && (at_ + 2 >= s_.size() || (look(2) == U'e' && look(3) == U'd'))) return;
    put(!end && softens(look(1)) && before() != U'g' ? U'j' : U'k');
  }

  void sound_h() {
    static constexpr Chars k_mute_after = U"cgpst";
    const bool after_mute = k_mute_after.find(before()) != Chars::npos;
    if (is_vowel(look(1)) && !after_mute) put(U'h');
  }

  void sound_rest(char32_t c) {
    switch (c) {
      case U'q':
        put(U'k');
        break;
      case U's':
        if (look(1) == U'h' || (look(1) == U'i' && (look(2) == U'o' || look(2) == U'a'))) {
          put(U'x');
          if (look(1) == U'h') ++at_;
        } else {
          put(U's');
        }
        break;
      case U't':
        if (look(1) == U'i' && (look(2) == U'o' || look(2) == U'a')) {
          put(U'x');
        } else if (look(1) == U'h') {
          put(U'0');
          ++at_;
        } else if (!(look(1) == U'c' && look(2) == U'h') && !(before() == U'c' && look(1) == U's')) {
          put(U't');
        }
        break;
      case U'v':
        put(U'f');
        break;
      case U'w':
      case U'y':
        if (is_vowel(look(1))) put(c);
        break;
      case U'x':
        put(U'k');
        put(U's');
        break;
      case U'z':
        put(U's');
        break;
      default:
        put(c);
    }
  }

  Letters s_;
  std::size_t at_ = 0;
  std::size_t first_ = 0;
  Out& out_;
};

struct Band {
  std::array<int, k_most_compared + 1> cells;
};

enum class Exchange : bool { no, yes };

/// Whether two edits make one of the other, where both begin and end differently: then one is at each end.
bool are_two_apart(Chars a, Chars b) {
  struct End {
    std::size_t a;  ///< letters of each that one edit at an end takes up
    std::size_t b;
  };
  constexpr std::array<End, 3> k_edits{{{1, 1}, {1, 0}, {0, 1}}};
  for (const End& first : k_edits) {
    for (const End& last : k_edits) {
      const std::size_t own = first.a + last.a;
      const std::size_t theirs = first.b + last.b;
      if (a.size() < own || b.size() < theirs || a.size() - own != b.size() - theirs) continue;
      if (a.substr(first.a, a.size() - own) == b.substr(first.b, b.size() - theirs)) return true;
    }
  }
  return false;
}

int aligned(Chars a, Chars b, int most, Exchange exchange) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const auto m = static_cast<int>(a.size());
  const auto n = static_cast<int>(b.size());
  if (std::abs(m - n) > most) return most + 1;
  if (m == 0 || n == 0) return m + n;
  if (m == 1 && n == 1) return 1;
  const bool exchanged = exchange == Exchange::yes && m == 2 && n == 2 && a[0] == b[1] && a[1] == b[0];
  if (most == 1) return exchanged ? 1 : 2;
  if (most == 2 && exchange == Exchange::no) return are_two_apart(a, b) ? 2 : 3;
  std::array<Band, 3> rows;
  Band* before = rows.data();
  Band* last = &rows[1];
  Band* row = &rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) last->cells[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row->cells[0] = static_cast<int>(i);
    int best = row->cells[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int d = std::min(
          {row->cells[j - 1] + 1, last->cells[j] + 1, last->cells[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (exchange == Exchange::yes && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d = std::min(d, before->cells[j - 2] + 1);
      row->cells[j] = d;
      best = std::min(best, d);
    }
    // An exchange reaches back two rows, so one row above the bound does not yet decide.
    if (best > most + 1) return most + 1;
    Band* free = before;
    before = last;
    last = row;
    row = free;
  }
  return std::min(last->cells[b.size()], most + 1);
}

}  // namespace

Vowels vowels_of(Chars key) {
  Vowels out;
  for (const char32_t c : key.substr(key.size() - vowels_in(key)))
    out.add(static_cast<std::uint8_t>(c - U'0'));
  return out;
}

Run grouped(Chars folded) {
  Run out;
  for (const char32_t c : folded) out.push(group_of(c));
  return out;
}

Run metaphone(Chars letters) {
  for (const char32_t c : letters) {
    if (!is_letter(c)) return {};
  }
  Run key;
  Metaphone(letters.substr(0, k_most_compared), key).read();
  put_vowels(letters, key);
  return key;
}

namespace {

template <class Letters, class Sounds>
bool sounds_like(Letters letters, Sounds sounds) {
  if (!std::ranges::all_of(letters, is_letter)) return false;
  Expected<Sounds> expected(sounds);
  Metaphone(letters, expected).read();
  return expected.are_all();
}

}  // namespace

bool has_consonants_of(Chars letters, Chars key) {
  return sounds_like(letters.substr(0, k_most_compared), key.substr(0, key.size() - vowels_in(key)));
}

bool has_consonants(std::span<const std::uint8_t> letters, std::span<const std::uint8_t> consonants) {
  return sounds_like(letters, consonants);
}

int distance(Chars a, Chars b, int most) {
  return aligned(a.substr(0, k_most_compared), b.substr(0, k_most_compared), most, Exchange::yes);
}

int plain_distance(Chars a, Chars b, int most) {
  return aligned(a.substr(0, k_most_compared), b.substr(0, k_most_compared), most, Exchange::no);
}

Run collapsed(Chars text) {
  Run out;
  for (const char32_t c : text) {
    if (out.empty() || out[out.size() - 1] != c) out.push(c);
  }
  return out;
}

}  // namespace tmsweep::search
