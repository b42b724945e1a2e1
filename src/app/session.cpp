// SPDX-License-Identifier: Apache-2.0
#include "app/session.h"

#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <string_view>

#include "store/bundle.h"
#include "store/database.h"

namespace tmsweep::app {

namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

}  // namespace

Session::Session(const std::string& db) {
  if (db.empty()) {
    if (store::bundled_image().empty())
      throw store::DatabaseError("this program carries no database; name one with --db FILE");
    image_ = image::Image(store::bundled_image());
  } else {
    copy_ = store::Database::open(std::filesystem::path(db)).image();
    image_ = image::Image(copy_);
  }
  if (const auto bytes = image_.all<std::byte>(image::Section::mark_index); !bytes.empty())
    marks_ = search::Index(image_, bytes);
}

Lang language(const Common& common) {
  if (common.lang) return *common.lang;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view value = environment(name);
    if (value.empty()) continue;
    const bool names_a_language = value != "C" && value != "POSIX" && !value.starts_with("C.");
    return names_a_language && !value.starts_with("zh") ? Lang::en : Lang::zh;
  }
  return Lang::zh;
}

Date day(const Common& common) {
  if (common.as_of) return *common.as_of;
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

output::Color color(const Common& common) {
  if (common.color != "auto") return common.color == "always" ? output::Color::on : output::Color::off;
  const bool wanted =
      environment("NO_COLOR").empty() && environment("TERM") != "dumb" && isatty(STDOUT_FILENO) == 1;
  return wanted ? output::Color::on : output::Color::off;
}

}  // namespace tmsweep::app
