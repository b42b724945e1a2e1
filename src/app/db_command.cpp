// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdio>

#include "app/app.h"
#include "app/commands.h"
#include "app/session.h"
#include "compile/compile.h"
#include "output/terminal.h"
#include "store/bundle.h"
#include "store/database.h"

namespace tmsweep::app {

namespace {

store::Database open(const std::string& db) {
  return db.empty() ? store::Database::open(store::bundled_database())
                    : store::Database::open(std::filesystem::path(db));
}

void print(const std::string& s) {
  std::fwrite(s.data(), 1, s.size(), stdout);
}

int info(const DbRequest& request) {
  const store::DatabaseSummary s = open(request.common.db).summary();
  const bool zh = language(request.common) == Lang::zh;
  std::string out;
  for (const auto& [key, value] : s.meta) out += fmt::format("{:<16} {}\n", key, output::printable(value));
  out += fmt::format("{:<16} {}\n\n", "schema", store::k_schema_version);
  out += zh ? "各规则词条数\n" : "Terms by rule\n";
  for (const auto& [rule, count] : s.terms_by_rule) out += fmt::format("  {:<32} {:>6}\n", rule, count);
  out += zh ? "\n各来源词条数\n" : "\nTerms by source\n";
  for (const auto& [source, count] : s.rows_by_source) out += fmt::format("  {:<32} {:>6}\n", source, count);
  out += '\n' + output::printable(s.sources, true);
  print(out);
  return 0;
}

int verify(const DbRequest& request) {
  const auto faults = open(request.common.db).faults();
  for (const std::string& f : faults)
    std::fputs(fmt::format("tmsweep: {}\n", output::printable(f)).c_str(), stderr);
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
