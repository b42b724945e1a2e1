// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "app/app.h"
#include "app/commands.h"
#include "app/installed.h"
#include "app/notices.h"
#include "app/session.h"
#include "compile/compile.h"
#include "engine/age.h"
#include "image/image.h"
#include "model/worded.h"
#include "output/terminal.h"
#include "platform/mapped_file.h"
#include "store/bundle.h"
#include "store/database.h"

namespace tmsweep::app {

namespace {

/// The database that a check would use.
store::Database open(const std::string& db, const std::optional<InstalledBundle>& installed) {
  if (!db.empty()) return store::Database::open(std::filesystem::path(db));
  if (!installed) return store::Database::open(store::bundled_database());
  try {
    return store::Database::open(installed->database);
  } catch (const store::DatabaseError& e) {
    throw installed_unusable(e.message());
  }
}

std::optional<InstalledBundle> installed_unless(const std::string& db) {
  return db.empty() ? installed_bundle() : std::nullopt;
}

/// How old the data are, where they are, and what looks wrong with that.
std::string age_lines(const std::string& edition, const std::string& db,
                      const std::optional<InstalledBundle>& installed, bool zh) {
  const auto age = engine::age_in_days(edition, today());
  std::string out = fmt::format("{:<16} {}\n", "age-days", age ? std::to_string(*age) : "?");
  const std::string place = !db.empty() ? db : installed ? installed->database.string() : "built-in";
  out += fmt::format("{:<16} {}\n", "place", output::printable(place));
  if (engine::is_before(today(), edition))
    out += zh ? "注意：系统时钟早于数据版本，天数按 0 计\n"
              : "note: the clock stands before the edition; the age is counted as 0\n";
  const std::string own(image::Image(store::bundled_image()).meta("edition"));
  if (installed && own > edition)
    out += fmt::format(fmt::runtime(zh ? "注意：程序自带的数据更新（{}），用 'tmsweep db rollback' 换回\n"
                                       : "note: the built-in data are newer ({}); 'tmsweep db rollback' goes "
                                         "back to them\n"),
                       own);
  return out;
}

/// The image of an installed bundle lies beside its database and must be the one in it.
std::vector<Message> image_faults(const InstalledBundle& installed, const store::Database& db) {
  const platform::MappedFile file(installed.image, k_damaged);
  if (std::ranges::equal(file.bytes(), db.image())) return {};
  return {installed_unusable(
              worded({"{}: 不是旁边那个数据库的映像", "{}: is not the image of the database beside it"},
                     installed.image.string()))
              .message()};
}

void print(const std::string& s) {
  std::fwrite(s.data(), 1, s.size(), stdout);
}

int info(const DbRequest& request) {
  const auto installed = installed_unless(request.common.db);
  const store::DatabaseSummary s = open(request.common.db, installed).summary();
  const bool zh = language(request.common) == Lang::zh;
  std::string out;
  for (const auto& [key, value] : s.meta) out += fmt::format("{:<16} {}\n", key, output::printable(value));
  out += fmt::format("{:<16} {}\n", "schema", store::k_schema_version);
  const auto edition = s.meta.find("edition");
  out += age_lines(edition == s.meta.end() ? "" : edition->second, request.common.db, installed, zh) + '\n';
  out += zh ? "各规则词条数\n" : "Terms by rule\n";
  for (const auto& [rule, count] : s.terms_by_rule) out += fmt::format("  {:<32} {:>6}\n", rule, count);
  out += zh ? "\n各来源词条数\n" : "\nTerms by source\n";
  for (const auto& [source, count] : s.rows_by_source) out += fmt::format("  {:<32} {:>6}\n", source, count);
  out += '\n' + output::printable(s.sources, true);
  print(out);
  return 0;
}

int verify(const DbRequest& request) {
  const auto installed = installed_unless(request.common.db);
  const store::Database db = open(request.common.db, installed);
  auto faults = db.faults();
  if (installed && faults.empty()) faults = image_faults(*installed, db);
  for (const Message& f : faults) notify(f, language(request.common));
  if (faults.empty())
    print(language(request.common) == Lang::zh ? "数据库完整\n" : "the database is whole\n");
  return faults.empty() ? 0 : k_exit_unchecked;
}

}  // namespace

int run_db(const DbRequest& request) {
  switch (request.action) {
    case DbRequest::Action::info:
      return info(request);
    case DbRequest::Action::verify:
      return verify(request);
    case DbRequest::Action::build:
      compile::build_database(request.data_dir, request.out);
      print(fmt::format("{}\n", output::printable(request.out)));
      return 0;
  }
  return k_exit_usage;
}

}  // namespace tmsweep::app
