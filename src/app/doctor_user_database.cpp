// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <exception>

#include "app/doctor.h"
#include "app/mark_sources.h"
#include "app/session.h"
#include "app/user_index.h"
#include "store/user_database.h"

namespace tmsweep::app {

namespace {

std::string say(Lang lang, std::string_view zh, std::string_view en) {
  return std::string(lang == Lang::zh ? zh : en);
}

/// The index as `check` would open it; whatever keeps `check` from it keeps this too.
void look_at_index(Diagnosis& d, const DoctorRequest& request, Lang lang) {
  const Session session(request.common.db);
  const MarkSources marks(session, request.user_db, Names::few);
  if (!marks.is_behind()) return;
  d.health = Health::wrong;
  d.what += say(lang, "；索引可能落后", "; the index may be behind");
  d.remedy = say(lang, "再次运行未完成的导入，或 tmsweep db reindex",
                 "run the import that was not finished again, or tmsweep db reindex");
}

}  // namespace

Diagnosis diagnose_user_database(const DoctorRequest& request, Lang lang) {
  Diagnosis d{.id = "user-database", .health = Health::fine, .what = {}, .remedy = {}};
  try {
    const std::filesystem::path file = user_database(request.user_db);
    const auto db = store::UserDatabase::open(file);
    d.what = db ? fmt::format("{}{}{} {}", file.string(), say(lang, "：", ": "), db->totals().marks,
                              say(lang, "件商标", "marks"))
                : say(lang, "没有导入在先商标", "no earlier marks imported");
    d.remedy =
        db ? ""
           : say(lang, "需要时用 tmsweep db import 导入", "tmsweep db import FILE brings them in, if wanted");
  } catch (const std::exception& e) {
    d.health = Health::broken;
    d.what = message_of(e).in(lang);
    d.remedy =
        say(lang, "从备份恢复，或删去后重新导入", "restore it from a copy, or delete it and import again");
    return d;
  }
  try {
    look_at_index(d, request, lang);
  } catch (const std::exception& e) {
    d.health = Health::broken;
    d.what = message_of(e).in(lang);
    d.remedy = say(lang, "tmsweep db reindex 重建索引", "tmsweep db reindex makes the index again");
  }
  return d;
}

}  // namespace tmsweep::app
