// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "image/image.h"
#include "model/goods.h"
#include "model/report.h"
#include "model/result.h"

namespace tmsweep::app {

/// A similar group, with what is known of it.
struct GroupAnswer {
  std::string code;
  std::string label;
  bool compared = false;  ///< with a copy of the table; otherwise from memory
};

/// Another class that is usually thought of, or another group that has to do with one.
struct Hint {
  std::string code;
  std::string text;
  bool cross_note = false;  ///< of a group: by a note of the table itself
};

struct ClassAnswer {
  int number = 0;
  std::string heading;
  std::vector<GroupAnswer> groups;
  std::vector<Hint> advice;
};

/// What one text is.
struct ClassesAnswer {
  enum class Kind : std::uint8_t { goods, nice_class, group, unknown };
  Kind kind = Kind::unknown;
  std::string text;
  std::string word;  ///< goods: the word that was recognised
  bool whole = false;
  bool head = false;
  std::vector<ClassAnswer> classes;
  std::vector<Hint> related;      ///< group: groups that have to do with it
  std::vector<std::string> near;  ///< unknown: goods words that look like it
};

/// The answers to one typed text, one for each goods of a list parted by commas. Refuses a class
/// outside 1..45 and text that is not valid UTF-8.
Result<std::vector<ClassesAnswer>> answer(const image::Image& image, const std::string& text, Lang lang);

/// The heading of a class in words of `lang`.
std::string class_heading(const image::Image& image, int number, Lang lang);

}  // namespace tmsweep::app
