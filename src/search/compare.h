// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "image/image.h"
#include "model/finding.h"
#include "search/counterpart.h"
#include "search/keys.h"
#include "search/letters.h"
#include "search/sieve.h"
#include "search/sign.h"
#include "search/sound.h"

namespace tmsweep::search {

// What the relations ask for, each after an example.
inline constexpr std::size_t k_least_close_han =
    3;  ///< 熊猫老爸/熊猫爸爸; of two characters one is half a name
inline constexpr std::size_t k_most_two_looks = 4;  ///< 康师傅/康帅博; of longer names two are little
inline constexpr std::size_t k_least_close_letters = 4;  ///< SOMI/SOMIS; three letters must look alike
inline constexpr std::size_t k_least_close_word = 5;     ///< one word of several: TIFFIN in TIFFINS
inline constexpr std::size_t k_least_segments = 8;  ///< from here a mark is kept by pieces of its letters
inline constexpr std::size_t k_least_two_edits =
    10;  ///< SLICKCRAFT/SLEEKCRAFT; two of eight letters are too many
inline constexpr std::size_t k_least_sounding_letters = 3;
inline constexpr std::size_t k_least_sound = 4;  ///< sounds of a key: CATANA/KATANA have six
inline constexpr std::size_t k_least_like = 6;   ///< letters, of which two may differ: SILAROM/SYMAROM
inline constexpr std::size_t k_least_end = 5;    ///< letters that two names end with
inline constexpr std::size_t k_least_edge = 3;   ///< Han characters at one end of two names
inline constexpr std::size_t k_least_few = 5;    ///< Han characters of the longer of these names
inline constexpr std::size_t k_least_start = 4;  ///< letters that two names begin with
inline constexpr std::size_t k_least_same_end =
    4;  ///< as k_least_end, of words of one length: TURANZA, MILANZA
inline constexpr std::size_t k_most_same_end = 7;  ///< letters of such words; of longer ones four are little
inline constexpr std::size_t k_least_frame = 6;    ///< letters of names that begin and end alike
inline constexpr std::size_t k_least_frame_end = 3;
inline constexpr std::size_t k_most_sound_longer = 3;
inline constexpr int k_most_sounds_apart = 3;  ///< of sounds_in: silent and doubled letters

/// Letters that may differ from a mark of so many; a mark of ten is near enough with two.
constexpr std::size_t edits_of(std::size_t size) {
  return size < k_least_two_edits ? 1 : 2;
}

/// What is special about a relation, where its name does not say it.
enum class Manner : std::uint8_t {
  plain,
  by_sound,  ///< containment: what is contained is written otherwise and sounds the same
  start,     ///< containment: the first words begin with the same letters, half of each or more
  end,       ///< containment: two names of one word end with the same letters, more than half of each
  few,       ///< one-character: two characters differ in the middle of five or six
  frame,     ///< edit: both begin and end alike, two thirds of each or more
  spread,    ///< containment: the characters of the mark stand in the name in order, with others between
  like       ///< edit: several letters differ, and all but one sound alike
};

/// How a name and an earlier mark stand to each other, and where.
struct Likeness {
  Relation relation = Relation::none;
  Tier tier = Tier::same;
  int changed = 0;  ///< code points that differ; for containment those that are added
  Span part;        ///< of the later name's core: what is compared, or the part that the two share
  Span mark_part;   ///< the same of the earlier mark
  ViewKind later_view = ViewKind::whole;
  ViewKind earlier_view = ViewKind::whole;
  bool holds = false;      ///< containment: the later name holds the earlier mark, not the other way round
  bool one_brand = false;  ///< translation: names of one known mark, not words that mean the same
  Manner manner = Manner::plain;
};

/// A later name made ready for many comparisons.
class Prepared {
 public:
  explicit Prepared(const image::Image& image) : image_(image) {}
  Prepared(const image::Image& image, const Sign& sign) : Prepared(image) { prepare(sign); }
  /// Makes `sign`, which must outlive this, the later name. One of these serves for one name after the other.
  void prepare(const Sign& sign);

  struct Form {
    // What most marks are told apart by, side by side.
    View view;
    bool has_key = false;         ///< `metaphone` is long enough to be compared
    std::uint8_t consonants = 0;  ///< of `metaphone`
    std::u32string_view text;
    std::size_t han = 0;
    Glance glance;  ///< of a form without Han
    std::span<const image::CounterpartRecord> counterparts;

    Sounds sounds;
    Renderings pinyin;
    Renderings english;
    Run collapsed;
    Run digits;
    // Empty when the form has Han.
    Run metaphone;
    Run folded;
  };
  [[nodiscard]] const image::Image& image() const { return image_; }
  [[nodiscard]] const Sign& sign() const { return *sign_; }
  [[nodiscard]] std::span<const Form> forms() const { return {forms_.data(), count_}; }
  /// The word that the name begins with, see start_word; empty when it is a weak one.
  [[nodiscard]] const View& start() const { return start_; }
  /// See with_letter_names.
  [[nodiscard]] const Run& named() const { return named_; }
  /// Puts most marks aside before they are compared.
  [[nodiscard]] const Sieve& sieve() const { return sieve_; }

 private:
  void fill(Form& form, const View& view) const;

  const image::Image& image_;
  const Sign* sign_ = nullptr;
  std::array<Form, 8> forms_;
  std::size_t count_ = 0;
  View start_;
  Run named_;
  Sieve sieve_;
};

/// The word in letters that a name begins with; `whole` when it is all that the name has beside weak words.
View start_word(const Sign& sign);

/// An earlier mark under comparison. What several comparisons ask of it is made once, when it is asked for.
class Compared {
 public:
  explicit Compared(const Sign& sign) : sign_(sign) {}
  [[nodiscard]] const Sign& sign() const { return sign_; }
  [[nodiscard]] std::size_t count() const { return sign_.view_count; }
  [[nodiscard]] const View& view(std::size_t i) const { return sign_.views[i]; }
  [[nodiscard]] std::u32string_view text(std::size_t i) const { return sign_.of(sign_.views[i]); }
  const Glance& glance(std::size_t i) {
    if ((glanced_ >> i & 1U) == 0) {
      glanced_ |= 1U << i;
      if (glance_at(text(i), glances_[i])) {
        plain_ |= 1U << i;
      } else {
        fold(text(i), folded_[i], glances_[i]);
        has_folded_ |= 1U << i;
      }
    }
    return glances_[i];
  }
  const Run& folded(std::size_t i) {
    glance(i);
    if ((has_folded_ >> i & 1U) == 0) {
      fold_plainly(text(i), folded_[i]);
      has_folded_ |= 1U << i;
    }
    return folded_[i];
  }
  /// Whether no view is shorter when it is folded.
  bool keeps_size() {
    glance(0);
    return (plain_ & 1U) != 0;
  }

 private:
  const Sign& sign_;
  std::array<Glance, 8> glances_;
  std::array<Run, 8> folded_;
  unsigned glanced_ = 0;
  unsigned plain_ = 0;  ///< glanced at, and folded letter by letter
  unsigned has_folded_ = 0;
};

/// The closest relation of `later` to an earlier mark within the tiers up to `tier`: the whole names first,
/// then their distinctive parts. Relations follow the headings on similar word marks in the examination
/// guidelines (part 2, chapter 5, 5.1). Nothing when they stand in none. With `from`, tiers before it are
/// known to hold nothing.
std::optional<Likeness> compare(const Prepared& later, const Sign& earlier, Tier tier,
                                Tier from = Tier::same);

/// Whether at most so many bits are set.
constexpr bool has_at_most(std::uint32_t bits, int most) {
  while (most-- > 0) bits &= bits - 1;
  return bits == 0;
}

/// `text` with every numeral as a digit; empty when it has no numeral.
Run digits_of(const image::Image& image, std::u32string_view text);
/// Whether this form is compared with marks that differ in some character, or hold it.
inline bool is_compared_closely(const Prepared::Form& f) {
  return f.view.kind == ViewKind::whole || f.view.kind == ViewKind::distinctive ||
         f.view.kind == ViewKind::part;
}
/// Whether so many code points, `han` of them Han, are enough to be looked for inside another name.
constexpr bool is_needle_size(std::size_t size, std::size_t han) {
  constexpr std::size_t k_least_with_han = 2;
  constexpr std::size_t k_least_without = 4;
  return size >= (han > 0 ? k_least_with_han : k_least_without);
}
inline bool is_needle(std::u32string_view text) {
  return is_needle_size(text.size(), han_in(text));
}
/// Whether the characters of a mark of so many may stand spread over a name of so many: of two it is chance.
constexpr bool is_spread_size(std::size_t mark, std::size_t name) {
  constexpr std::size_t k_most_name = 8;
  return mark >= k_least_close_han && mark <= k_most_two_looks && name > mark && name <= k_most_name;
}
/// Whether a part of a short name at its start or end is long enough all the same: SKY in SKYPE, T2 in T2A.
bool is_short_needle(const Sign& name, std::size_t first, std::size_t last);
/// Whether a part of a name can be an earlier mark inside it: in a long name only from or to the edge of a
/// token.
inline bool may_hold(const Sign& name, std::size_t first, std::size_t last) {
  constexpr std::size_t k_short = 16;
  if (name.text.size() <= k_short) return true;
  const bool from_edge = (name.starts >> first & 1U) != 0;
  const bool to_edge = last == name.text.size() || (name.starts >> last & 1U) != 0;
  return from_edge || to_edge;
}

}  // namespace tmsweep::search
