// SPDX-License-Identifier: Apache-2.0
#include "app/session.h"

#include <charconv>
#include <ctime>
#include <string>

#include "app/notices.h"
#include "engine/age.h"
#include "model/worded.h"
#include "output/terminal.h"
#include "platform/environment.h"
#include "platform/process.h"
#include "store/bundle.h"
#include "store/database.h"

namespace tmsweep::app {

using platform::environment;

Session::Session(const std::string& db) {
  if (!db.empty()) {
    copy_ = store::Database::open(std::filesystem::path(db)).image();
    image_ = image::Image(copy_);
  } else if (const std::optional<InstalledBundle> installed = installed_bundle()) {
    map(*installed);
    return;
  } else {
    if (store::bundled_image().empty())
      throw store::DatabaseError(worded({"程序里没有数据库；用 --db FILE 指定一个",
                                         "this program carries no database; name one with --db FILE"}));
    image_ = image::Image(store::bundled_image());
  }
  if (const auto bytes = image_.all<std::byte>(image::Section::mark_index); !bytes.empty())
    marks_ = search::Index(image_, bytes);
}

void Session::map(const InstalledBundle& installed) {
  try {
    file_ = platform::MappedFile(installed.image, k_damaged);
    image_ = image::Image(file_.bytes());
    if (const auto bytes = image_.all<std::byte>(image::Section::mark_index); !bytes.empty())
      marks_ = search::Index(image_, bytes);
  } catch (const std::exception& e) {
    throw installed_unusable(message_of(e));
  }
}

Lang language(const Common& common) {
  if (common.lang) return *common.lang;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment(name);
    if (value.empty()) continue;
    const bool names_a_language = value != "C" && value != "POSIX" && !value.starts_with("C.");
    return names_a_language && !value.starts_with("zh") ? Lang::en : Lang::zh;
  }
  const std::string system = platform::system_language();
  return system.empty() || system.starts_with("zh") ? Lang::zh : Lang::en;
}

Date day(const Common& common) {
  return common.as_of ? *common.as_of : today();
}

Date today() {
  std::time_t now = 0;
  const std::string fixed = environment("SOURCE_DATE_EPOCH");
  const auto [end, error] = std::from_chars(fixed.data(), fixed.data() + fixed.size(), now);
  const bool is_fixed = !fixed.empty() && error == std::errc() && end == fixed.data() + fixed.size();
  if (!is_fixed) now = std::time(nullptr);
  const std::optional<std::tm> parts = is_fixed ? platform::utc_time(now) : platform::local_time(now);
  if (!parts) return {};
  return {parts->tm_year + 1900, parts->tm_mon + 1, parts->tm_mday};
}

bool fresh_enough(const Common& common, const image::Image& image) {
  if (!common.max_age) return true;
  const std::string edition(image.meta("edition"));
  const std::optional<int> age = engine::age_in_days(edition, today());
  if (age && static_cast<std::size_t>(*age) <= *common.max_age) return true;
  const Message how_old =
      age ? worded({"已有 {} 天", "are {} days old"}, *age) : worded({"不知有多久", "are of unknown age"});
  notify(
      worded({"数据（版本 {}）{}，--max-age 只允许 {} 天；没有检查，请用 'tmsweep db update FILE' 安装新数据",
              "the data (edition {}) {} and --max-age allows {}; nothing was checked, install newer data "
              "with 'tmsweep db update FILE'"},
             edition, how_old, *common.max_age),
      language(common));
  return false;
}

output::Color color(const Common& common) {
  if (common.color != "auto") return common.color == "always" ? output::Color::on : output::Color::off;
  const bool wanted = environment("NO_COLOR").empty() && environment("TERM") != "dumb" &&
                      platform::is_terminal(platform::Stream::out);
  return wanted ? output::Color::on : output::Color::off;
}

}  // namespace tmsweep::app
