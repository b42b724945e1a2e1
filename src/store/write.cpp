// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include "image/image.h"
#include "store/database.h"
#include "store/hash.h"
#include "store/sqlite.h"

namespace tmsweep::store {

namespace {

using image::Image;
using image::Section;

constexpr std::string_view k_schema = R"(
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA application_id = 0x544D5357;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE rule(id TEXT PRIMARY KEY, title_zh TEXT, title_en TEXT, meaning_zh TEXT, meaning_en TEXT) WITHOUT ROWID;
CREATE TABLE basis(id TEXT PRIMARY KEY, rule TEXT, title_zh TEXT, title_en TEXT, article_2019 TEXT, article_2026 TEXT,
                   effect TEXT, guideline TEXT, verified TEXT) WITHOUT ROWID;
CREATE TABLE term(id INTEGER PRIMARY KEY, text TEXT NOT NULL, rule TEXT, kind TEXT, match TEXT, risk TEXT,
                  classes TEXT, basis TEXT, note_zh TEXT, note_en TEXT, source TEXT);
CREATE TABLE decided_case(id INTEGER PRIMARY KEY, name TEXT, goods TEXT, outcome TEXT, year INTEGER, rule TEXT,
                          basis TEXT, note_zh TEXT, note_en TEXT, source TEXT);
CREATE TABLE article(edition TEXT, article TEXT, quote_zh TEXT, summary_en TEXT, PRIMARY KEY(edition, article)) WITHOUT ROWID;
CREATE TABLE image(bytes BLOB NOT NULL);
)";

constexpr std::array<std::string_view, 6> k_matches{"exact", "only", "prefix", "suffix", "word", "part"};

void execute(sqlite3* db, std::string_view sql) {
  require(db, sqlite3_exec(db, std::string(sql).c_str(), nullptr, nullptr, nullptr), k_cannot_write);
}

std::string class_list(ClassMask mask) {
  std::string out;
  for (const int c : classes_of(mask)) out += (out.empty() ? "" : ",") + std::to_string(c);
  return out;
}

void write_meta(sqlite3* db, const Image& image, std::string_view sources, std::span<const std::byte> bytes) {
  Statement s(db, "INSERT INTO meta VALUES(?, ?)");
  for (const image::MetaRecord& m : image.all<image::MetaRecord>(Section::meta)) {
    s.bind(1, image.text(m.key)).bind(2, image.text(m.value)).run();
  }
  s.bind(1, "image-sha256").bind(2, sha256_hex(bytes)).run();
  s.bind(1, "sources").bind(2, sources).run();
}

void write_rules(sqlite3* db, const Image& image) {
  Statement s(db, "INSERT INTO rule VALUES(?, ?, ?, ?, ?)");
  Statement c(db, "INSERT INTO decided_case VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const image::RuleRecord& r : image.all<image::RuleRecord>(Section::rules)) {
    s.bind(1, image.text(r.id)).bind(2, image.text(r.title[0])).bind(3, image.text(r.title[1]));
    s.bind(4, image.text(r.meaning[0])).bind(5, image.text(r.meaning[1])).run();
    for (const image::CaseRecord& k : image.run<image::CaseRecord>(Section::cases, r.cases)) {
      c.bind(1, image.text(k.name)).bind(2, image.text(k.goods)).bind(3, image.text(k.outcome));
      c.bind(4, std::int64_t{k.year}).bind(5, image.text(r.id)).bind(6, image.text(k.basis));
      c.bind(7, image.text(k.note[0])).bind(8, image.text(k.note[1])).bind(9, image.text(k.source)).run();
    }
  }
  Statement b(db, "INSERT INTO basis VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const image::BasisRecord& r : image.all<image::BasisRecord>(Section::bases)) {
    const bool known = r.rule < image.all<image::RuleRecord>(Section::rules).size();
    b.bind(1, image.text(r.id));
    b.bind(2,
           known ? image.text(image.at<image::RuleRecord>(Section::rules, r.rule).id) : std::string_view{});
    b.bind(3, image.text(r.title[0])).bind(4, image.text(r.title[1]));
    b.bind(5, image.text(r.article[0])).bind(6, image.text(r.article[1]));
    b.bind(7, k_effect_ids.at(r.effect))
        .bind(8, image.text(r.guideline))
        .bind(9, image.text(r.verified))
        .run();
  }
}

void write_terms(sqlite3* db, const Image& image) {
  Statement s(db, "INSERT INTO term VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const auto rules = image.all<image::RuleRecord>(Section::rules);
  for (const image::TermRecord& t : image.all<image::TermRecord>(Section::terms)) {
    const bool own = t.rule < rules.size();  // affixes belong to no rule
    s.bind(1, image.text(t.text)).bind(2, own ? image.text(rules[t.rule].id) : std::string_view{});
    s.bind(3, own ? image.text(image.at<image::KindRecord>(Section::kinds, t.kind).id) : std::string_view{});
    s.bind(4, k_matches.at(t.match)).bind(5, k_risk_ids.at(t.risk)).bind(6, class_list(t.goods));
    s.bind(7,
           own ? image.text(image.at<image::BasisRecord>(Section::bases, t.basis).id) : std::string_view{});
    s.bind(8, image.text(t.note_zh)).bind(9, image.text(t.note_en));
    s.bind(10, image.text_of_source(t.source)).run();
  }
}

void write_articles(sqlite3* db, const Image& image) {
  Statement s(db, "INSERT INTO article VALUES(?, ?, ?, ?)");
  for (const image::ArticleRecord& a : image.all<image::ArticleRecord>(Section::articles)) {
    s.bind(1, image.text(a.edition)).bind(2, image.text(a.article));
    s.bind(3, image.text(a.quote_zh)).bind(4, image.text(a.summary_en)).run();
  }
}

}  // namespace

void write_database(const std::filesystem::path& file, std::span<const std::byte> bytes,
                    std::string_view sources) {
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(file.string().c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> db(raw, sqlite3_close);
  require(raw, code, file.string());
  const Image image(bytes);
  execute(raw, k_schema);
  write_meta(raw, image, sources, bytes);
  write_rules(raw, image);
  write_terms(raw, image);
  write_articles(raw, image);
  Statement(raw, "INSERT INTO image VALUES(?)").bind(1, bytes).run();
  execute(raw, "COMMIT");
}

}  // namespace tmsweep::store
