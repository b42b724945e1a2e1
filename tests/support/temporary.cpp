// SPDX-License-Identifier: Apache-2.0
#include "support/temporary.h"

#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <stdexcept>

namespace tmsweep::support {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  static std::random_device random;
  for (int tries = 0; tries < 100; ++tries) {
    path_ = fs::temp_directory_path() / ("tmsweep-" + std::to_string(random()));
    if (fs::create_directory(path_)) return;
  }
  throw std::runtime_error("cannot make a temporary folder");
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out) throw std::runtime_error("cannot write " + file.string());
  return file;
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::byte> bytes_of(std::string_view text) {
  std::vector<std::byte> out;
  out.reserve(text.size());
  for (const char c : text) out.push_back(static_cast<std::byte>(c));
  return out;
}

std::vector<TableLine> read_table(const fs::path& file) {
  std::istringstream in(read_file(file));
  std::vector<TableLine> out;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (number == 1 || line.empty()) continue;
    TableLine row{number, {""}};
    for (const char c : line) {
      if (c == '\t') {
        row.fields.emplace_back();
      } else {
        row.fields.back() += c;
      }
    }
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace tmsweep::support
