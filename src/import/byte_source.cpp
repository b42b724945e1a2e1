// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.h"

#include <minizip/unzip.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <vector>

#include "model/worded.h"
#include "platform/files.h"

namespace tmsweep::import {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_packed_chunk = 1U << 18U;

Error damaged(Message what) {
  return {std::move(what),
          worded({"重新获取文件，它可能不完整", "get the file again, it may be incomplete"}),
          {}};
}

Error unreadable() {
  return damaged(worded({"读不了文件", "the file cannot be read"}));
}

class PlainFile : public ByteSource {
 public:
  explicit PlainFile(std::ifstream in) : in_(std::move(in)) {}

  Result<bool> next_member() override { return std::exchange(first_, false); }

  Result<std::size_t> read(std::span<char> out) override {
    in_.read(out.data(), static_cast<std::streamsize>(out.size()));
    if (in_.bad()) return unreadable();
    const auto count = static_cast<std::size_t>(in_.gcount());
    consumed_ += count;
    return count;
  }

  [[nodiscard]] std::uint64_t consumed() const override { return consumed_; }

 private:
  std::ifstream in_;
  std::uint64_t consumed_ = 0;
  bool first_ = true;
};

/// Several gzip members one after the other are one text, as `cat a.gz b.gz` makes them.
class GzipFile : public ByteSource {
 public:
  explicit GzipFile(std::ifstream in) : in_(std::move(in)), packed_(k_packed_chunk) {
    constexpr int gzip_only = 15 + 16;
    ready_ = inflateInit2(&stream_, gzip_only) == Z_OK;
  }
  ~GzipFile() override {
    if (ready_) inflateEnd(&stream_);
  }
  GzipFile(const GzipFile&) = delete;
  GzipFile& operator=(const GzipFile&) = delete;
  GzipFile(GzipFile&&) = delete;
  GzipFile& operator=(GzipFile&&) = delete;

  Result<bool> next_member() override {
    if (!ready_) return damaged(worded({"gzip 数据解不开", "gzip data cannot be unpacked"}));
    return std::exchange(first_, false);
  }

  Result<std::size_t> read(std::span<char> out) override {
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), 1U << 30U));
    const uInt asked = stream_.avail_out;
    while (stream_.avail_out != 0) {
      if (stream_.avail_in == 0 && !refill()) break;
      if (auto fault = unpack()) return damaged(std::move(*fault));
    }
    if (in_.bad()) return unreadable();
    if (stream_.avail_out != 0 && !between_) {
      return damaged(worded({"gzip 数据不完整，中途就结束了", "the gzip data end before they are complete"}));
    }
    return static_cast<std::size_t>(asked - stream_.avail_out);
  }

  [[nodiscard]] std::uint64_t consumed() const override { return taken_ - stream_.avail_in; }

 private:
  /// One step; what is wrong, or nothing.
  std::optional<Message> unpack() {
    if (between_ && !begin_next()) {
      return worded({"gzip 数据后面有不是 gzip 的内容", "bytes that are not gzip follow the gzip data"});
    }
    if (between_) return {};
    const int code = inflate(&stream_, Z_NO_FLUSH);
    if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END)
      return worded({"gzip 数据已损坏", "the gzip data are damaged"});
    between_ = code == Z_STREAM_END;
    return {};
  }

  bool refill() {
    in_.read(packed_.data(), static_cast<std::streamsize>(packed_.size()));
    const auto count = static_cast<std::size_t>(in_.gcount());
    stream_.next_in = reinterpret_cast<Bytef*>(packed_.data());
    stream_.avail_in = static_cast<uInt>(count);
    taken_ += count;
    return count != 0;
  }

  /// Between two gzip members: zeros are padding of tapes and disks. False when something else stands there.
  bool begin_next() {
    while (stream_.avail_in != 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
    if (stream_.avail_in == 0) return true;
    constexpr Bytef magic = 0x1F;
    if (*stream_.next_in != magic || inflateReset(&stream_) != Z_OK) return false;
    between_ = false;
    return true;
  }

  std::ifstream in_;
  std::vector<char> packed_;
  z_stream stream_{};
  std::uint64_t taken_ = 0;
  bool ready_ = false;
  bool first_ = true;
  bool between_ = false;
};

/// minizip hands the path through as it is given.
void* open_path(void* /*unused*/, const void* file, int /*mode*/) {
  return platform::open_file(*static_cast<const fs::path*>(file), "rb");
}

unzFile open_zip(const fs::path& file) {
  zlib_filefunc64_def io{};
  fill_fopen64_filefunc(&io);
  io.zopen64_file = open_path;
  return unzOpen2_64(&file, &io);
}

class ZipFile : public ByteSource {
 public:
  ZipFile(const fs::path& file, std::function<bool(std::string_view)> wanted)
      : zip_(open_zip(file)), wanted_(std::move(wanted)) {
    unz_global_info64 info{};
    if (zip_ && unzGetGlobalInfo64(zip_.get(), &info) == UNZ_OK) count_ = info.number_entry;
  }

  Result<bool> next_member() override {
    if (!zip_) return damaged(worded({"zip 已损坏：没有目录", "the zip is damaged: it has no directory"}));
    if (const auto fault = close_member()) return *fault;
    while (position_ < count_) {
      const auto flags = go_on();
      if (!flags) return damaged(worded({"zip 的目录已损坏", "the directory of the zip is damaged"}));
      if (member_.ends_with('/') || (count_ > 1 && !wanted_(member_))) continue;
      if ((*flags & 1U) != 0) {
        return Error{worded({"zip 里的 {} 已加密", "{} in the zip is encrypted"}, member_),
                     worded({"请先解压", "unpack it first"}),
                     {}};
      }
      if (unzOpenCurrentFile(zip_.get()) != UNZ_OK) {
        return Error{worded({"zip 里的 {} 解不开", "{} in the zip cannot be unpacked"}, member_),
                     worded({"请用 deflate 方法压缩", "pack it with the method deflate"}),
                     {}};
      }
      open_ = true;
      return true;
    }
    return false;
  }

  Result<std::size_t> read(std::span<char> out) override {
    const auto size = static_cast<unsigned>(std::min<std::size_t>(out.size(), 1U << 30U));
    const int count = unzReadCurrentFile(zip_.get(), out.data(), size);
    if (count < 0) return damaged_member();
    if (count > 0) {
      consumed_ = std::max<std::uint64_t>(consumed_, unzGetCurrentFileZStreamPos64(zip_.get()));
    } else if (const auto fault = close_member()) {
      return *fault;
    }
    return static_cast<std::size_t>(count);
  }

  [[nodiscard]] std::string member() const override { return member_; }
  [[nodiscard]] std::uint64_t consumed() const override { return consumed_; }

 private:
  struct Close {
    void operator()(void* zip) const { unzClose(zip); }
  };

  [[nodiscard]] Error damaged_member() const {
    return damaged(worded({"zip 里的 {} 已损坏", "{} in the zip is damaged"}, member_));
  }

  /// Goes to the next entry of the directory; its flags, or nullopt when the directory is damaged.
  std::optional<std::uint64_t> go_on() {
    const int code = position_ == 0 ? unzGoToFirstFile(zip_.get()) : unzGoToNextFile(zip_.get());
    ++position_;
    if (code != UNZ_OK) return std::nullopt;
    unz_file_info64 info{};
    std::array<char, 4096> name{};
    const int read =
        unzGetCurrentFileInfo64(zip_.get(), &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0);
    if (read != UNZ_OK) return std::nullopt;
    member_ = name.data();
    return info.flag;
  }

  /// The checksum of a member that was read to its end is compared when it is closed.
  std::optional<Error> close_member() {
    if (!std::exchange(open_, false)) return std::nullopt;
    if (unzCloseCurrentFile(zip_.get()) != UNZ_OK) return damaged_member();
    return std::nullopt;
  }

  std::unique_ptr<void, Close> zip_;
  std::function<bool(std::string_view)> wanted_;
  std::string member_;
  std::uint64_t count_ = 0;
  std::uint64_t position_ = 0;
  std::uint64_t consumed_ = 0;
  bool open_ = false;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_bytes(const fs::path& file,
                                               const std::function<bool(std::string_view)>& wanted) {
  std::error_code code;
  if (fs::is_directory(file, code)) {
    return Error{worded({"是目录，不是文件", "a folder, not a file"}),
                 worded({"给出一个商标数据文件", "give one file of the register"}),
                 {}};
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return Error{worded({"打不开", "cannot be opened"}), worded({"检查路径", "check the path"}), {}};
  }
  std::array<char, 4> head{};
  in.read(head.data(), head.size());
  const std::string_view start(head.data(), static_cast<std::size_t>(in.gcount()));
  const bool zip = start == std::string_view("PK\3\4") || start == std::string_view("PK\5\6");
  if (zip) return std::unique_ptr<ByteSource>(std::make_unique<ZipFile>(file, wanted));
  in.clear();
  in.seekg(0);
  if (start.starts_with("\x1F\x8B")) {
    return std::unique_ptr<ByteSource>(std::make_unique<GzipFile>(std::move(in)));
  }
  return std::unique_ptr<ByteSource>(std::make_unique<PlainFile>(std::move(in)));
}

}  // namespace tmsweep::import
