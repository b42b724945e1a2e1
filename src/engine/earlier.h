// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/weights.h"
#include "image/image.h"
#include "model/report.h"
#include "search/index.h"

namespace tmsweep::engine {

/// Where earlier marks come from, for what the report says of them.
enum class Origin : std::uint8_t {
  bundle,  ///< the marks that the program carries: well-known brands, not the register
  user,    ///< registers imported by the user
  list     ///< --marks
};

struct MarkSource {
  const search::Index* index = nullptr;
  Origin origin = Origin::bundle;
};

/// Whether marks of other classes that are no mine are named as notes.
enum class OtherClasses : std::uint8_t { leave_out, as_notes };

struct EarlierSettings {
  std::span<const MarkSource> sources;
  OtherClasses other_classes = OtherClasses::leave_out;
  std::size_t most = 20;  ///< reported of one name, the closest first
};

/// An earlier mark as it stands towards the name, weighed.
struct Conflict {
  EarlierMark mark;
  Relation relation = Relation::none;
  std::string_view kind;   ///< of the page earlier-mark
  std::string_view basis;  ///< catalogue id
  Risk risk = Risk::none;
  Span part;  ///< of the later name's core
  int changed = 0;
  std::vector<AlignedPair> alignment;
};

struct Conflicts {
  std::vector<Conflict> list;  ///< best first, at most EarlierSettings::most
  std::size_t more = 0;        ///< conflicts that were found beyond these
  std::size_t not_compared =
      0;  ///< at most so many marks were not compared any more, since enough were found
};

/// Earlier marks of all sources in a named relation to the name (2019 arts. 13, 30, 31; 2026 arts. 20, 21,
/// 35), best first: the heavier risk, then the closer relation, then the better known mark.
class EarlierMarks {
 public:
  EarlierMarks(const image::Image& image, const EarlierSettings& settings)
      : image_(image), settings_(settings), prepared_(image) {}

  Conflicts find(const Mark& mark, const GoodsSelection& goods);

 private:
  struct Weighed {
    std::uint64_t rank = 0;  ///< less is better
    std::uint32_t mark = 0;
    std::uint32_t source = 0;
    std::uint32_t row = 0;
    std::uint64_t known_mark = 0;  ///< names of one brand count once
    Risk risk = Risk::none;
    Relation relation = Relation::none;
    Fame fame = Fame::unknown;
    search::Likeness likeness;
  };

  void take(std::uint32_t source, const search::Sign& later, const GoodsSelection& goods);
  void take_row(Weighed w, const search::Sign& later, const search::Sign& earlier, const search::Index& index,
                const search::RowRecord& row, Goods goods);
  [[nodiscard]] Conflict conflict(const Weighed& w, const search::Sign& later,
                                  const GoodsSelection& goods) const;
  void keep_one_of_each();
  [[nodiscard]] bool is_bundled(const Weighed& w) const {
    return settings_.sources[w.source].origin == Origin::bundle;
  }

  const image::Image& image_;
  EarlierSettings settings_;
  search::Prepared prepared_;
  search::Scratch scratch_;
  std::vector<Weighed> weighed_;
};

}  // namespace tmsweep::engine
