// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "app/app.h"
#include "app/commands.h"
#include "app/notices.h"
#include "app/session.h"
#include "app/suggest.h"
#include "engine/articles.h"
#include "engine/own_terms.h"
#include "model/worded.h"
#include "output/terminal.h"

namespace tmsweep::app {

namespace {

using image::Image;
using image::Section;

constexpr int k_width = 88;

class Explanation {
 public:
  Explanation(const Image& image, Lang lang, bool color) : image_(image), lang_(lang), color_(color) {}

  void rule(const image::RuleRecord& r) {
    const auto l = static_cast<std::size_t>(lang_);
    heading(fmt::format("{} · {}", image_.text(r.title[l]), image_.text(r.id)));
    out_ += output::wrapped(image_.text(r.meaning[l]), k_width, 0) + "\n";
    section(zh() ? "法条" : "Law");
    bases(number_of(r));
    bullets(zh() ? "什么情况会碰到" : "When it is met", kinds(r));
    bullets(zh() ? "例外" : "Exceptions", texts(r.exceptions[l]));
    bullets(zh() ? "怎么改" : "How to fix", texts(r.fixes[l]));
    cases(r);
  }

  void article(std::string_view number) {
    for (const Edition e : {Edition::law2019, Edition::law2026}) {
      if (image_.article(id_of(e), number) != nullptr) provision(e, number);
    }
    bullets(zh() ? "相关规则（tmsweep explain 规则）" : "Rules (tmsweep explain RULE)", rules_of(number));
  }

  void own_terms() {
    heading(fmt::format("{} · {}", engine::own_term_title(lang_), k_own_term));
    out_ += engine::own_term_page(lang_);
  }

  void list() {
    const auto l = static_cast<std::size_t>(lang_);
    for (const image::RuleRecord& r : image_.all<image::RuleRecord>(Section::rules)) {
      out_ += fmt::format("{:<30} {}\n", image_.text(r.id), image_.text(r.title[l]));
    }
    out_ += fmt::format("{:<30} {}\n", k_own_term, engine::own_term_title(lang_));
  }

  [[nodiscard]] const std::string& text() const { return out_; }

 private:
  [[nodiscard]] bool zh() const { return lang_ == Lang::zh; }

  void heading(const std::string& s) { out_ += color_ ? fmt::format("\x1b[1m{}\x1b[0m\n\n", s) : s + "\n\n"; }
  void section(std::string_view s) {
    out_ += color_ ? fmt::format("\n\x1b[1m{}\x1b[0m\n", s) : fmt::format("\n{}\n", s);
  }

  void bullets(std::string_view title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    section(title);
    for (const std::string& s : items) out_ += " · " + output::wrapped(s, k_width, 3) + "\n";
  }

  [[nodiscard]] std::uint32_t number_of(const image::RuleRecord& r) const {
    return static_cast<std::uint32_t>(&r - image_.all<image::RuleRecord>(Section::rules).data());
  }

  void provision(Edition e, std::string_view number) {
    const Provision p = engine::provision(image_, e, number, lang_);
    const bool other_law = number.find(':') != std::string_view::npos;
    const std::string edition = other_law ? "" : fmt::format(" ({})", id_of(e));
    out_ += output::wrapped(fmt::format(fmt::runtime(zh() ? " · 《{}》{}{}：{}" : " · {}{} {}: {}"), p.law,
                                        edition, p.label, p.quote),
                            k_width, 3) +
            "\n";
  }

  /// The bases of a rule, those that rest on the same articles together: a law is quoted once.
  void bases(std::uint32_t rule) {
    using Articles = std::array<std::string_view, 2>;
    std::vector<std::pair<Articles, std::string>> groups;
    for (const image::BasisRecord& b : image_.all<image::BasisRecord>(Section::bases)) {
      if (b.rule != rule) continue;
      const Articles articles{image_.text(b.article[0]), image_.text(b.article[1])};
      auto group = std::ranges::find(groups, articles, &std::pair<Articles, std::string>::first);
      if (group == groups.end()) group = groups.insert(groups.end(), {articles, ""});
      group->second += fmt::format("   {}  [{}]\n", image_.text(b.title[static_cast<std::size_t>(lang_)]),
                                   image_.text(b.id));
    }
    for (const auto& [articles, titles] : groups) {
      out_ += titles;
      for (const Edition e : {Edition::law2019, Edition::law2026}) {
        const std::string_view number = articles.at(static_cast<std::size_t>(e));
        const bool repeated =
            e == Edition::law2026 && number == articles[0] && number.find(':') != std::string_view::npos;
        if (!number.empty() && number != "-" && !repeated) provision(e, number);
      }
    }
  }

  std::vector<std::string> kinds(const image::RuleRecord& r) {
    std::vector<std::string> out;
    for (const image::KindRecord& k : image_.run<image::KindRecord>(Section::kinds, r.kinds)) {
      std::string s(image_.text(k.why[static_cast<std::size_t>(lang_)]));
      for (const auto& [name, shown] : {std::pair<std::string_view, std::string_view>{"{matched}", "……"},
                                        {"{term}", "……"},
                                        {"{note}", "……"},
                                        {"{goods}", zh() ? "所申请的商品" : "the goods applied for"}}) {
        for (std::size_t at = s.find(name); at != std::string::npos; at = s.find(name))
          s.replace(at, name.size(), shown);
      }
      // Where two places stand in brackets, nothing is left to say.
      for (const std::string_view empty : {"（……，……）", "（……：……）", "（……）", " (……: ……)", " (……)"}) {
        if (const std::size_t at = s.find(empty); at != std::string::npos) s.erase(at, empty.size());
      }
      out.push_back(fmt::format("{}  [{}]", s, image_.text(k.id)));
    }
    return out;
  }

  std::vector<std::string> texts(image::Range range) {
    std::vector<std::string> out;
    for (const image::Text& t : image_.run<image::Text>(Section::texts, range))
      out.emplace_back(image_.text(t));
    return out;
  }

  void cases(const image::RuleRecord& r) {
    std::vector<std::string> out;
    for (const image::CaseRecord& c : image_.run<image::CaseRecord>(Section::cases, r.cases)) {
      const std::string_view outcome = image_.text(c.outcome);
      const std::string_view shown = !zh()                   ? outcome
                                     : outcome == "accepted" ? "通过"
                                     : outcome == "refused"  ? "驳回"
                                                             : "宣告无效";
      const std::string year = c.year == 0 ? "" : fmt::format(", {}", c.year);
      const std::string goods = c.goods.length == 0 ? "" : fmt::format(" ({})", image_.text(c.goods));
      out.push_back(fmt::format("{}{}: {}{}. {}", image_.text(c.name), goods, shown, year,
                                image_.text(c.note[static_cast<std::size_t>(lang_)])));
    }
    bullets(zh() ? "案例与官方示例" : "Decided cases and official examples", out);
  }

  std::vector<std::string> rules_of(std::string_view number) {
    std::vector<std::string> out;
    const auto rules = image_.all<image::RuleRecord>(Section::rules);
    std::uint32_t last = 0xFFFFFFFF;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
      for (const image::BasisRecord& b : image_.all<image::BasisRecord>(Section::bases)) {
        const bool cites = image_.text(b.article[0]) == number || image_.text(b.article[1]) == number;
        if (b.rule != i || !cites || last == i) continue;
        last = i;
        out.push_back(fmt::format("{}: {}", image_.text(rules[i].id),
                                  image_.text(rules[i].title[static_cast<std::size_t>(lang_)])));
      }
    }
    return out;
  }

  const Image& image_;
  Lang lang_;
  bool color_;
  std::string out_;
};

std::vector<std::string> topics(const Image& image) {
  std::vector<std::string> out{std::string(k_own_term)};
  for (const image::RuleRecord& r : image.all<image::RuleRecord>(Section::rules))
    out.emplace_back(image.text(r.id));
  for (const image::ArticleRecord& a : image.all<image::ArticleRecord>(Section::articles))
    out.emplace_back(image.text(a.article));
  return out;
}

}  // namespace

int run_explain(const ExplainRequest& request) {
  const Session session(request.common.db);
  const Image& image = session.image();
  Explanation e(image, language(request.common), color(request.common) == output::Color::on);
  const int rule = image.rule_number(request.topic);
  if (request.list) {
    e.list();
  } else if (request.topic == k_own_term) {
    e.own_terms();
  } else if (rule >= 0) {
    e.rule(image.at<image::RuleRecord>(Section::rules, static_cast<std::uint32_t>(rule)));
  } else if (image.article("2019", request.topic) != nullptr ||
             image.article("2026", request.topic) != nullptr) {
    e.article(request.topic);
  } else {
    notify(worded({"没有规则或法条“{}”{}；全部规则见 'tmsweep explain --list'",
                   "no rule or article '{}'{}; see 'tmsweep explain --list'"},
                  request.topic, did_you_mean(nearest(request.topic, topics(image)))),
           language(request.common));
    return k_exit_usage;
  }
  std::fwrite(e.text().data(), 1, e.text().size(), stdout);
  return 0;
}

}  // namespace tmsweep::app
