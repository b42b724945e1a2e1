// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compile/table.h"
#include "image/image.h"
#include "image/writer.h"
#include "model/earlier_mark.h"

namespace tmsweep::compile {

/// Words that five or more of the bundled names of several words begin with, normalized.
std::vector<std::u32string> common_starts(const std::filesystem::path& data, const image::Image& chars);

/// The bundled marks and what names and words are called in the other language.
class Marks {
 public:
  /// Reads `marks/known` and `marks/listed` (one brand a row, with all its names) and `text/bilingual.tsv`.
  /// `chars` is an image with the character sections.
  Marks(const std::filesystem::path& data, const image::Image& chars);

  /// Puts the table of counterparts.
  void put_counterparts(image::Writer& writer);
  /// Puts the index; `image` holds everything else, `content` is its content hash.
  void put_index(const image::Image& image, std::string_view content, image::Writer& writer) const;
  [[nodiscard]] std::size_t count() const { return marks_.size(); }

 private:
  struct Brand {
    std::uint32_t number = 0;
    ClassMask classes = 0;
  };
  void add_brands(const std::filesystem::path& folder);
  void add_brand(const Table& table, const Row& row, const std::map<std::u32string, std::string>& keys);
  void add_words(const std::filesystem::path& file);

  struct Counterpart {
    std::uint64_t hash = 0;
    std::uint32_t known_mark = 0;
    std::string english;
    friend auto operator<=>(const Counterpart&, const Counterpart&) = default;
  };
  const image::Image& chars_;
  std::vector<EarlierMark> marks_;
  std::vector<Counterpart> counterparts_;
  std::uint32_t brands_ = 0;
  std::map<std::u32string, Brand> brand_of_;
};

}  // namespace tmsweep::compile
