// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/cli.h"
#include "app/installed.h"
#include "image/image.h"
#include "output/format.h"
#include "platform/mapped_file.h"
#include "search/index.h"

namespace tmsweep::app {

/// The image of a run: a copy out of --db, or the installed one mapped from its file, or the built-in one in
/// place. Throws DatabaseError, ImageError.
class Session {
 public:
  explicit Session(const std::string& db);
  [[nodiscard]] const image::Image& image() const { return image_; }
  /// The bundled marks.
  [[nodiscard]] const search::Index& marks() const { return marks_; }

 private:
  void map(const InstalledBundle& installed);

  std::vector<std::byte> copy_;
  platform::MappedFile file_;
  image::Image image_;
  search::Index marks_;
};

/// --lang, or the locale's language when it names another than Chinese, or Chinese.
Lang language(const Common& common);
/// Today: the day of SOURCE_DATE_EPOCH (UTC) where it is set, so that a report can be made again byte for
/// byte, else that of the local clock.
Date today();
/// Whether the data are no older than --max-age allows; says on standard error when they are.
bool fresh_enough(const Common& common, const image::Image& image);
/// --as-of, or today.
Date day(const Common& common);
/// Whether to colour standard output: --color, NO_COLOR, TERM, and whether it is a terminal.
output::Color color(const Common& common);

}  // namespace tmsweep::app
