// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "search/letters.h"

// Letters and digits that a name spells out.
namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;

/// The letter or digit whose name the word sounds like; 0: none.
char32_t letter_named(Chars word) {
  struct Name {
    Chars word;
    char32_t letter;
  };
  static constexpr std::array k_names{
      Name{U"are", U'r'}, Name{U"ate", U'8'},  Name{U"be", U'b'},    Name{U"bee", U'b'},
      Name{U"cue", U'q'}, Name{U"dee", U'd'},  Name{U"eight", U'8'}, Name{U"ex", U'x'},
      Name{U"eye", U'i'}, Name{U"five", U'5'}, Name{U"for", U'4'},   Name{U"four", U'4'},
      Name{U"gee", U'g'}, Name{U"jay", U'j'},  Name{U"kay", U'k'},   Name{U"nine", U'9'},
      Name{U"oh", U'o'},  Name{U"one", U'1'},  Name{U"pea", U'p'},   Name{U"queue", U'q'},
      Name{U"sea", U'c'}, Name{U"see", U'c'},  Name{U"seven", U'7'}, Name{U"six", U'6'},
      Name{U"tea", U't'}, Name{U"tee", U't'},  Name{U"three", U'3'}, Name{U"to", U'2'},
      Name{U"too", U'2'}, Name{U"two", U'2'},  Name{U"why", U'y'},   Name{U"won", U'1'},
      Name{U"you", U'u'}, Name{U"zero", U'0'}};
  constexpr std::size_t k_longest = 5;
  if (word.size() < 2 || word.size() > k_longest) return 0;
  const auto* const name = std::ranges::find(k_names, word, &Name::word);
  return name == k_names.end() ? 0 : name->letter;
}

}  // namespace

Run with_letter_names(const Sign& sign) {
  Run out;
  if (sign.han > 0 || (sign.starts & (sign.starts - 1)) == 0) return out;
  bool any = false;
  for (std::size_t at = 0; at < sign.text.size();) {
    std::size_t end = at + 1;
    while (end < sign.text.size() && (sign.starts >> end & 1U) == 0) ++end;
    const Chars word = sign.text.view().substr(at, end - at);
    const char32_t letter = letter_named(word);
    any = any || letter != 0;
    if (letter != 0) {
      out.push(letter);
    } else {
      for (const char32_t c : word) out.push(c);
    }
    at = end;
  }
  if (!any) out.clear();
  return out;
}

Run spelled_digits(Chars letters) {
  static constexpr std::array<Chars, 10> k_words{U"zero", U"one", U"two",   U"three", U"four",
                                                 U"five", U"six", U"seven", U"eight", U"nine"};
  Run out;
  while (!letters.empty()) {
    const auto word = std::ranges::find_if(k_words, [&](Chars w) { return letters.starts_with(w); });
    if (word == k_words.end()) return {};
    out.push(U'0' + static_cast<char32_t>(word - k_words.begin()));
    letters.remove_prefix(word->size());
  }
  return out;
}

}  // namespace tmsweep::search
