// SPDX-License-Identifier: Apache-2.0
// Lines of the input are marks, and each of them is looked for: the index must find what a comparison with
// every mark finds, and its bytes, damaged by the rest of the input, must end as an IndexError or an answer.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/builder.h"
#include "search/index.h"
#include "store/bundle.h"
#include "text/mark.h"

namespace {

using namespace tmsweep;  // NOLINT(google-build-using-namespace): a program of its own

using Answer = std::set<std::pair<std::uint32_t, Relation>>;

Answer by_scan(const search::Index& index, const search::Prepared& later) {
  Answer out;
  for (std::uint32_t m = 0; m < index.marks(); ++m) {
    if (const auto l = search::compare(later, index.sign(m), search::Tier::part)) out.emplace(m, l->relation);
  }
  return out;
}

Answer by_index(const search::Index& index, const search::Prepared& later) {
  search::Scratch scratch;
  search::search_all(index, later, scratch);
  Answer out;
  for (const search::Found& f : scratch.found) out.emplace(f.mark, f.likeness.relation);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const image::Image image(store::bundled_image());
  constexpr std::size_t k_most_lines = 24;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<std::string> names;
  while (!rest.empty() && names.size() < k_most_lines) {
    const std::size_t end = rest.find('\n');
    names.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  search::IndexBuilder builder(image);
  for (const std::string& name : names) {
    EarlierMark mark;
    mark.name = name;
    builder.add(mark);
  }
  std::vector<std::byte> bytes = builder.finish();
  const search::Index index(image, bytes);
  for (const std::string& name : names) {
    const Result<Mark> read = text::make_mark(image, name);
    if (!read) continue;
    const search::Sign sign = search::make_sign(image, read.value());
    if (sign.text.empty()) continue;
    const search::Prepared later(image, sign);
    if (by_scan(index, later) != by_index(index, later)) std::abort();
  }
  for (std::size_t i = 0; i + 2 < rest.size(); i += 3) {
    const std::size_t at =
        (static_cast<unsigned char>(rest[i]) * 256U + static_cast<unsigned char>(rest[i + 1])) % bytes.size();
    bytes[at] = static_cast<std::byte>(rest[i + 2]);
  }
  try {
    const search::Index damaged(image, bytes);
    for (const std::string& name : names) {
      const Result<Mark> read = text::make_mark(image, name);
      if (!read) continue;
      const search::Sign sign = search::make_sign(image, read.value());
      if (!sign.text.empty()) (void)by_index(damaged, search::Prepared(image, sign));
    }
  } catch (const search::IndexError&) {
  }
  return 0;
}
