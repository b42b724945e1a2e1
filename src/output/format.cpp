// SPDX-License-Identifier: Apache-2.0
#include "output/format.h"

#include <algorithm>
#include <cctype>

namespace tmsweep::output {

const Format* named(std::string_view id) {
  const auto formats = all();
  const auto it = std::ranges::find_if(formats, [&](const Format* f) { return f->id == id; });
  return it == formats.end() ? nullptr : *it;
}

const Format* for_file(std::string_view file) {
  std::string lower(file);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const Format* found = nullptr;
  std::size_t longest = 0;
  for (const Format* f : all()) {
    for (const std::string_view ending : f->endings) {
      if (ending.size() <= longest || !lower.ends_with(ending)) continue;
      found = f;
      longest = ending.size();
    }
  }
  return found;
}

void join(const Format& format, Before before, std::string_view text, std::string& out) {
  if (text.empty()) return;
  if (before == Before::something) out += format.between;
  out += text;
}

}  // namespace tmsweep::output
