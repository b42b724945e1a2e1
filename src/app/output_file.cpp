// SPDX-License-Identifier: Apache-2.0
#include "app/output_file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include "model/worded.h"
#include "platform/files.h"
#include "platform/process.h"

namespace tmsweep::app {

namespace {
constexpr std::size_t k_enough = 1U << 14U;
}

OutputFile::OutputFile(WhenClosed closed) : closed_(closed), descriptor_(platform::k_standard_output) {
  if (closed == WhenClosed::go_on) platform::outlive_closed_pipe();
}

OutputFile::OutputFile(const std::filesystem::path& file) : file_(file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) {
    part_ = file;
    part_ += "." + std::to_string(platform::process_id()) + ".part";
  }
  descriptor_ = platform::open_for_writing(part_.empty() ? file : part_);
  if (descriptor_ < 0) {
    const int number = errno;
    part_.clear();
    fail({number, std::generic_category()});
  }
}

OutputFile::~OutputFile() {
  if (file_.empty() || descriptor_ < 0) return;
  platform::close_descriptor(descriptor_);
  std::error_code ignored;
  if (!part_.empty()) std::filesystem::remove(part_, ignored);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : file_(std::move(other.file_)),
      part_(std::move(other.part_)),
      closed_(other.closed_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      dropped_(other.dropped_),
      bytes_(std::move(other.bytes_)) {}

void OutputFile::fail(const std::error_code& error) const {
  const Message why = platform::reason(error);
  if (file_.empty()) throw Failure(worded({"输出写不出去: {}", "the output could not be written: {}"}, why));
  throw Failure(worded({"“{}”写不出去: {}", "'{}' could not be written: {}"}, file_.string(), why));
}

void OutputFile::write(std::string_view bytes) {
  if (bytes_.empty() && bytes.size() >= k_enough) {
    put(bytes);
    return;
  }
  bytes_ += bytes;
  if (bytes_.size() >= k_enough) flush();
}

void OutputFile::flush() {
  put(bytes_);
  bytes_.clear();
}

void OutputFile::put(std::string_view rest) {
  while (!rest.empty() && !dropped_) {
    const std::ptrdiff_t n = platform::write_some(descriptor_, rest);
    if (n >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EPIPE && closed_ == WhenClosed::go_on) {
      dropped_ = true;
    } else if (errno != EINTR) {
      if (errno == EPIPE && file_.empty()) platform::end_for_closed_pipe();
      fail({errno, std::generic_category()});
    }
  }
}

void OutputFile::finish() {
  flush();
  if (file_.empty()) return;
  if (platform::close_descriptor(std::exchange(descriptor_, -1)) != 0) {
    const int number = errno;
    std::error_code ignored;
    if (!part_.empty()) std::filesystem::remove(part_, ignored);
    fail({number, std::generic_category()});
  }
  if (part_.empty()) return;
  if (const std::error_code error = platform::move_over(part_, file_)) fail(error);
}

}  // namespace tmsweep::app
