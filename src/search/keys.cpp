// SPDX-License-Identifier: Apache-2.0
#include "search/keys.h"

#include <algorithm>
#include <array>

#include "search/compare.h"
#include "search/counterpart.h"
#include "search/key_hash.h"
#include "search/letters.h"
#include "search/sound.h"

namespace tmsweep::search {

namespace {

using image::Image;

/// Keys of one name, into `out_`.
class MarkKeys {
 public:
  MarkKeys(const Image& image, const Sign& sign, std::vector<Key>& out)
      : image_(image), sign_(sign), out_(out) {}

  void all() {
    for (const View& v : sign_.all_views()) same(sign_.of(v), v.kind);
    const Chars whole = sign_.text.view();
    if (sign_.han > 0) {
      close_han(whole);
    } else {
      for (const View& v : sign_.all_views()) close_letters(folded(sign_.of(v)).view(), sign_.of(v));
    }
    if (const Run named = with_letter_names(sign_); named.size() >= k_least_sounding_letters)
      each_letters_key(named.view(), named.view(), Of::whole, [&](Key k) { out_.push_back(k); });
    if (const auto name = short_name(sign_)) out_.push_back(name->key);
    each_gram(whole, [&](Key k) { out_.push_back(k); });
    each_start_key(sign_.of(first_word(sign_)), [&](Key k) { out_.push_back(k); });
    each_frame_key(sign_, [&](Key k) { out_.push_back(k); });
  }

 private:
  void same(Chars text, ViewKind kind) {
    const std::size_t han = han_in(text);
    const Of of = kind == ViewKind::whole ? Of::whole : Of::view;
    if (han == 0) {
      each_letters_key(text, folded(text).view(), of, [&](Key k) { out_.push_back(k); });
    } else {
      Sounds(image_, text).each_variant(image_, [&](Codes codes) { out_.push_back(sound_key(codes, of)); });
      pinyin_of(image_, text, renderings_);
      for (const Run& r : renderings_.all()) out_.push_back(ordered(Family::spelled, r.view()));
      english_of(image_, text, renderings_);
      for (const Run& r : renderings_.all()) out_.push_back(ordered(Family::meaning, r.view()));
    }
    for (const image::CounterpartRecord& r : counterparts(image_, text)) {
      if (r.known_mark != 0) out_.push_back(ordered(Family::known, std::array{r.known_mark}));
    }
    if (const Run digits = digits_of(image_, text); digits.size() >= 2)
      out_.push_back(ordered(Family::digits, digits.view()));
    if (kind != ViewKind::word) {
      if (const Run one = collapsed(text); one.size() != text.size())
        out_.push_back(ordered(Family::collapsed, one.view()));
    }
  }

  void close_han(Chars text) {
    if (text.size() < k_least_close_han) return;
    const Sounds sounds(image_, text);
    std::array<std::uint16_t, k_most_compared> codes;
    sounds.main_codes(image_, codes);
    each_shorter(Codes(codes.data(), sounds.size()), [&](Codes rest, std::size_t skipped) {
      out_.push_back(sound_less_key(text.size(), skipped, rest));
    });
  }

  void close_letters(Chars letters, Chars raw) {
    if (letters.size() < k_least_sounding_letters) return;
    if (const Run sound = metaphone(raw); sound.size() >= k_least_sound)
      out_.push_back(latin_sound_key(sound.view()));
    if (letters.size() < k_least_close_letters) return;
    if (has_few_letters(letters.size())) {
      each_shorter_run(letters, [&](Chars rest, std::size_t skipped) {
        out_.push_back(few_letters_key(letters.size(), skipped, rest));
      });
    }
    if (letters.size() < k_least_segments) {
      const Run groups = grouped(letters);
      out_.push_back(groups_key(groups.view()));
      if (letters.size() == k_least_close_letters) return;
      each_less(groups.view(), [&](Chars rest) { out_.push_back(ordered(Family::letters_less, rest)); });
    } else {
      const Run pieces = pieced(letters, letters.size());
      for (std::size_t part = 0; part <= edits_of(letters.size()); ++part) {
        const Piece t = piece(letters.size(), part);
        out_.push_back(segment_key(letters.size(), part, pieces.view().substr(t.start, t.size)));
      }
    }
  }

  const Image& image_;
  const Sign& sign_;
  std::vector<Key>& out_;
  Renderings renderings_;
};

}  // namespace

std::optional<ShortName> short_name(const Sign& sign) {
  const Chars text = sign.text.view();
  if (sign.han == 0 || text.size() < 2 || text.size() > k_most_two_looks) return {};
  return ShortName{exact_key(placed_sum(text)), text.front()};
}

void mark_keys(const Image& image, const Sign& sign, std::vector<Key>& keys) {
  keys.clear();
  MarkKeys(image, sign, keys).all();
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace tmsweep::search
