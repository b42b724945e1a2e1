// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace tmsweep::app {

/// Where a report goes: standard output, or a file that takes its name when it is whole, so that a run that
/// breaks off leaves what was there before. Devices and pipes are written directly.
class OutputFile {
 public:
  enum class WhenClosed : bool { end_quietly, go_on };

  /// Standard output. When its reader has gone, the process ends as any filter does, or what is written
  /// from then on is dropped.
  explicit OutputFile(WhenClosed closed);
  /// Throws Failure when the file cannot be made.
  explicit OutputFile(const std::filesystem::path& file);
  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  OutputFile& operator=(OutputFile&&) = delete;

  /// Keeps small pieces together. Throws Failure: disk full, …
  void write(std::string_view bytes);
  /// Writes what is kept; throws as `write`.
  void flush();
  /// Writes what is left and gives the file its name; throws as `write`.
  void finish();

 private:
  void put(std::string_view rest);
  [[noreturn]] void fail(const std::error_code& error) const;

  std::filesystem::path file_;  ///< empty: standard output
  std::filesystem::path part_;  ///< empty: written directly
  WhenClosed closed_ = WhenClosed::end_quietly;
  int descriptor_ = -1;
  bool dropped_ = false;  ///< the reader has gone
  std::string bytes_;
};

}  // namespace tmsweep::app
