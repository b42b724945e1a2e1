// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/cli.h"
#include "image/image.h"
#include "output/format.h"
#include "search/index.h"

namespace tmsweep::app {

/// The image of a run: the built-in one in place, or a copy out of --db. Throws DatabaseError, ImageError.
class Session {
 public:
  explicit Session(const std::string& db);
  [[nodiscard]] const image::Image& image() const { return image_; }
  /// The bundled marks.
  [[nodiscard]] const search::Index& marks() const { return marks_; }

 private:
  std::vector<std::byte> copy_;
  image::Image image_;
  search::Index marks_;
};

/// --lang, or the locale's language when it names another than Chinese, or Chinese.
Lang language(const Common& common);
/// --as-of, or today by the local clock.
Date day(const Common& common);
/// Whether to colour standard output: --color, NO_COLOR, TERM, and whether it is a terminal.
output::Color color(const Common& common);

}  // namespace tmsweep::app
