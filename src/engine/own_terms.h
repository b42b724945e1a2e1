// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "image/image.h"
#include "model/mark.h"
#include "model/policy.h"
#include "model/report.h"

namespace tmsweep::engine {

/// The user's own banned words, found in names however they are written: other width, case, traditional
/// characters, separators between the characters, numerals, imitated letters. Thousands of words cost a name
/// no more than a few.
class OwnTerms {
 public:
  OwnTerms(const image::Image& image, std::vector<OwnTerm> terms);

  /// Adds a finding for each word that stands in the name; one that lies inside another word of at least its
  /// risk is left out. The report gives the language.
  void find(const Mark& mark, Report& report) const;
  /// One line for each word in which there is nothing to look for.
  [[nodiscard]] const std::vector<Message>& unreadable() const { return unreadable_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view s) const { return std::hash<std::u32string_view>()(s); }
  };
  /// Words under one form of theirs.
  struct Table {
    std::unordered_map<std::u32string, std::vector<std::uint32_t>, Hash, std::equal_to<>> words;
    std::unordered_map<char32_t, std::vector<std::uint32_t>> lengths;  ///< by first code point

    void add(const std::u32string& key, std::uint32_t term);
  };
  struct Hit {
    std::uint32_t term = 0;
    Span typed;
    Relation relation = Relation::none;
  };

  void keep(const image::Image& image, const Mark& mark, std::uint32_t term);
  void scan(const Table& table, const Form& form, const Mark& mark, Relation relation,
            std::vector<Hit>& hits) const;
  [[nodiscard]] Finding finding(const Hit& hit, const Report& report) const;

  std::vector<OwnTerm> terms_;
  std::vector<Message> unreadable_;
  Table core_;
  Table numerals_;  ///< words with a numeral, as Arabic digits
  Table signs_;     ///< words that begin or end with a sign, such as C++: as they are written
};

/// What `explain own-term` says.
std::string own_term_page(Lang lang);
/// Title of the findings.
std::string_view own_term_title(Lang lang);

}  // namespace tmsweep::engine
