// SPDX-License-Identifier: Apache-2.0
#include "output/markdown_text.h"

#include <fmt/format.h>

#include <array>

#include "output/finding_text.h"
#include "output/format.h"
#include "output/words.h"

namespace tmsweep::output {

namespace {

/// The words that only this format says.
struct Said {
  std::array<std::string_view, 4> risks;  ///< by Risk
  std::string_view header;                ///< of the table of findings
  std::string_view accepted;
  std::string_view summary;  ///< heading and header of the table of counts
  std::string_view unchecked;
  std::string_view baseline;
};

constexpr Said k_zh{{"", "提示", "中", "高"},
                    "| 级别 | 规则 | 命中 | 为什么 | 怎么改 | 法条 |",
                    "已豁免的发现",
                    "## 汇总\n\n| 结论 | 名称数 |",
                    "未能检查",
                    "基线"};
constexpr Said k_en{{"", "advice", "medium", "high"},
                    "| Risk | Rule | Found | Why | How to fix | Law |",
                    "Accepted findings",
                    "## Summary\n\n| Verdict | Names |",
                    "not checked",
                    "baseline"};

const Said& said(Lang lang) {
  return lang == Lang::zh ? k_zh : k_en;
}

class SectionWriter {
 public:
  SectionWriter(const Report& r, const Options& o, std::string& out)
      : r_(r), o_(o), w_(words(o.lang)), said_(said(o.lang)), out_(out) {}

  void write() {
    const bool only_accepted = r_.findings.empty() && !r_.accepted.empty();
    const std::string_view verdict = r_.error        ? said_.unchecked
                                     : only_accepted ? w_.accepted_verdict
                                                     : w_.verdicts[static_cast<std::size_t>(r_.verdict)];
    if (o_.detail == Detail::quiet) {
      line(fmt::format("- {} · {}{}", verdict, markdown_text(r_.error ? shortened(r_.name) : r_.name),
                       r_.error ? w_.colon.data() + markdown_text(*r_.error) : ""));
      return;
    }
    line();
    line(fmt::format("## {} · {}", verdict, markdown_text(r_.error ? shortened(r_.name) : r_.name)));
    where();
    if (r_.error) {
      line();
      line(w_.not_checked.data() + markdown_text(*r_.error));
      return;
    }
    findings();
    accepted();
    list(w_.changes, r_.changes);
    list(w_.process, r_.process);
    list(w_.coverage, r_.coverage);
  }

 private:
  void line(std::string_view s = {}) { (out_ += s) += '\n'; }

  void where() {
    const std::string spot = place(r_.file, r_.line, r_.column, o_.lang);
    if (!spot.empty()) {
      line();
      line(markdown_text(spot));
    }
    if (r_.error) return;
    std::string goods = joined(r_.goods.typed, w_.list_comma);
    const std::string classes = class_list(r_.goods.classes);
    if (goods.empty() && classes.empty()) goods = w_.goods_unknown;
    if (!classes.empty())
      goods += fmt::format(fmt::runtime(r_.goods.typed.empty() ? w_.classes_only : w_.in_classes), classes);
    line();
    line(markdown_text(fmt::format(fmt::runtime(w_.basis_line), goods, id_of(r_.edition), iso(r_.as_of))));
  }

  static std::string cells(const std::vector<std::string>& items) {
    std::string out;
    for (const std::string& s : items) (out += out.empty() ? "" : " · ") += markdown_text(s);
    return out;
  }

  void row(std::string_view first, const Finding& f) {
    const std::string term =
        f.earlier_mark && f.earlier_mark->name != f.matched ? " → " + f.earlier_mark->name : "";
    line(fmt::format("| {} | {} | {} | {} | {} | {} |", first, markdown_text(f.title + " · " + f.rule),
                     markdown_text(f.matched + term), markdown_text(f.why), cells(f.fixes),
                     markdown_text(citation(r_, f, o_.lang))));
  }

  void findings() {
    line();
    if (r_.findings.empty()) {
      line(r_.accepted.empty() ? std::string(w_.nothing_found)
                               : fmt::format(fmt::runtime(w_.accepted_only), r_.accepted.size()));
      return;
    }
    line(said_.header);
    line("|---|---|---|---|---|---|");
    for (const Finding& f : r_.findings) row(said_.risks[static_cast<std::size_t>(f.risk)], f);
  }

  void accepted() {
    if (r_.accepted.empty()) return;
    line();
    line(fmt::format("**{}**", said_.accepted));
    line();
    line(said_.header);
    line("|---|---|---|---|---|---|");
    for (const Accepted& a : r_.accepted) {
      const std::string reason = a.reason.empty() ? std::string(said_.baseline) : a.reason;
      row(fmt::format("{} · {}", said_.risks[static_cast<std::size_t>(a.finding.risk)],
                      markdown_text(reason)),
          a.finding);
    }
  }

  void list(std::string_view title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    line();
    line(fmt::format("**{}**", title));
    line();
    for (const std::string& s : items) line("- " + markdown_text(s));
  }

  const Report& r_;
  const Options& o_;
  const Words& w_;
  const Said& said_;
  std::string& out_;
};

void begin(const Options& /*options*/, std::string& out) {
  out += "# tmsweep\n";
}

void report(const Report& r, const Options& o, std::size_t index, std::string& out) {
  if (index == 0 && o.detail == Detail::quiet) out += '\n';
  SectionWriter(r, o, out).write();
}

/// The table of the run stands at its end: its counts are known only there.
void end(const Totals& t, const Options& o, std::string& out) {
  const Words& w = words(o.lang);
  const Said& s = said(o.lang);
  for (const std::string& fault : t.faults)
    out += fmt::format("\n{}{}\n", w.not_checked, markdown_text(fault));
  out += fmt::format("\n{}\n|---|---:|\n", s.summary);
  const std::array<std::size_t, 4> counts{t.none, t.low, t.medium, t.high};
  for (std::size_t i = counts.size(); i-- > 0;) out += fmt::format("| {} | {} |\n", w.verdicts[i], counts[i]);
  out += fmt::format("| {} | {} |\n", s.unchecked, t.errors);
  if (t.facts) out += fmt::format("\n{}\n", markdown_text(facts_line(*t.facts, o.lang)));
}

}  // namespace

extern constinit const Format markdown{.id = "markdown",
                                       .endings = {".md", ".markdown"},
                                       .needs = k_summary,
                                       .begin = begin,
                                       .report = report,
                                       .end = end};

}  // namespace tmsweep::output
