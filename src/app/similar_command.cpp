// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdio>
#include <vector>

#include "app/app.h"
#include "app/commands.h"
#include "app/mark_sources.h"
#include "app/notices.h"
#include "app/session.h"
#include "engine/check.h"
#include "engine/earlier.h"
#include "engine/phrase.h"
#include "lexicon/goods.h"
#include "model/worded.h"
#include "output/match_table.h"
#include "output/terminal.h"
#include "output/words.h"
#include "text/mark.h"

namespace tmsweep::app {

namespace {

int refuse(const SimilarRequest& request, const Error& e) {
  notify(worded({"“{}”: {}", "'{}': {}"}, request.name, e.line()), language(request.common));
  return k_exit_usage;
}

}  // namespace

int run_similar(const SimilarRequest& request) {
  const Session session(request.common.db);
  const image::Image& image = session.image();
  if (!fresh_enough(request.common, image)) return k_exit_unchecked;
  MarkSources marks(session, request.user_db, Names::few);
  if (!request.marks.empty() && !marks.read_list(request.marks, language(request.common)))
    return k_exit_unchecked;
  const Result<Mark> mark = text::make_mark(image, request.name);
  if (!mark) return refuse(request, mark.error());
  if (mark.value().core.text.empty())
    return refuse(request,
                  {worded({"没有可比对的字母或汉字", "no letter or Chinese character in it to compare"}),
                   worded({"请写出商标的文字部分", "give the word part of the mark"}),
                   {}});
  Result<GoodsSelection> goods = lexicon::read_goods(image, request.goods, request.classes);
  if (!goods) return refuse(request, goods.error());
  Report report;
  report.lang = language(request.common);
  report.typed = mark.value().typed;
  report.as_of = day(request.common);
  report.edition = edition_at(report.as_of);
  report.goods = std::move(goods).value();
  engine::EarlierMarks earlier(
      image,
      {.sources = marks.all(), .other_classes = engine::OtherClasses::as_notes, .most = request.limit});
  engine::Conflicts conflicts = earlier.find(mark.value(), report.goods);
  std::vector<output::MatchRow> rows;
  for (engine::Conflict& c : conflicts.list) {
    rows.push_back(
        {request.name, 0, "", engine::conflict_finding(image, mark.value(), report, std::move(c))});
  }
  const DatabaseInfo database = engine::database_info(image, today());
  const std::string out = output::match_table(rows, output::Side::earlier, request.format, database,
                                              {.lang = report.lang, .several = false});
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (request.format == "text") {
    Report end;
    end.lang = report.lang;
    end.database = database;
    end.goods = report.goods;
    engine::Extent extent{.behind = marks.is_behind(), .process_facts = false};
    for (const engine::MarkSource& m : marks.all()) extent.origins |= 1U << static_cast<unsigned>(m.origin);
    extent.more_marks = conflicts.more;
    extent.marks_not_compared = conflicts.not_compared;
    engine::cover_register(extent, end);
    for (const std::string& line : end.coverage) {
      std::fputs(fmt::format(" · {}\n", output::wrapped(output::printable(line), 88, 3)).c_str(), stdout);
    }
    std::fputs((output::database_line(database, output::words(report.lang)) + '\n').c_str(), stdout);
  }
  return k_exit_below_threshold;
}

}  // namespace tmsweep::app
