// SPDX-License-Identifier: Apache-2.0
// The yardstick of start-up: links what the program links, and returns.
#include <fmt/format.h>
#include <sqlite3.h>
#include <unicode/normalizer2.h>

#include <cstdio>

int main(int argc, char** argv) {
  constexpr int k_never = 1000;  // keeps the libraries in the binary without calling them
  if (argc < k_never) return 0;
  UErrorCode status = U_ZERO_ERROR;
  sqlite3* db = nullptr;
  const int opened = sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, nullptr);
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  std::puts(fmt::format("{} {}", opened, normalizer != nullptr).c_str());
  return sqlite3_close(db);
}
