// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/image.h"
#include "model/earlier_mark.h"
#include "model/result.h"
#include "search/index_layout.h"
#include "search/keys.h"

namespace tmsweep::search {

/// Collects earlier marks and lays an index of them out; the same marks in the same order give the same
/// bytes, on however many cores.
class IndexBuilder {
 public:
  explicit IndexBuilder(const image::Image& image) : IndexBuilder(image, image.meta("content-sha256")) {}
  /// For an image that has no hash of its own yet: `content` is what it will be.
  IndexBuilder(const image::Image& image, std::string_view content);

  /// Why the mark cannot be kept, when it cannot. One without letter or Han is left out when the index is
  /// laid out: there is nothing to compare.
  std::optional<Error> add(const EarlierMark& mark);
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  /// The finished index; nothing may be added afterwards. Throws Failure when there are more
  /// marks than it can hold (some 100 million).
  std::vector<std::byte> finish();
  /// Writes it to a new file. Throws Failure when that fails.
  void write(const std::filesystem::path& file);

 private:
  struct Kept {  ///< one registration's core form
    std::uint64_t order = 0;
    std::uint32_t text = 0;  ///< offset in `texts` of its part
    std::uint32_t row = 0;
    std::uint8_t part = 0;
  };
  struct Part {  ///< what one thread made
    std::string texts;
    std::vector<Kept> kept;
  };
#pragma pack(push, 1)
  struct Posting {
    Key key;
    std::uint32_t mark;
  };
#pragma pack(pop)
  using Partitions = std::vector<std::vector<Posting>>;
  struct Lists {
    std::vector<std::uint32_t> groups;
    std::string postings;
  };

  void read_names();
  void number_marks();
  void begin_block();
  void make_keys();
  void lay_out_postings();
  void collect_keys(std::uint32_t first, std::uint32_t last, Partitions& out,
                    std::vector<ShortName>& short_names) const;
  void lay_out_short_names();
  void lay_out_key_set();
  void lay_out(std::size_t first, std::size_t last, Lists& out);
  [[nodiscard]] std::string_view stored(const Kept& k) const;
  [[nodiscard]] std::array<std::string_view, static_cast<std::size_t>(IndexSection::count_)> sections() const;
  [[nodiscard]] IndexHeader header() const;
  void build();

  const image::Image& image_;
  std::string content_;
  std::vector<RowRecord> rows_;
  std::vector<std::size_t> name_at_;
  std::string row_texts_;
  std::map<std::string, std::uint16_t, std::less<>> source_ids_;
  std::string sources_;

  std::vector<Part> parts_;
  std::string texts_;
  std::vector<std::uint32_t> blocks_;  ///< where each begins in `texts_`
  std::vector<std::uint32_t> text_groups_;
  std::vector<std::uint32_t> first_rows_;
  std::vector<RowRecord> ordered_rows_;
  std::vector<Partitions> keys_;
  std::vector<std::vector<ShortName>> short_names_;
  std::vector<std::uint32_t> bucket_groups_;
  std::string postings_;
  std::vector<std::uint32_t> short_groups_;
  std::string short_name_bits_;
  std::vector<std::uint8_t> key_bits_;
  std::uint32_t bucket_bits_ = 1;
  std::uint32_t marks_ = 0;
};

}  // namespace tmsweep::search
