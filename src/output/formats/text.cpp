// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "output/finding_text.h"
#include "output/format.h"
#include "output/terminal.h"
#include "output/words.h"
#include "text/utf8.h"

namespace tmsweep::output {

namespace {

constexpr int k_width = 88;
constexpr int k_label = 10;  ///< columns of "为什么" and its like, with the indent

/// Paints a text in a colour by its risk.
class Painter {
 public:
  explicit Painter(const Options& o) : on_(o.color == Color::on) {}

  [[nodiscard]] std::string bold(std::string_view s) const { return paint("1", s); }
  [[nodiscard]] std::string dim(std::string_view s) const { return paint("2", s); }
  [[nodiscard]] std::string risk(Risk r, std::string_view s) const {
    static constexpr std::array<std::string_view, 4> codes{"32", "36", "1;33", "1;31"};
    return paint(codes[static_cast<std::size_t>(r)], s);
  }

 private:
  [[nodiscard]] std::string paint(std::string_view code, std::string_view s) const {
    return on_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, s) : std::string(s);
  }
  bool on_;
};

class ReportWriter {
 public:
  ReportWriter(const Report& r, const Options& o, std::string& out)
      : r_(r), o_(o), out_(out), paint_(o), words_(words(o.lang)) {}

  void write() {
    if (r_.error) {
      line(paint_.risk(Risk::high, printable(r_.name)) + "  " + std::string(words_.not_checked) +
           printable(*r_.error));
      return;
    }
    if (o_.detail == Detail::quiet) {
      line(verdict_word() + "  " + printable(r_.name));
      return;
    }
    head();
    int number = 0;
    for (const Finding& f : r_.findings) finding(f, ++number);
    accepted();
    tail();
  }

 private:
  void line(std::string_view s = {}) { (out_ += s) += '\n'; }

  void labelled(std::string_view label, std::string_view text) {
    const int gap = std::max(1, k_label - 3 - columns(label));
    const int indent = 3 + columns(label) + gap;
    out_ += "   " + paint_.dim(label) + std::string(static_cast<std::size_t>(gap), ' ');
    line(wrapped(printable(text), k_width, indent));
  }

  std::string verdict_word() const {
    if (r_.findings.empty() && !r_.accepted.empty()) return paint_.dim(words_.accepted_verdict);
    return paint_.risk(r_.verdict, words_.verdicts[static_cast<std::size_t>(r_.verdict)]);
  }

  std::string sentence() const {
    const auto serious =
        std::ranges::count_if(r_.findings, [](const Finding& f) { return f.risk >= Risk::medium; });
    const auto advice = static_cast<std::ptrdiff_t>(r_.findings.size()) - serious;
    const std::size_t accepted = r_.accepted.size();
    if (r_.findings.empty()) {
      return accepted == 0 ? std::string(words_.nothing_found)
                           : fmt::format(fmt::runtime(words_.accepted_only), accepted);
    }
    std::string out = serious == 0 ? fmt::format(fmt::runtime(words_.advice_only), advice)
                                   : fmt::format(fmt::runtime(words_.mines), serious);
    if (serious > 0 && advice > 0) out += fmt::format(fmt::runtime(words_.and_advice), advice);
    if (accepted > 0) out += fmt::format(fmt::runtime(words_.and_accepted), accepted);
    return out;
  }

  /// The typed name with a line of marks under each mine; zero-width characters take the room they are shown
  /// in.
  void underlined() {
    std::string name;
    std::string marks;
    for (std::uint32_t i = 0; i < r_.typed.size(); ++i) {
      std::string shown = printable(text::encode(std::u32string_view(r_.typed).substr(i, 1)));
      Risk worst = Risk::none;
      for (const Finding& f : r_.findings) {
        if (f.span.covers({i, 1})) worst = std::max(worst, f.risk);
      }
      static constexpr std::array<char, 4> signs{' ', '-', '~', '^'};
      marks += std::string(static_cast<std::size_t>(columns(shown)), signs[static_cast<std::size_t>(worst)]);
      name += worst == Risk::none ? shown : paint_.risk(worst, shown);
    }
    line("  " + name);
    const std::size_t end = marks.find_last_not_of(' ');
    if (end != std::string::npos) line("  " + paint_.dim(marks.substr(0, end + 1)));
  }

  void head() {
    underlined();
    line();
    line(verdict_word() + "  " + sentence());
    line(paint_.dim(
        fmt::format(fmt::runtime(words_.basis_line), goods_line(), id_of(r_.edition), iso(r_.as_of))));
  }

  std::string goods_line() const {
    std::string goods;
    for (const std::string& g : r_.goods.typed)
      goods += (goods.empty() ? "" : words_.list_comma.data()) + printable(g);
    std::string classes;
    for (const int c : classes_of(r_.goods.classes)) {
      classes += (classes.empty() ? "" : words_.list_comma.data()) + std::to_string(c);
    }
    if (goods.empty() && classes.empty()) return std::string(words_.goods_unknown);
    if (goods.empty()) return fmt::format(fmt::runtime(words_.classes_only), classes);
    if (!classes.empty()) goods += fmt::format(fmt::runtime(words_.in_classes), classes);
    return goods;
  }

  void finding(const Finding& f, int number) {
    line();
    const std::string_view risk = words_.risks[static_cast<std::size_t>(f.risk)];
    line(fmt::format(
        "{}. {} {}  {}", number, paint_.risk(f.risk, risk), paint_.bold(printable(f.title)),
        paint_.dim(fmt::format("{} · {}", words_.effects[static_cast<std::size_t>(f.effect)], f.rule))));
    labelled(words_.why, f.why);
    if (f.earlier_mark) {
      beside(f.alignment);
      earlier(*f.earlier_mark);
      // Law, exceptions and repairs are the same for every earlier mark: said once.
      if (o_.detail != Detail::verbose && f.basis == earlier_said_) return;
      earlier_said_ = f.basis;
    }
    law(f);
    some(words_.exception, f.exceptions, o_.detail == Detail::verbose ? f.exceptions.size() : 2, f);
    some(words_.fix, f.fixes, o_.detail == Detail::verbose ? f.fixes.size() : 2, f);
    cases(f);
    for (const OtherBasis& o : f.also) {
      labelled(words_.also, fmt::format("{} ({})", o.rule, label_of(r_.edition, o.articles)));
    }
    if (o_.detail == Detail::verbose) labelled(words_.source, fmt::format("{} · {}", f.basis, f.source));
  }

  /// What the user accepts, a line each.
  void accepted() {
    if (!r_.accepted.empty()) line();
    for (const Accepted& a : r_.accepted) {
      const Finding& f = a.finding;
      std::string text =
          fmt::format("{} {} {} “{}”", words_.accepted, words_.risks[static_cast<std::size_t>(f.risk)],
                      f.rule, f.earlier_mark ? f.earlier_mark->name : f.matched);
      text += a.by == Accepted::By::baseline
                  ? std::string(words_.accepted_baseline)
                  : fmt::format(fmt::runtime(words_.accepted_until), a.reason, a.expires);
      line(paint_.dim(printable(text)));
    }
  }

  std::string label_of(Edition e, const std::array<std::string, 2>& articles) const {
    const Provision* p = provision_of(r_, e, articles);
    return p != nullptr ? p->label : articles[static_cast<std::size_t>(e)];
  }

  void law(const Finding& f) {
    const Provision* now = provision_of(r_, r_.edition, f.articles);
    const Edition other = r_.edition == Edition::law2019 ? Edition::law2026 : Edition::law2019;
    const Provision* then = provision_of(r_, other, f.articles);
    if (now == nullptr) return;
    std::string text = fmt::format(fmt::runtime(words_.cited), now->law, edition_of(*now), now->label);
    if (!now->quote.empty()) text += fmt::format(fmt::runtime(words_.quoted), now->quote);
    labelled(words_.law, text);
    if (then != nullptr && then->article != now->article && r_.edition == Edition::law2019) {
      labelled("", fmt::format(fmt::runtime(words_.from_2027), then->label));
    }
  }

  /// The Trademark Law has two editions; other laws are cited without one.
  static std::string edition_of(const Provision& p) {
    return p.article.find(':') != std::string::npos ? "" : std::string(id_of(p.edition));
  }

  void some(std::string_view label, const std::vector<std::string>& items, std::size_t most,
            const Finding& f) {
    const std::size_t shown = std::min(most, items.size());
    for (std::size_t i = 0; i < shown; ++i) labelled(i == 0 ? label : "", items[i]);
    if (shown < items.size()) {
      labelled("", fmt::format(fmt::runtime(words_.more), items.size() - shown, f.rule));
    }
  }

  void cases(const Finding& f) {
    const std::size_t shown = std::min<std::size_t>(o_.detail == Detail::verbose ? 3 : 1, f.cases.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const DecidedCase& c = f.cases[i];
      const std::size_t outcome = c.outcome == "accepted" ? 1 : c.outcome == "invalidated" ? 2 : 0;
      std::string text = fmt::format(fmt::runtime(words_.case_line), c.name, words_.outcomes[outcome]);
      if (!c.goods.empty()) text += fmt::format(fmt::runtime(words_.case_goods), c.goods);
      if (c.year != 0) text += fmt::format(fmt::runtime(words_.case_year), c.year);
      labelled(i == 0 ? words_.decided : "", text + words_.colon.data() + c.note);
    }
  }

  void earlier(const EarlierMark& e) {
    std::string classes;
    for (const int c : classes_of(e.classes))
      classes += (classes.empty() ? "" : words_.list_comma.data()) + std::to_string(c);
    std::string text =
        e.name + (classes.empty() ? "" : fmt::format(fmt::runtime(words_.in_classes), classes));
    if (!e.owner.empty()) text += fmt::format(fmt::runtime(words_.owner), e.owner);
    if (!e.number.empty()) text += fmt::format(fmt::runtime(words_.number), e.number);
    if (!e.status.empty()) text += " · " + e.status;
    labelled(words_.earlier, text);
  }

  /// The two names in columns, and under each column how the two stand there.
  void beside(const std::vector<AlignedPair>& pairs) {
    if (pairs.empty()) return;
    std::array<std::string, 3> rows;
    const auto put = [](std::string& row, const std::string& cell, int width) {
      row += cell + std::string(static_cast<std::size_t>(width - columns(cell) + 1), ' ');
    };
    for (const AlignedPair& p : pairs) {
      const std::string later = p.later.empty() ? "-" : printable(p.later);
      const std::string earlier = p.earlier.empty() ? "-" : printable(p.earlier);
      const std::string how(words_.aligned[static_cast<std::size_t>(p.how)]);
      const int width = std::max({columns(later), columns(earlier), columns(how)});
      put(rows[0], later, width);
      put(rows[1], earlier, width);
      put(rows[2], how, width);
    }
    const int gap = std::max(1, k_label - 3 - columns(words_.beside));
    const std::string indent(static_cast<std::size_t>(3 + columns(words_.beside) + gap), ' ');
    for (std::size_t i = 0; i < rows.size(); ++i) {
      while (rows[i].ends_with(' ')) rows[i].pop_back();
      if (i > 0) {
        line(indent + (i == 2 ? paint_.dim(rows[i]) : rows[i]));
      } else {
        line("   " + paint_.dim(words_.beside) + std::string(static_cast<std::size_t>(gap), ' ') + rows[i]);
      }
    }
  }

  void list(std::string_view title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    line();
    line(paint_.bold(title));
    for (const std::string& s : items) line(" · " + wrapped(printable(s), k_width, 3));
  }

  void tail() {
    list(words_.changes, r_.changes);
    list(words_.process, r_.process);
    list(words_.coverage, r_.coverage);
    if (!r_.trace.empty()) trace();
    line();
    line(paint_.dim(database_line(r_.database, words_)));
  }

  void trace() {
    line();
    line(paint_.bold(words_.trace));
    for (const TraceStep& t : r_.trace) {
      line(fmt::format("   {:<18} {} → {}", t.step, printable(t.before), printable(t.after)));
    }
  }

  const Report& r_;
  const Options& o_;
  std::string& out_;
  Painter paint_;
  const Words& words_;
  std::string earlier_said_;  ///< basis of the earlier marks whose law was printed
};

void begin(const Options& /*options*/, std::string& /*out*/) {}

void report(const Report& r, const Options& o, std::size_t index, std::string& out) {
  if (index > 0 && o.detail != Detail::quiet) {
    out += '\n' + std::string(k_width, '-') + "\n\n";
  }
  ReportWriter(r, o, out).write();
}

void end(const Totals& t, const Options& o, std::string& out) {
  if (o.detail == Detail::quiet) {
    for (const std::string& fault : t.faults) out += printable(fault) + '\n';
    return;
  }
  if (!o.several) return;
  const std::size_t all = t.high + t.medium + t.low + t.none + t.errors;
  out += '\n' +
         fmt::format(fmt::runtime(words(o.lang).totals), all, t.high, t.medium, t.low, t.none, t.errors) +
         '\n';
  std::string rules;
  for (const auto& [rule, count] : by_count(t)) rules += fmt::format(" · {} {}", rule, count);
  if (!rules.empty()) out += wrapped(std::string(words(o.lang).by_rule) + rules, k_width, 2) + '\n';
  if (t.accepted > 0) out += fmt::format(fmt::runtime(words(o.lang).accepted_total), t.accepted) + '\n';
  for (const std::string& fault : t.faults) out += wrapped(printable(fault), k_width, 2) + '\n';
}

}  // namespace

extern constinit const Format text{
    .id = "text", .endings = {".txt"}, .begin = begin, .report = report, .end = end};

}  // namespace tmsweep::output
