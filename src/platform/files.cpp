// SPDX-License-Identifier: Apache-2.0
#include "platform/files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/worded.h"

namespace tmsweep::platform {

namespace {

/// The C library knows Chinese words only where a locale is installed.
constexpr std::array<std::pair<std::errc, std::string_view>, 22> k_reasons{{
    {std::errc::no_such_file_or_directory, "没有这个文件或目录"},
    {std::errc::permission_denied, "没有权限"},
    {std::errc::operation_not_permitted, "不允许的操作"},
    {std::errc::no_space_on_device, "磁盘已满"},
    {std::errc::is_a_directory, "是目录，不是文件"},
    {std::errc::not_a_directory, "路径中有一段不是目录"},
    {std::errc::directory_not_empty, "目录不是空的"},
    {std::errc::file_exists, "文件已存在"},
    {std::errc::read_only_file_system, "文件系统是只读的"},
    {std::errc::too_many_files_open, "打开的文件太多"},
    {std::errc::too_many_files_open_in_system, "系统中打开的文件太多"},
    {std::errc::device_or_resource_busy, "正被占用"},
    {std::errc::text_file_busy, "程序文件正在运行"},
    {std::errc::io_error, "读写出错"},
    {std::errc::file_too_large, "文件太大"},
    {std::errc::filename_too_long, "文件名太长"},
    {std::errc::cross_device_link, "不在同一个文件系统上"},
    {std::errc::too_many_symbolic_link_levels, "符号链接的层数太多"},
    {std::errc::not_enough_memory, "内存不足"},
    {std::errc::broken_pipe, "管道已断开"},
    {std::errc::invalid_argument, "参数无效"},
    {std::errc::no_such_device_or_address, "没有这个设备或地址"},
}};

}  // namespace

Message reason(const std::error_code& error) {
  const std::error_condition known = error.default_error_condition();
  if (known.category() != std::generic_category()) return worded({"错误 {}", "error {}"}, error.value());
  const auto* const found = std::ranges::find_if(
      k_reasons, [&](const auto& r) { return known == std::make_error_condition(r.first); });
  if (found == k_reasons.end()) return verbatim(known.message());
  return {std::string(found->second), known.message()};
}

}  // namespace tmsweep::platform
