// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "search/keys.h"
#include "search/letters.h"
#include "search/sign.h"

namespace tmsweep::search {

class Prepared;

/// Tells most earlier marks in letters from a name by the bytes in which an index keeps them: of those that
/// keys propose four in five are put aside here, before they are read. Rejects nothing in which `compare`
/// would find a relation.
class Sieve {
 public:
  void prepare(const Prepared& later);
  /// False when `compare` would find nothing in this tier, where it found nothing in those before; true for
  /// every mark that is not all ASCII. `mark` is as in index_text.h, and nothing beyond it.
  [[nodiscard]] bool may_pass(Tier tier, std::span<const std::uint8_t> mark) const;

 private:
  struct Stored;

  /// Letters of the name in one byte each.
  struct Letters {
    std::array<std::uint8_t, k_most_compared> bytes;
    std::uint8_t size = 0;
    void set(std::u32string_view text);
    [[nodiscard]] std::span<const std::uint8_t> all() const { return {bytes.data(), size}; }
  };

  /// A form of the name that is compared letter by letter.
  struct Brief {
    std::uint8_t size = 0;    ///< folded
    std::uint8_t enough = 0;  ///< letters that both must have
    bool has_key = false;     ///< of its sound
    std::uint32_t letters = 0;
    Vowels vowels;
    Letters folded;
    Letters groups;
    Letters sounds;
  };

  [[nodiscard]] static bool may_be_edited(const Brief& a, std::span<const std::uint8_t> b, bool word);
  [[nodiscard]] static bool may_sound_alike(const Brief& a, std::span<const std::uint8_t> b,
                                            std::uint64_t vowels);
  [[nodiscard]] bool may_be_close(const Stored& mark) const;
  /// `vowels`: bit i: letter i of `view` is one.
  [[nodiscard]] bool may_be_close(std::span<const std::uint8_t> view, ViewKind kind,
                                  std::uint64_t vowels) const;
  [[nodiscard]] bool may_be_part(const Stored& mark) const;
  [[nodiscard]] bool may_have_frame(const Stored& mark) const;
  [[nodiscard]] bool may_share_edge(const Stored& mark) const;

  std::array<Brief, 8> briefs_;
  std::size_t brief_count_ = 0;
  std::uint8_t least_ = 0;  ///< sizes of marks that may be close
  std::uint8_t most_ = 0;
  Letters name_;
  std::uint64_t name_letters_ = 0;  ///< which bytes it has, their lowest six bits
  std::array<Letters, 8> needles_;
  std::size_t needle_count_ = 0;
  Letters start_;
  bool doubles_ = false;  ///< the word it starts with has a doubled letter
};

}  // namespace tmsweep::search
