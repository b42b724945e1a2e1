// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <istream>
#include <tuple>
#include <vector>

#include "app/app.h"
#include "app/commands.h"
#include "app/name_files.h"
#include "app/notices.h"
#include "app/session.h"
#include "engine/check.h"
#include "engine/earlier.h"
#include "engine/phrase.h"
#include "import/names.h"
#include "model/worded.h"
#include "output/match_table.h"
#include "output/terminal.h"
#include "output/words.h"
#include "platform/interrupt.h"
#include "platform/standard_input.h"
#include "search/builder.h"
#include "text/mark.h"

namespace tmsweep::app {

namespace {

ClassMask mask_of(const std::vector<int>& classes) {
  ClassMask out = 0;
  for (const int c : classes) out |= class_bit(c);
  return out;
}

/// Reads names and keeps those that imitate a brand. Only what is found is kept in memory.
class Watch {
 public:
  Watch(const image::Image& image, const search::Index& brands, const WatchRequest& request)
      : image_(image),
        sources_{{&brands, engine::Origin::list}},
        earlier_(image, {.sources = sources_, .other_classes = engine::OtherClasses::as_notes}),
        input_(request.input),
        least_(risk_of(request.min_risk)),
        several_(request.files.size() > 1) {
    report_.lang = language(request.common);
    classes_ = mask_of(request.classes);
    if (classes_ == 0) classes_ = k_all_classes;  // a copy is looked for everywhere
  }

  bool read(std::istream& in, const std::string& name) {
    const import::NameSink sink{
        [&](import::NameRow row) {
          row.file = name;
          take(row);
        },
        [&](import::NameRow at, const Error& e) {
          at.file = name;
          fault(at, e);
        },
        [&](std::string_view encoding) { say_encoding(name, encoding, report_.lang); }};
    import::read_names(in, input_, sink);
    return whole_;
  }

  [[nodiscard]] std::size_t read() const { return read_; }

  std::vector<output::MatchRow> rows() {
    std::ranges::stable_sort(rows_, [](const output::MatchRow& a, const output::MatchRow& b) {
      const auto key = [](const output::MatchRow& r) {
        return std::tuple(-static_cast<int>(r.finding.risk), r.finding.relation, r.line);
      };
      return key(a) < key(b);
    });
    return std::move(rows_);
  }

 private:
  void take(const import::NameRow& row) {
    if (platform::Interruption::signal() != 0) return;  // the reading ends with its next block
    ++read_;
    const Result<Mark> mark = text::make_mark(image_, row.name);
    if (!mark) return fault(row, mark.error());
    // What a name is filed for decides how near it comes; the classes of the brand stand in for what is not
    // said.
    report_.goods.classes = row.classes.empty() ? classes_ : mask_of(row.classes);
    for (engine::Conflict& c : earlier_.find(mark.value(), report_.goods).list) {
      // Whoever holds the brand whole is worth a look.
      if (c.kind == "containment") c.risk = std::max(c.risk, Risk::medium);
      if (c.risk < least_) continue;
      report_.typed = mark.value().typed;
      rows_.push_back({row.name, row.line, several_ ? row.file : std::string(),
                       engine::conflict_finding(image_, mark.value(), report_, std::move(c))});
      return;  // a name is listed once, beside the brand it is closest to
    }
  }

  void fault(const import::NameRow& at, const Error& e) {
    whole_ = false;
    std::fputs(fault_line(at, e, report_.lang).c_str(), stderr);
  }

  const image::Image& image_;
  std::vector<engine::MarkSource> sources_;
  engine::EarlierMarks earlier_;
  const import::NameOptions& input_;
  Risk least_;
  Report report_;
  ClassMask classes_ = 0;  ///< of the brand
  std::vector<output::MatchRow> rows_;
  bool several_ = false;  ///< the names come from several files
  std::size_t read_ = 0;
  bool whole_ = true;
};

bool read_all(const WatchRequest& request, Watch& watch) {
  bool whole = true;
  if (request.files.empty()) return watch.read(platform::standard_input(), "-");
  for (const std::string& file : request.files) {
    if (file == "-") {
      whole = watch.read(platform::standard_input(), file) && whole;
      continue;
    }
    std::ifstream in(std::filesystem::path(file), std::ios::binary);
    if (!in) {
      notify(worded({"读不出“{}”", "cannot read '{}'"}, file), language(request.common));
      whole = false;
      continue;
    }
    whole = watch.read(in, file) && whole;
  }
  return whole;
}

}  // namespace

int run_watch(const WatchRequest& request) {
  const Session session(request.common.db);
  const image::Image& image = session.image();
  if (!fresh_enough(request.common, image)) return k_exit_unchecked;
  const Lang lang = language(request.common);
  search::IndexBuilder builder(image);
  for (const std::string& brand : request.brands) {
    EarlierMark m;
    m.name = brand;
    m.source = "--brand";
    m.classes = mask_of(request.classes);
    if (m.classes == 0) m.classes = k_all_classes;
    if (const auto e = builder.add(m)) {
      notify(worded({"--brand “{}”: {}", "--brand '{}': {}"}, brand, e->line()), lang);
      return k_exit_usage;
    }
  }
  const std::vector<std::byte> bytes = builder.finish();
  const search::Index brands(image, bytes);
  if (brands.empty()) {
    notify(worded({"--brand: 没有可比对的字母或汉字",
                   "--brand: no letter or Chinese character in it to compare"}),
           lang);
    return k_exit_usage;
  }
  Watch watch(image, brands, request);
  const platform::Interruption interruption;
  const bool whole = read_all(request, watch);
  const int signal = platform::Interruption::signal();
  const std::vector<output::MatchRow> rows = watch.rows();
  if (!whole && rows.empty()) return k_exit_unchecked;
  if (watch.read() == 0 && signal == 0) {
    notify(worded({"没有找到要看的名称；每行写一个名称", "no name found to watch; give one name a line"}),
           lang);
    return k_exit_unchecked;
  }
  const DatabaseInfo database = engine::database_info(image, today());
  const std::string out = output::match_table(rows, output::Side::later, request.format, database,
                                              {.lang = lang, .several = true});
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (request.format == "text") {
    const bool zh = lang == Lang::zh;
    std::fputs(fmt::format(fmt::runtime(zh ? " · 共查 {} 个名称，列出 {} 个（{}）\n"
                                           : " · {} names read, {} listed ({})\n"),
                           watch.read(), rows.size(), request.min_risk)
                   .c_str(),
               stdout);
    std::fputs((output::database_line(database, output::words(lang)) + '\n').c_str(), stdout);
  }
  if (signal != 0) {
    notify(worded({"已中断：看了 {} 个名称，其余没有看", "interrupted: {} names were read, the rest was not"},
                  watch.read()),
           lang);
    return k_exit_by_signal + signal;
  }
  if (!whole) return k_exit_unchecked;
  const Risk limit = risk_of(request.fail_on);
  const bool reached = limit != Risk::none && std::ranges::any_of(rows, [&](const output::MatchRow& r) {
                         return r.finding.risk >= limit;
                       });
  return reached ? k_exit_findings : k_exit_below_threshold;
}

}  // namespace tmsweep::app
