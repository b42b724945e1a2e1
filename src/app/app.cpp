// SPDX-License-Identifier: Apache-2.0
#include "app/app.h"

#include <cstdio>
#include <exception>
#include <string>
#include <variant>

#include "app/cli.h"
#include "app/commands.h"
#include "app/configure.h"
#include "app/help.h"
#include "app/installed.h"
#include "app/notices.h"
#include "app/session.h"
#include "image/image.h"
#include "model/worded.h"
#include "store/database.h"

namespace tmsweep::app {

namespace {

int show(const Notice& notice, Lang lang) {
  std::FILE* stream = notice.to_stderr ? stderr : stdout;
  const std::string& text = notice.text.in(lang);
  std::fwrite(text.data(), 1, text.size(), stream);
  return notice.exit_code;
}

int dispatch(const Request& request, Lang lang) {
  if (const auto* check = std::get_if<CheckRequest>(&request)) return run_check(*check);
  if (const auto* similar = std::get_if<SimilarRequest>(&request)) return run_similar(*similar);
  if (const auto* watch = std::get_if<WatchRequest>(&request)) return run_watch(*watch);
  if (const auto* classes = std::get_if<ClassesRequest>(&request)) return run_classes(*classes);
  if (const auto* explain = std::get_if<ExplainRequest>(&request)) return run_explain(*explain);
  if (const auto* db = std::get_if<DbRequest>(&request)) return run_db(*db);
  if (const auto* user = std::get_if<UserDbRequest>(&request)) return run_user_db(*user);
  if (const auto* bundle = std::get_if<BundleRequest>(&request)) return run_bundle(*bundle);
  if (const auto* config = std::get_if<ConfigRequest>(&request)) return run_config(*config);
  if (const auto* baseline = std::get_if<BaselineRequest>(&request)) return run_baseline(*baseline);
  if (const auto* doctor = std::get_if<DoctorRequest>(&request)) return run_doctor(*doctor);
  return show(std::get<Notice>(request), lang);
}

/// The language of a request that is filled by what the configuration says.
Lang language_of(const Request& request, Lang typed) {
  return std::visit(
      [&]([[maybe_unused]] const auto& r) {
        if constexpr (requires { r.common; }) return language(r.common);
        return typed;
      },
      request);
}

/// Whether the data of a run that failed are those that 'db update' installed.
bool uses_installed(const Request& request) {
  return std::visit(
      []([[maybe_unused]] const auto& r) {
        if constexpr (requires { r.common; }) return r.common.db.empty() && installed_bundle().has_value();
        return false;
      },
      request);
}

int run_request(const Request& request, Lang lang) {
  try {
    return dispatch(request, lang);
  } catch (const image::ImageError& e) {
    if (!uses_installed(request)) throw;
    throw installed_unusable(e.message());
  }
}

}  // namespace

int run(int argc, char** argv) {
  Lang lang = help_language(argc, argv);
  try {
    Request request = parse_command_line(argc, argv);
    if (const std::optional<Notice> mistake = configure(request)) return show(*mistake, lang);
    lang = language_of(request, lang);
    const int code = run_request(request, lang);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    notify(worded({"输出写不出去；磁盘满了，还是输出被关闭了？",
                   "the output could not be written; is the disk full, or was it closed?"}),
           lang);
  } catch (const std::exception& e) {
    notify(message_of(e), lang);
  }
  return k_exit_unchecked;
}

}  // namespace tmsweep::app
