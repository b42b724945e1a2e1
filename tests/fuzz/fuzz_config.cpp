// SPDX-License-Identifier: Apache-2.0
// Any bytes as a project's configuration: read, or refused with one line.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "config/config.h"

namespace {

using tmsweep::config::Config;
using tmsweep::config::Level;
using tmsweep::config::Vocabulary;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Vocabulary vocabulary{[] { return std::vector<std::string>{"text"}; },
                              [] { return std::vector<std::string>{"place-name"}; }};
  Config config;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto fault =
      tmsweep::config::read_toml(text, {Level::project, "/nonexistent/c.toml"}, vocabulary, config);
  if (fault && fault->message.empty()) std::abort();
  return 0;
}
