// SPDX-License-Identifier: Apache-2.0
// Build tool: mkdb DATA_DIR OUT writes OUT.db and OUT.image.
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "compile/compile.h"
#include "store/database.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: tmsweep_mkdb DATA_DIR OUT\n", stderr);
    return 2;
  }
  try {
    const std::string out = argv[2];
    tmsweep::compile::build_database(argv[1], out + ".db");
    const auto image = tmsweep::store::Database::open(std::filesystem::path(out + ".db")).image();
    std::ofstream file(out + ".image", std::ios::binary);
    file.write(reinterpret_cast<const char*>(image.data()), static_cast<std::streamsize>(image.size()));
    return file ? 0 : 3;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 3;
  }
}
