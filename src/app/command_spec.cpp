// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

#include <algorithm>

namespace tmsweep::app {

const CommandSpec* command_named(std::string_view name) {
  for (const CommandSpec* spec : commands::all()) {
    if (spec->name == name) return spec;
  }
  return nullptr;
}

std::vector<const CommandSpec*> commands_of(Part part) {
  std::vector<const CommandSpec*> out;
  for (const CommandSpec* spec : commands::all()) {
    if (spec->part == part && spec->declare != nullptr) out.push_back(spec);
  }
  std::ranges::sort(out, {}, &CommandSpec::order);
  return out;
}

std::vector<const CommandSpec*> commands_in_order() {
  std::vector<const CommandSpec*> out;
  for (std::size_t part = 0; part < k_parts; ++part) {
    const std::vector<const CommandSpec*> some = commands_of(static_cast<Part>(part));
    out.insert(out.end(), some.begin(), some.end());
  }
  return out;
}

}  // namespace tmsweep::app
