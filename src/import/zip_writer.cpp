// SPDX-License-Identifier: Apache-2.0
#include "import/zip_writer.h"

#include <minizip/zip.h>

#include <algorithm>

#include "model/worded.h"
#include "platform/files.h"

namespace tmsweep::import {

namespace {

/// minizip hands the path through as it is given.
void* create_path(void* /*unused*/, const void* file, int /*mode*/) {
  return platform::open_file(*static_cast<const std::filesystem::path*>(file), "wb");
}

constexpr std::size_t k_chunk = 1U << 20U;

bool write_bytes(void* zip, std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view chunk = bytes.substr(0, k_chunk);
    if (zipWriteInFileInZip(zip, chunk.data(), static_cast<unsigned>(chunk.size())) != ZIP_OK) return false;
    bytes.remove_prefix(chunk.size());
  }
  return true;
}

bool write_entry(void* zip, const ZipEntry& entry) {
  zip_fileinfo about{};
  // The first day that a zip can tell.
  about.tmz_date.tm_year = 1980;
  about.tmz_date.tm_mday = 1;
  constexpr int k_level = 6;
  if (zipOpenNewFileInZip(zip, entry.name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                          k_level) != ZIP_OK)
    return false;
  const bool written = write_bytes(zip, entry.bytes);
  return zipCloseFileInZip(zip) == ZIP_OK && written;
}

}  // namespace

std::optional<Error> write_zip(const std::filesystem::path& file, std::span<const ZipEntry> entries) {
  const Error failed{worded({"写不了", "cannot be written"}),
                     worded({"目录在吗？空间够吗？", "is the folder there, and is there room?"}),
                     {}};
  zlib_filefunc64_def io{};
  fill_fopen64_filefunc(&io);
  io.zopen64_file = create_path;
  void* zip = zipOpen2_64(&file, APPEND_STATUS_CREATE, nullptr, &io);
  if (zip == nullptr) return failed;
  const bool written = std::ranges::all_of(entries, [&](const ZipEntry& e) { return write_entry(zip, e); });
  if (zipClose(zip, nullptr) != ZIP_OK || !written) return failed;
  return {};
}

}  // namespace tmsweep::import
