// SPDX-License-Identifier: Apache-2.0
// generate COUNT WORDS MARKS QUERIES: a made-up register of COUNT distinct marks with their registrations,
// and 2,000 names to look for in it: half are changed marks, half are new. The same arguments give the same
// bytes.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <initializer_list>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "image/image.h"
#include "image/name_hash.h"
#include "search/sign.h"
#include "store/bundle.h"
#include "text/utf8.h"

namespace tmsweep {

namespace {

using Name = std::u32string;
using Random = std::mt19937_64;

constexpr std::size_t k_queries = 1000;    ///< of each half
constexpr std::size_t k_sampled = 20'000;  ///< marks that are kept to be changed
constexpr int k_most_tries = 20;

/// Draws numbers below a bound or by weight. The distributions of the standard library are not the same
/// everywhere, and the same seed must give the same marks.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
  bool percent(std::size_t chance) { return below(100) < chance; }
  double fraction() { return static_cast<double>(random_() >> 11U) * 0x1.0p-53; }
  template <class Items>
  const auto& of(const Items& items) {
    return items[below(std::size(items))];
  }

 private:
  Random random_;
};

class Weighted {
 public:
  void add(double weight) { sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight); }
  [[nodiscard]] bool empty() const { return sums_.empty(); }
  std::size_t draw(Dice& dice) const {
    const auto it = std::ranges::upper_bound(sums_, dice.fraction() * sums_.back());
    return std::min(static_cast<std::size_t>(it - sums_.begin()), sums_.size() - 1);
  }

 private:
  std::vector<double> sums_;
};

constexpr std::array<std::u32string_view, 12> k_goods{U"科技", U"食品", U"生物", U"火锅", U"茶业", U"酒业",
                                                      U"服饰", U"文化", U"健康", U"优选", U"工坊", U"国际"};
constexpr std::array<std::u32string_view, 8> k_affixes{U"记", U"坊", U"牌", U"堂",
                                                       U"轩", U"阁", U"斋", U"家"};
constexpr std::array<std::u32string_view, 4> k_heads{U"老", U"小", U"阿", U"大"};
constexpr std::array<std::u32string_view, 8> k_latin_goods{U"tech", U"shop",  U"lab",  U"pro",
                                                           U"plus", U"group", U"home", U"store"};

/// Makes names like those of a register: words by their frequency, compounds, single characters.
class Maker {
 public:
  explicit Maker(const std::string& words_file) {
    std::ifstream in(words_file);
    if (!in) throw std::runtime_error(words_file + ": cannot be read");
    constexpr double k_flatter = 0.7;
    std::vector<double> of_char(0x10000);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
      std::istringstream fields(line);
      std::string word;
      double frequency = 0;
      if (!std::getline(fields, word, '\t') || !(fields >> frequency)) continue;
      const Result<Name> points = text::decode(word);
      if (!points || points.value().size() > k_longest ||
          search::han_in(points.value()) != points.value().size())
        continue;
      for (const char32_t c : points.value()) {
        if (c < of_char.size()) of_char[c] += frequency;
      }
      const std::size_t n = points.value().size();
      if (n < 2) continue;
      words_[n].push_back(points.value());
      by_frequency_[n].add(std::pow(frequency + 1, k_flatter));
    }
    constexpr double k_rare = 20;
    for (char32_t c = 0; c < of_char.size(); ++c) {
      if (of_char[c] <= k_rare) continue;
      chars_.push_back(c);
      char_frequency_.add(std::pow(of_char[c], k_flatter));
    }
    for (const double w : {20, 30, 35, 15}) han_length_.add(w);
    for (const double w : {5, 11, 17, 19, 18, 13, 9, 5, 3}) latin_length_.add(w);
    for (const double w :
         {5, 6, 6, 4, 4, 3, 2, 4, 7, 6, 7, 5, 7, 7, 7, 4, 3, 1, 2, 2, 2, 1, 2, 1, 1, 1, 1, 1})
      consonant_.add(w);
    for (const double w : {10, 9, 8, 9, 5, 2, 1, 1, 1, 1, 1, 1}) vowel_.add(w);
  }

  Name mark(Dice& dice) const {
    const std::size_t kind = dice.below(100);
    if (kind < 70) return han_mark(dice);
    if (kind < 90) return latin_mark(dice);
    const std::size_t mixed = dice.below(4);
    const Name letters = latin(dice, 2 + dice.below(4));
    const Name han_part = han(dice, 2 + dice.below(2));
    if (mixed == 0) return letters + han_part;
    if (mixed == 1) return han_part + letters;
    if (mixed == 2) return han_part + digits(dice);
    return letters.substr(0, 1 + dice.below(2)) + han_part;
  }

  char32_t han_char(Dice& dice) const { return chars_[char_frequency_.draw(dice)]; }
  [[nodiscard]] const std::vector<char32_t>& han_chars() const { return chars_; }

 private:
  static constexpr std::size_t k_longest = 5;

  static Name digits(Dice& dice) {
    Name out;
    for (std::size_t n = 2 + dice.below(3); n > 0; --n)
      out.push_back(U'0' + static_cast<char32_t>(dice.below(10)));
    return out;
  }

  Name han_mark(Dice& dice) const {
    const std::size_t n = 2 + han_length_.draw(dice);
    if (n >= 3 && dice.percent(6)) return han(dice, n - 1) + Name(dice.of(k_affixes));
    if (n >= 3 && dice.percent(4)) return Name(dice.of(k_heads)) + han(dice, n - 1);
    if (n >= 4 && dice.percent(8)) return han(dice, n - 2) + Name(dice.of(k_goods));
    return han(dice, n);
  }

  Name han(Dice& dice, std::size_t n) const {
    const std::size_t mode = dice.below(100);
    if (mode < 20 && n <= 4 && !by_frequency_[n].empty()) return word(dice, n);
    Name out;
    const auto put = [&](std::size_t size) { out += size == 1 ? Name(1, han_char(dice)) : word(dice, size); };
    if (mode < 60 && n >= 3) {
      const std::size_t first = n == 4 || dice.percent(50) ? 2 : n - 2;
      put(first);
      put(n - first);
    } else {
      for (std::size_t i = 0; i < n; ++i) put(1);
    }
    return out;
  }

  Name word(Dice& dice, std::size_t n) const { return words_[n][by_frequency_[n].draw(dice)]; }

  Name latin_mark(Dice& dice) const {
    const std::size_t n = 4 + latin_length_.draw(dice);
    Name out = latin(dice, n);
    if (n >= 8 && dice.percent(25)) out.insert(out.begin() + static_cast<std::ptrdiff_t>(n / 2), U' ');
    return out;
  }

  Name latin(Dice& dice, std::size_t n) const {
    static constexpr std::array<std::u32string_view, 28> k_consonants{
        U"b", U"c", U"d", U"f", U"g", U"h",  U"j",  U"k",  U"l",  U"m",  U"n",  U"p",  U"r",  U"s",
        U"t", U"v", U"w", U"x", U"z", U"ch", U"sh", U"th", U"st", U"tr", U"br", U"gr", U"pl", U"q"};
    static constexpr std::array<std::u32string_view, 12> k_vowels{U"a",  U"e",  U"i",  U"o",  U"u",  U"y",
                                                                  U"ai", U"ea", U"oo", U"ia", U"io", U"au"};
    static constexpr std::u32string_view k_ends = U"nrslmtxk";
    Name out;
    while (out.size() < n) {
      if (!out.empty() || dice.below(5) != 0) out += k_consonants[consonant_.draw(dice)];
      out += k_vowels[vowel_.draw(dice)];
      if (dice.below(4) == 0) out.push_back(dice.of(k_ends));
    }
    out.resize(n);
    return out;
  }

  std::array<std::vector<Name>, k_longest + 1> words_;
  std::array<Weighted, k_longest + 1> by_frequency_;
  std::vector<char32_t> chars_;
  Weighted char_frequency_;
  Weighted han_length_;
  Weighted latin_length_;
  Weighted consonant_;
  Weighted vowel_;
};

enum class Kind : std::uint8_t {
  homophone,
  look_alike,
  reorder,
  insertion,
  deletion,
  generic_suffix,
  pinyin,
  count_
};
constexpr std::array<std::string_view, static_cast<std::size_t>(Kind::count_)> k_kinds{
    "homophone", "look-alike", "reorder", "insertion", "deletion", "generic-suffix", "pinyin"};

/// Changes a mark the way imitators do. `false`: this kind of change does not go with the mark.
class Mutator {
 public:
  Mutator(const image::Image& image, const Maker& maker, Dice& dice)
      : image_(image), maker_(maker), dice_(dice) {
    for (const char32_t c : maker.han_chars()) {
      const auto readings = image.readings(image.info(c).readings);
      if (readings.empty()) continue;
      if (by_syllable_.size() <= readings[0]) by_syllable_.resize(std::size_t{readings[0]} + 1);
      by_syllable_[readings[0]].push_back(c);
    }
  }

  bool change(Kind kind, Name& name) {
    const bool han = search::han_in(name) > 0;
    switch (kind) {
      case Kind::homophone:
        return han ? homophone(name)
                   : one_of(name, {{U'c', U'k'}, {U'k', U'c'}, {U's', U'z'}, {U'v', U'f'}, {U'd', U't'}});
      case Kind::look_alike:
        return han ? look_alike(name)
                   : one_of(name, {{U'o', U'0'}, {U'l', U'1'}, {U'i', U'1'}, {U's', U'5'}});
      case Kind::reorder:
        return reorder(name, han);
      case Kind::insertion:
        name.insert(name.begin() + place(name.size() + 1),
                    han ? maker_.han_char(dice_) : U'a' + static_cast<char32_t>(dice_.below(26)));
        return true;
      case Kind::deletion:
        if (name.size() < (han ? 3U : 5U)) return false;
        name.erase(name.begin() + place(name.size()));
        return true;
      case Kind::generic_suffix:
        name += han ? dice_.of(k_goods) : dice_.of(k_latin_goods);
        return true;
      default:
        return pinyin(name);
    }
  }

 private:
  std::ptrdiff_t place(std::size_t bound) { return static_cast<std::ptrdiff_t>(dice_.below(bound)); }

  bool homophone(Name& name) {
    for (int i = 0; i < k_most_tries; ++i) {
      char32_t& c = name[dice_.below(name.size())];
      const auto readings = image_.readings(image_.info(c).readings);
      if (!search::is_han(c) || readings.empty() || readings[0] >= by_syllable_.size()) continue;
      const auto& like = by_syllable_[readings[0]];
      if (like.empty()) continue;
      const char32_t other = dice_.of(like);
      if (other == c) continue;
      c = other;
      return true;
    }
    return false;
  }

  bool look_alike(Name& name) {
    for (int i = 0; i < k_most_tries; ++i) {
      char32_t& c = name[dice_.below(name.size())];
      const auto like = image_.lookalikes(image_.info(c));
      if (!search::is_han(c) || like.empty()) continue;
      c = dice_.of(like);
      return true;
    }
    return false;
  }

  static bool one_of(Name& name, std::initializer_list<std::pair<char32_t, char32_t>> pairs) {
    for (const auto& [from, to] : pairs) {
      const std::size_t at = name.find(from);
      if (at == Name::npos) continue;
      name[at] = to;
      return true;
    }
    return false;
  }

  /// Characters in another order; of letters two neighbours.
  bool reorder(Name& name, bool han) {
    const Name before = name;
    for (int i = 0; i < k_most_tries && name == before; ++i) {
      const std::size_t a = dice_.below(name.size() - 1);
      std::swap(name[a], name[han ? dice_.below(name.size()) : a + 1]);
    }
    return name != before;
  }

  bool pinyin(Name& name) const {
    if (search::han_in(name) != name.size()) return false;
    Name out;
    for (const char32_t c : name) {
      const auto readings = image_.readings(image_.info(c).readings);
      if (readings.empty()) return false;
      for (const char letter : image_.syllable(readings[0]))
        out.push_back(static_cast<unsigned char>(letter));
    }
    name = out;
    return true;
  }

  const image::Image& image_;
  const Maker& maker_;
  Dice& dice_;
  std::vector<std::vector<char32_t>> by_syllable_;
};

/// Registrations a name: one, and another with this chance again and again; some 1.3 in the mean.
constexpr std::size_t k_another_percent = 23;

void run(std::size_t count, const char* words, const char* marks_file, const char* queries_file) {
  const image::Image image(store::bundled_image());
  const Maker maker(words);
  Dice dice(20260101);
  std::unordered_set<std::uint64_t> seen;
  seen.reserve(count * 2);
  std::vector<Name> sampled;
  std::ofstream marks(marks_file, std::ios::binary);
  marks << "name\tclass\n";
  std::size_t tries = 0;
  for (std::size_t made = 0; made < count;) {
    if (++tries > 20 * count + 1000) throw std::runtime_error("cannot make so many distinct marks");
    const Name name = maker.mark(dice);
    if (!seen.insert(image::name_hash(name)).second) continue;
    ++made;
    // Every mark has the same chance to be kept.
    if (sampled.size() < k_sampled) {
      sampled.push_back(name);
    } else if (const std::size_t at = dice.below(made); at < k_sampled) {
      sampled[at] = name;
    }
    const std::string bytes = text::encode(name);
    do marks << bytes << '\t' << 1 + dice.below(45) << '\n';
    while (dice.percent(k_another_percent));
  }

  Dice other(777);
  Mutator mutator(image, maker, other);
  std::ofstream queries(queries_file, std::ios::binary);
  queries << "kind\tname\tsource\n";
  for (std::size_t made = 0, i = 0; made < k_queries && i < k_queries * 100; ++i) {
    const auto kind = static_cast<Kind>(made % k_kinds.size());
    const Name& source = sampled[other.below(sampled.size())];
    Name name = source;
    if (!mutator.change(kind, name)) continue;
    queries << k_kinds[static_cast<std::size_t>(kind)] << '\t' << text::encode(name) << '\t'
            << text::encode(source) << '\n';
    ++made;
  }
  for (std::size_t made = 0, i = 0; made < k_queries && i < k_queries * 100; ++i) {
    const Name name = maker.mark(other);
    if (!seen.insert(image::name_hash(name)).second) continue;
    queries << "fresh\t" << text::encode(name) << "\t\n";
    ++made;
  }
  marks.close();
  queries.close();
  if (!marks || !queries) throw std::runtime_error("the files could not be written; is the disk full?");
}

}  // namespace

}  // namespace tmsweep

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fputs("usage: bench_generate COUNT WORDS MARKS QUERIES\n", stderr);
    return 2;
  }
  try {
    tmsweep::run(std::stoull(argv[1]), argv[2], argv[3], argv[4]);
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_generate: %s\n", e.what());
    return 1;
  }
}
