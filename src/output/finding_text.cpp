// SPDX-License-Identifier: Apache-2.0
#include "output/finding_text.h"

#include <fmt/format.h>

namespace tmsweep::output {

const Provision* provision_of(const Report& report, Edition edition,
                              const std::array<std::string, 2>& articles) {
  for (const Provision& p : report.provisions) {
    if (p.edition == edition && p.article == articles[static_cast<std::size_t>(edition)]) return &p;
  }
  return nullptr;
}

std::string citation(const Report& report, const Finding& finding, Lang lang) {
  const Provision* p = provision_of(report, report.edition, finding.articles);
  if (p == nullptr) return finding.articles[static_cast<std::size_t>(report.edition)];
  // The Trademark Law has two editions; other laws are cited without one.
  const bool other_law = p->article.find(':') != std::string::npos;
  const std::string edition =
      other_law ? "" : fmt::format(fmt::runtime(lang == Lang::zh ? "（{}）" : " ({})"), id_of(p->edition));
  return lang == Lang::zh ? fmt::format("《{}》{}{}", p->law, edition, p->label)
                          : fmt::format("{}{} {}", p->law, edition, p->label);
}

std::string place(std::string_view file, std::size_t line, std::size_t column, Lang lang) {
  if (line == 0) return std::string(file);
  if (file.empty()) return fmt::format(fmt::runtime(lang == Lang::zh ? "第{}行" : "line {}"), line);
  return column == 0 ? fmt::format("{}:{}", file, line) : fmt::format("{}:{}:{}", file, line, column);
}

std::string shortened(std::string_view text) {
  constexpr std::size_t k_most = 300;  // bytes
  if (text.size() <= k_most) return std::string(text);
  std::size_t end = k_most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string iso(const Date& d) {
  return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
  return fmt::format("{}", fmt::join(items, between));
}

std::string class_list(ClassMask mask) {
  return mask == k_all_classes ? std::string() : fmt::format("{}", fmt::join(classes_of(mask), ","));
}

std::string totals_line(const Totals& t, Lang lang) {
  std::string out =
      fmt::format(fmt::runtime(words(lang).totals), t.names(), t.high, t.medium, t.low, t.none, t.errors);
  if (t.accepted > 0) {
    out += fmt::format(fmt::runtime(lang == Lang::zh ? "；已豁免的发现 {} 条" : "; {} accepted finding(s)"),
                       t.accepted);
  }
  return out;
}

std::string facts_line(const RunFacts& f, Lang lang) {
  const bool zh = lang == Lang::zh;
  return fmt::format(fmt::runtime(zh ? "依据商标法{}年文本（{}） · " : "Trademark Law, {} edition ({}) · "),
                     id_of(f.edition), iso(f.as_of)) +
         database_line(f.database, words(lang));
}

std::vector<std::string> coverage_lines(const Totals& t, Lang lang) {
  std::vector<std::string> out = t.coverage;
  if (t.more_coverage) {
    out.emplace_back(
        lang == Lang::zh
            ? "还有其他名称的检查范围说明没有列出，见 json 或 jsonl 输出"
            : "more notes on the coverage of single names are not listed here; see json or jsonl");
  }
  return out;
}

std::size_t more_unchecked(const Totals& t) {
  return t.errors > t.unchecked.size() ? t.errors - t.unchecked.size() : 0;
}

}  // namespace tmsweep::output
