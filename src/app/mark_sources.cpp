// SPDX-License-Identifier: Apache-2.0
#include "app/mark_sources.h"

#include <cstdio>
#include <fstream>

#include "app/name_files.h"
#include "app/notices.h"
#include "app/user_index.h"
#include "import/names.h"
#include "model/worded.h"
#include "output/terminal.h"

namespace tmsweep::app {

namespace {

/// Reads the list of earlier marks; a row that cannot be read makes the check incomplete.
bool read_marks(const std::string& file, Lang lang, search::IndexBuilder& marks) {
  std::ifstream in(std::filesystem::path(file), std::ios::binary);
  if (!in) {
    notify(worded({"--marks: 读不出“{}”", "--marks: cannot read '{}'"}, file), lang);
    return false;
  }
  bool whole = true;
  const auto fault = [&](import::NameRow at, const Error& e) {
    whole = false;
    at.file = "--marks: " + output::readable(file);
    std::fputs(fault_line(at, e, lang).c_str(), stderr);
  };
  const import::NameSink sink{[&](const import::NameRow& row) {
                                EarlierMark mark;
                                mark.name = row.name;
                                for (const int c : row.classes) mark.classes |= class_bit(c);
                                mark.source = "--marks";
                                if (const auto e = marks.add(mark)) fault(row, *e);
                              },
                              fault, [&](std::string_view encoding) { say_encoding(file, encoding, lang); }};
  import::read_names(in, {}, sink);
  return whole;
}

/// Nothing when there is no place where it could be.
CurrentIndex index_of_user(const std::string& user_db) {
  try {
    return current_index(user_database(user_db));
  } catch (const store::DatabaseError&) {
    if (!user_db.empty()) throw;
    return {};
  }
}

}  // namespace

MarkSources::MarkSources(const Session& session, const std::string& user_db, Names names)
    : session_(session) {
  const CurrentIndex current = index_of_user(user_db);
  behind_ = current.pending;
  if (!user_db.empty() && !current.file && !std::filesystem::exists(user_db))
    throw store::DatabaseError(worded({"{}: 没有这个数据库；用 'tmsweep db import --user-db' 建立",
                                       "{}: no such database; make it with 'tmsweep db import --user-db'"},
                                      user_db));
  if (current.file) {
    user_file_ = platform::MappedFile(*current.file);
    if (names == Names::few) user_file_.expect_scattered_use();
    user_ = search::Index(session.image(), user_file_.bytes());
    if (names == Names::few) user_.read_ahead_with(platform::read_ahead);
    sources_.push_back({&user_, engine::Origin::user});
  }
  if (!session.marks().empty()) sources_.push_back({&session.marks(), engine::Origin::bundle});
}

bool MarkSources::read_list(const std::vector<std::string>& files, Lang lang) {
  search::IndexBuilder builder(session_.image());
  for (const std::string& file : files) {
    if (!read_marks(file, lang, builder)) return false;
  }
  list_bytes_ = builder.finish();
  list_ = search::Index(session_.image(), list_bytes_);
  // The user's own list comes first among equals.
  sources_.insert(sources_.begin(), {&list_, engine::Origin::list});
  return true;
}

}  // namespace tmsweep::app
