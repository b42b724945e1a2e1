// SPDX-License-Identifier: Apache-2.0
#include "app/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace tmsweep::app {

namespace {
constexpr std::size_t k_enough = 1U << 16U;
}

OutputFile::OutputFile(WhenClosed closed) : closed_(closed), descriptor_(STDOUT_FILENO) {
  if (closed == WhenClosed::go_on) std::signal(SIGPIPE, SIG_IGN);
}

OutputFile::OutputFile(const std::filesystem::path& file) : file_(file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) {
    part_ = file;
    part_ += "." + std::to_string(getpid()) + ".part";
  }
  constexpr mode_t k_mode = 0666;
  descriptor_ =
      open(part_.empty() ? file.c_str() : part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, k_mode);
  if (descriptor_ < 0) {
    const int number = errno;
    part_.clear();
    fail(number);
  }
}

OutputFile::~OutputFile() {
  if (file_.empty() || descriptor_ < 0) return;
  close(descriptor_);
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

void OutputFile::fail(int number) const {
  const std::string why = std::generic_category().message(number);
  if (file_.empty()) throw std::runtime_error("the output could not be written: " + why);
  throw std::runtime_error("--output: '" + file_.string() + "' could not be written: " + why);
}

void OutputFile::write(std::string_view bytes) {
  bytes_ += bytes;
  if (bytes_.size() >= k_enough) flush();
}

void OutputFile::flush() {
  std::string_view rest = bytes_;
  while (!rest.empty() && !dropped_) {
    const ssize_t n = ::write(descriptor_, rest.data(), rest.size());
    if (n >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EPIPE && closed_ == WhenClosed::go_on) {
      dropped_ = true;
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
  bytes_.clear();
}

void OutputFile::finish() {
  flush();
  if (file_.empty()) return;
  if (close(std::exchange(descriptor_, -1)) != 0) {
    const int number = errno;
    std::error_code ignored;
    if (!part_.empty()) std::filesystem::remove(part_, ignored);
    fail(number);
  }
  if (part_.empty()) return;
  std::error_code error;
  std::filesystem::rename(part_, file_, error);
  if (error) fail(error.value());
}

}  // namespace tmsweep::app
