// SPDX-License-Identifier: Apache-2.0
#include "search/align.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "search/letters.h"
#include "text/utf8.h"

namespace tmsweep::search {

namespace {

using Chars = std::u32string_view;
using image::Image;

AlignedPair pair(Chars a, Chars b, Relation how) {
  return {text::encode(a), text::encode(b), how};
}

Relation how(const Image& image, char32_t a, char32_t b) {
  if (a == b) return Relation::identical;
  const Run x_digit = digits_of(image, Chars(&a, 1));
  const Run y_digit = digits_of(image, Chars(&b, 1));
  if (!x_digit.empty() && x_digit.view() == y_digit.view()) return Relation::numeral;
  const Sounds x(image, Chars(&a, 1));
  const Sounds y(image, Chars(&b, 1));
  switch (closeness(image, a, x.at(0), b, y.at(0))) {
    case Close::homophone:
      return Relation::homophone;
    case Close::near:
      return Relation::near_homophone;
    case Close::look:
      return Relation::glyph;
    default:
      break;
  }
  if (!is_han(a) && !is_han(b) && folded(Chars(&a, 1)).view() == folded(Chars(&b, 1)).view())
    return Relation::confusable;
  return Relation::none;
}

/// Least-cost alignment; what corresponds in some way costs less than what does not.
class Aligner {
 public:
  Aligner(const Image& image, Chars a, Chars b) : image_(image), a_(a), b_(b) {}

  std::vector<AlignedPair> run() {
    fill();
    std::vector<AlignedPair> out;
    std::size_t i = a_.size();
    std::size_t j = b_.size();
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && cost_[i][j] == cost_[i - 1][j - 1] + swap_cost(i, j)) {
        --i;
        --j;
        out.push_back(pair(a_.substr(i, 1), b_.substr(j, 1), how(image_, a_[i], b_[j])));
      } else if (i > 0 && cost_[i][j] == cost_[i - 1][j] + k_gap) {
        out.push_back(pair(a_.substr(--i, 1), {}, Relation::none));
      } else {
        out.push_back(pair({}, b_.substr(--j, 1), Relation::none));
      }
    }
    std::ranges::reverse(out);
    return out;
  }

 private:
  static constexpr int k_gap = 4;
  [[nodiscard]] int swap_cost(std::size_t i, std::size_t j) const {
    const Relation r = how(image_, a_[i - 1], b_[j - 1]);
    return r == Relation::identical ? 0 : r == Relation::none ? 5 : 2;
  }
  void fill() {
    for (std::size_t i = 0; i <= a_.size(); ++i) {
      for (std::size_t j = 0; j <= b_.size(); ++j) {
        int best = i == 0 && j == 0 ? 0 : 1 << 20;
        if (i > 0) best = std::min(best, cost_[i - 1][j] + k_gap);
        if (j > 0) best = std::min(best, cost_[i][j - 1] + k_gap);
        if (i > 0 && j > 0) best = std::min(best, cost_[i - 1][j - 1] + swap_cost(i, j));
        cost_[i][j] = best;
      }
    }
  }

  const Image& image_;
  Chars a_;
  Chars b_;
  std::array<std::array<int, k_most_compared + 1>, k_most_compared + 1> cost_;
};

/// Each Han character beside its syllable.
std::vector<AlignedPair> with_pinyin(const Image& image, Chars a, Chars b) {
  const bool later_han = han_in(a) > 0;
  const Chars han = later_han ? a : b;
  Chars rest = later_han ? b : a;
  std::vector<AlignedPair> out;
  for (std::size_t i = 0; i < han.size(); ++i) {
    std::size_t n = 0;
    for (const std::uint16_t s : image.readings(image.info(han[i]).readings)) {
      const std::u32string spelled = text::decode(image.syllable(s)).value();
      if (rest.starts_with(spelled) && (i + 1 < han.size() || spelled.size() == rest.size()))
        n = spelled.size();
    }
    if (n == 0) return {pair(a, b, Relation::pinyin)};
    const Chars one = han.substr(i, 1);
    out.push_back(later_han ? pair(one, rest.substr(0, n), Relation::pinyin)
                            : pair(rest.substr(0, n), one, Relation::pinyin));
    rest.remove_prefix(n);
  }
  return out;
}

}  // namespace

std::vector<AlignedPair> align(const Image& image, const Sign& later, const Sign& earlier,
                               const Likeness& l) {
  const Chars a = later.text.view();
  const Chars b = earlier.text.view();
  const Chars own = a.substr(l.part.start, l.part.length);
  const Chars theirs = b.substr(l.mark_part.start, l.mark_part.length);
  if (l.relation == Relation::pinyin) return with_pinyin(image, own, theirs);
  if (l.relation == Relation::translation || l.relation == Relation::order ||
      l.relation == Relation::phonetic)
    return {pair(own, theirs, l.relation)};
  if (l.relation == Relation::confusable && own.size() != theirs.size())
    return {pair(own, theirs, l.relation)};
  std::vector<AlignedPair> out;
  if (l.part.start > 0) out.push_back(pair(a.substr(0, l.part.start), {}, Relation::none));
  if (l.mark_part.start > 0) out.push_back(pair({}, b.substr(0, l.mark_part.start), Relation::none));
  std::ranges::move(Aligner(image, own, theirs).run(), std::back_inserter(out));
  if (l.part.end() < a.size()) out.push_back(pair(a.substr(l.part.end()), {}, Relation::none));
  if (l.mark_part.end() < b.size()) out.push_back(pair({}, b.substr(l.mark_part.end()), Relation::none));
  return out;
}

}  // namespace tmsweep::search
