// SPDX-License-Identifier: Apache-2.0
#include "app/app.h"

#include <cstdio>
#include <exception>
#include <string>
#include <variant>

#include "app/cli.h"
#include "app/commands.h"
#include "app/configure.h"
#include "app/installed.h"
#include "image/image.h"
#include "output/terminal.h"
#include "store/database.h"

namespace tmsweep::app {

namespace {

int show(const Notice& notice) {
  std::FILE* stream = notice.to_stderr ? stderr : stdout;
  std::fwrite(notice.text.data(), 1, notice.text.size(), stream);
  return notice.exit_code;
}

int dispatch(Request request) {
  if (const std::optional<Notice> mistake = configure(request)) return show(*mistake);
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
  return show(std::get<Notice>(request));
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

int run_request(const Request& request) {
  try {
    return dispatch(request);
  } catch (const image::ImageError& e) {
    if (!uses_installed(request)) throw;
    throw store::DatabaseError("the installed data cannot be used: " + std::string(e.what()) +
                               k_leave_installed);
  }
}

}  // namespace

int run(int argc, char** argv) {
  try {
    const int code = run_request(parse_command_line(argc, argv));
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    std::fputs("tmsweep: the output could not be written; is the disk full, or was it closed?\n", stderr);
    return k_exit_unchecked;
  } catch (const std::exception& e) {
    std::fputs(("tmsweep: " + output::printable(e.what()) + "\n").c_str(), stderr);
    return k_exit_unchecked;
  }
}

}  // namespace tmsweep::app
