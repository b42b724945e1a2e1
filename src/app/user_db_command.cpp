// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "app/app.h"
#include "app/commands.h"
#include "app/export_marks.h"
#include "app/notices.h"
#include "app/progress_line.h"
#include "app/session.h"
#include "app/suggest.h"
#include "app/user_index.h"
#include "model/worded.h"
#include "output/json_writer.h"
#include "output/terminal.h"
#include "store/user_database.h"

namespace tmsweep::app {

namespace {

using store::SourceInfo;
using store::UserDatabase;

void print(const std::string& s) {
  std::fwrite(s.data(), 1, s.size(), stdout);
}

/// Pads to `width` columns of a terminal.
std::string padded(const std::string& s, int width) {
  const std::string shown = output::printable(s);
  return shown + std::string(static_cast<std::size_t>(std::max(width - output::columns(shown), 1)), ' ');
}

bool is_zh(const UserDbRequest& request) {
  return language(request.common) == Lang::zh;
}

std::string nothing_yet(bool zh) {
  return zh ? "还没有导入在先商标；用 'tmsweep db import FILE' 导入\n"
            : "no earlier marks were imported yet; use 'tmsweep db import FILE'\n";
}

void list_json(const std::vector<SourceInfo>& sources) {
  std::string out;
  output::JsonWriter w(out);
  w.open('{');
  w.field("schema", "tmsweep.db-list/1");
  w.key("sources");
  w.open('[');
  for (const SourceInfo& s : sources) {
    w.open('{');
    w.field("name", s.name);
    w.field("format", s.format);
    w.field("imported_at", s.imported_at);
    w.field("file", s.file);
    w.key("marks");
    w.number(s.marks);
    w.key("records");
    w.number(s.records);
    w.key("faults");
    w.number(s.faults);
    w.list("unfinished", s.unfinished);
    w.close('}');
  }
  w.close(']');
  w.close('}');
  print(out + "\n");
}

int list(const UserDbRequest& request) {
  const bool zh = is_zh(request);
  const auto db = UserDatabase::open(user_database(request.user_db));
  const std::vector<SourceInfo> sources = db ? db->sources() : std::vector<SourceInfo>{};
  if (request.json) {
    list_json(sources);
    return 0;
  }
  if (sources.empty()) {
    print(nothing_yet(zh));
    return 0;
  }
  constexpr int k_name = 24;
  constexpr int k_count = 14;
  constexpr int k_date = 22;
  std::string out = padded(zh ? "来源" : "source", k_name) + padded(zh ? "商标" : "marks", k_count) +
                    padded(zh ? "错误记录" : "bad records", k_count) +
                    padded(zh ? "导入时间" : "imported", k_date) + (zh ? "文件\n" : "file\n");
  for (const SourceInfo& s : sources) {
    const std::string date = s.unfinished.empty() ? s.imported_at : (zh ? "未完成" : "not finished");
    out += padded(s.name, k_name) + padded(grouped(s.marks), k_count) + padded(grouped(s.faults), k_count) +
           padded(date, k_date) + output::printable(s.file) + '\n';
  }
  print(out);
  return 0;
}

/// What `stats` says, in either form.
struct Stats {
  std::filesystem::path database;
  store::UserTotals totals;
  std::vector<SourceInfo> sources;
  CurrentIndex index;
};

void stats_json(const Stats& s) {
  std::string out;
  output::JsonWriter w(out);
  const auto number = [&](std::string_view key, std::uint64_t n) {
    w.key(key);
    w.number(n);
  };
  w.open('{');
  w.field("schema", "tmsweep.db-stats/1");
  w.field("database", s.database.string());
  number("bytes", s.totals.bytes);
  number("marks", s.totals.marks);
  w.key("by_standing");
  w.open('{');
  for (std::size_t i = 0; i < k_standing_ids.size(); ++i)
    number(k_standing_ids.at(i), s.totals.by_standing.at(i));
  w.close('}');
  w.key("by_class");
  w.open('{');
  for (std::size_t c = 0; c < s.totals.by_class.size(); ++c) {
    if (s.totals.by_class.at(c) > 0) number(c == 0 ? "unknown" : std::to_string(c), s.totals.by_class.at(c));
  }
  w.close('}');
  w.key("by_source");
  w.open('{');
  for (const SourceInfo& i : s.sources) number(i.name, i.marks);
  w.close('}');
  w.key("index");
  if (s.index.file) {
    w.text(s.index.file->string());
  } else {
    w.null();
  }
  w.key("index_pending");
  w.boolean(s.index.pending);
  w.close('}');
  print(out + "\n");
}

void stats_text(const Stats& s, bool zh) {
  constexpr std::array<std::string_view, 4> k_standing_zh{"不明", "申请中", "已注册", "已失效"};
  constexpr int k_label = 26;
  const auto in = [zh](std::string_view chinese, std::string_view english) {
    return std::string(zh ? chinese : english);
  };
  const auto row = [&](const std::string& label, std::uint64_t n) {
    return "  " + padded(label, k_label) + fmt::format("{:>14}\n", grouped(n));
  };
  std::string out = output::printable(s.database.string()) + "\n";
  out += row(in("商标", "marks"), s.totals.marks) + row(in("字节", "bytes"), s.totals.bytes);
  out += in("\n状态\n", "\nby standing\n");
  for (std::size_t i = 0; i < k_standing_ids.size(); ++i)
    out += row(in(k_standing_zh.at(i), k_standing_ids.at(i)), s.totals.by_standing.at(i));
  out += in("\n类别\n", "\nby class\n");
  for (std::size_t c = 0; c < s.totals.by_class.size(); ++c) {
    if (s.totals.by_class.at(c) == 0) continue;
    out += row(c > 0 ? std::to_string(c) : in("不明", "unknown"), s.totals.by_class.at(c));
  }
  out += in("\n来源\n", "\nby source\n");
  for (const SourceInfo& i : s.sources) out += row(i.name, i.marks);
  out += in("\n索引\n  ", "\nindex\n  ");
  out += s.index.file ? output::printable(s.index.file->string()) : in("无", "none");
  if (s.index.pending) {
    out +=
        in("\n  有导入未完成，索引可能落后；再次运行该导入，或 'tmsweep db reindex'",
           "\n  an import was not finished, the index may be behind; run it again, or 'tmsweep db reindex'");
  }
  print(out + "\n");
}

int stats(const UserDbRequest& request) {
  Stats s;
  s.database = user_database(request.user_db);
  const auto db = UserDatabase::open(s.database);
  if (db) {
    s.totals = db->totals();
    s.sources = db->sources();
    s.index = current_index(s.database);
  }
  if (request.json) {
    stats_json(s);
  } else if (!db) {
    print(nothing_yet(is_zh(request)));
  } else {
    stats_text(s, is_zh(request));
  }
  return 0;
}

/// The source that was typed; says what is near it when there is none of that name.
std::optional<SourceInfo> source_named(const UserDatabase& db, const UserDbRequest& request) {
  const std::string& name = request.source;
  std::vector<std::string> known;
  for (SourceInfo& s : db.sources()) {
    if (s.name == name) return std::move(s);
    known.push_back(s.name);
  }
  notify(worded({"没有来源“{}”{}；见 'tmsweep db list'", "no source '{}'{}; see 'tmsweep db list'"}, name,
                did_you_mean(nearest(name, known))),
         language(request.common));
  return {};
}

int no_database(const std::filesystem::path& file, const UserDbRequest& request) {
  notify(worded({"{}: 没有在先商标数据库；用 'tmsweep db import FILE' 建立",
                 "{}: no database of earlier marks; 'tmsweep db import FILE' makes it"},
                file.string()),
         language(request.common));
  return k_exit_unchecked;
}

int remove(const UserDbRequest& request) {
  const std::filesystem::path file = user_database(request.user_db);
  if (!UserDatabase::open(file)) return no_database(file, request);
  const Session session(request.common.db);
  const WriteLock lock(file);
  UserDatabase db = UserDatabase::create(file);
  const bool zh = is_zh(request);
  const std::optional<SourceInfo> source = source_named(db, request);
  if (!source) return k_exit_usage;
  note_pending(file);
  const std::uint64_t removed = db.remove(source->id);
  db.settle();
  print(zh ? fmt::format("已删除 {} 的 {} 件商标\n", output::printable(source->name), grouped(removed))
           : fmt::format("{} marks of {} removed\n", grouped(removed), output::printable(source->name)));
  return refresh_index(request, db, file, session.image());
}

int reindex(const UserDbRequest& request) {
  const std::filesystem::path file = user_database(request.user_db);
  if (!UserDatabase::open(file)) return no_database(file, request);
  const Session session(request.common.db);
  const WriteLock lock(file);
  const UserDatabase db = UserDatabase::create(file);
  return refresh_index(request, db, file, session.image());
}

int export_all(const UserDbRequest& request) {
  const std::filesystem::path file = user_database(request.user_db);
  const auto db = UserDatabase::open(file);
  if (!db) return no_database(file, request);
  std::int64_t source = 0;
  if (!request.source.empty()) {
    const std::optional<SourceInfo> found = source_named(*db, request);
    if (!found) return k_exit_usage;
    source = found->id;
  }
  export_marks(*db, source, request.format, request.out);
  return 0;
}

}  // namespace

int refresh_index(const UserDbRequest& request, const UserDatabase& db, const std::filesystem::path& file,
                  const image::Image& image) {
  const bool zh = is_zh(request);
  if (db.marks() == 0) {
    drop_index(file);
    return 0;
  }
  const auto begin = std::chrono::steady_clock::now();
  ProgressLine progress;
  progress.show(zh ? "正在建立索引" : "making the index");
  const Rebuilt built = rebuild_index(db, file, image);
  progress.clear();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  if (built.left_out > 0) {
    notify(worded({"{} 件商标无法比对，未进入索引；例如 {}",
                   "{} marks cannot be compared and are not in the index; the first: {}"},
                  grouped(built.left_out), built.why),
           language(request.common));
  }
  print(zh ? fmt::format("索引：{} 件商标，{:.1f} 秒\n", grouped(built.marks), seconds)
           : fmt::format("index: {} marks, {:.1f} s\n", grouped(built.marks), seconds));
  return 0;
}

int run_user_db(const UserDbRequest& request) {
  using Action = UserDbRequest::Action;
  switch (request.action) {
    case Action::import_marks:
      return run_import(request);
    case Action::list:
      return list(request);
    case Action::remove:
      return remove(request);
    case Action::stats:
      return stats(request);
    case Action::export_marks:
      return export_all(request);
    case Action::reindex:
      return reindex(request);
  }
  return k_exit_usage;
}

}  // namespace tmsweep::app
