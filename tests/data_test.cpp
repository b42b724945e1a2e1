// SPDX-License-Identifier: Apache-2.0
// Is the data that the program carries sound, beyond what its compiler demands of each row?
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "lexicon/goods.h"
#include "lexicon/hits.h"
#include "rules/rule.h"
#include "store/bundle.h"
#include "store/database.h"
#include "support/bundled.h"
#include "support/paths.h"
#include "support/temporary.h"
#include "text/mark.h"

namespace tmsweep {

namespace {

namespace fs = std::filesystem;
using image::Match;
using image::Section;
using image::TermRecord;

constexpr std::size_t k_most_shown = 40;  ///< failures listed by one test

/// Collects failures and lists the first of them, so that one mistake in a table stays readable.
class Exceptions {
 public:
  explicit Exceptions(std::string what) : what_(std::move(what)) {}
  ~Exceptions() {
    if (count_ == 0) return;
    FAIL_CHECK(count_ << " " << what_ << ":" << list_);
  }
  Exceptions(const Exceptions&) = delete;
  Exceptions& operator=(const Exceptions&) = delete;

  void add(const std::string& s) {
    if (count_++ < k_most_shown) list_ += "\n  " + s;
  }

 private:
  std::string what_;
  std::size_t count_ = 0;
  std::string list_;
};

std::string rule_of(const TermRecord& term) {
  const auto rules = support::bundled().all<image::RuleRecord>(Section::rules);
  return term.rule < rules.size() ? std::string(support::bundled().text(rules[term.rule].id)) : "affixes";
}

GoodsSelection goods_of(const TermRecord& term) {
  GoodsSelection goods;
  goods.classes = term.goods;
  return goods;
}

bool finds(const std::vector<lexicon::Hit>& hits, std::uint32_t number) {
  return std::ranges::any_of(hits, [&](const lexicon::Hit& h) {
    return h.term == number && h.relation == Relation::none && h.whole;
  });
}

/// The risk with which the report names the rule, or nothing.
std::string reported(const Report& report, const std::string& rule) {
  for (const Finding& f : report.findings) {
    if (f.rule == rule) return std::string(id_of(f.risk));
    if (std::ranges::find(f.also, rule, &OtherBasis::rule) != f.also.end()) return "also";
  }
  return {};
}

}  // namespace

TEST_CASE("two builds of the image are the same bytes, and those that the program carries") {
  const auto first = compile::compile_image(support::data_dir());
  const auto second = compile::compile_image(support::data_dir());
  CHECK(first == second);
  const auto carried = store::bundled_image();
  CHECK(std::ranges::equal(first, carried));
}

TEST_CASE("the database that the program carries is whole and holds the same image") {
  const auto db = store::Database::open(store::bundled_database());
  CHECK(db.faults().empty());
  CHECK(std::ranges::equal(db.image(), store::bundled_image()));
}

TEST_CASE("every term typed as a name is met as the whole name") {
  const image::Image& image = support::bundled();
  const auto terms = image.all<TermRecord>(Section::terms);
  Exceptions lost("terms do not meet themselves");
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    const std::string name(image.text(terms[i].text));
    const Result<Mark> mark = text::make_mark(image, name);
    if (!mark) {
      lost.add(rule_of(terms[i]) + " " + name + ": " + mark.error().message.en);
    } else if (!finds(lexicon::find_terms(image, mark.value()), i)) {
      lost.add(rule_of(terms[i]) + " " + name);
    }
  }
}

TEST_CASE("every row of a rule's list makes its rule speak, given goods of its condition") {
  const image::Image& image = support::bundled();
  std::set<std::string> with_code;
  for (const rules::Rule* r : rules::all()) with_code.emplace(r->id);
  Exceptions silent("rows stay silent on their own term");
  for (const TermRecord& term : image.all<TermRecord>(Section::terms)) {
    const std::string rule = rule_of(term);
    // `only` rows of goods words give way to other weak words, see generic_term.cpp.
    if (!with_code.contains(rule) || term.match == static_cast<std::uint8_t>(Match::only)) continue;
    const std::string name(image.text(term.text));
    const Result<Report> report = support::checker().check({name, {}, classes_of(goods_of(term).classes), 0});
    if (!report || reported(report.value(), rule).empty()) {
      const std::string match(term.match == 0 ? "exact" : "contained");
      silent.add(rule + " " + name + " (" + match + ")");
    }
  }
}

TEST_CASE("every rule has a page, and every page a rule") {
  const image::Image& image = support::bundled();
  std::set<std::string> with_code{"earlier-mark"};
  for (const rules::Rule* r : rules::all()) {
    with_code.emplace(r->id);
    CAPTURE(std::string(r->id));
    CHECK(image.rule_number(r->id) >= 0);
  }
  for (const image::RuleRecord& r : image.all<image::RuleRecord>(Section::rules)) {
    CAPTURE(std::string(image.text(r.id)));
    CHECK(with_code.contains(std::string(image.text(r.id))));
  }
}

TEST_CASE("rules stand in the order of their ids, each of them once") {
  const auto all = rules::all();
  for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i - 1]->id < all[i]->id);
}

TEST_CASE("every page says what it must in both languages") {
  const image::Image& image = support::bundled();
  for (const image::RuleRecord& r : image.all<image::RuleRecord>(Section::rules)) {
    CAPTURE(std::string(image.text(r.id)));
    CHECK(r.kinds.count > 0);
    for (std::size_t lang = 0; lang < 2; ++lang) {
      CHECK(r.title[lang].length > 0);
      CHECK(r.meaning[lang].length > 0);
      CHECK(r.exceptions[lang].count > 0);
      CHECK(r.fixes[lang].count > 0);
    }
  }
}

TEST_CASE("the article of every basis is quoted, in each edition") {
  const image::Image& image = support::bundled();
  Exceptions missing("articles of a basis are not quoted");
  for (const image::BasisRecord& b : image.all<image::BasisRecord>(Section::bases)) {
    for (const Edition e : {Edition::law2019, Edition::law2026}) {
      const std::string article(image.text(b.article[static_cast<std::size_t>(e)]));
      if (article.empty() || article == "-") continue;
      const std::string law = article.substr(0, article.find(':'));
      const bool found =
          image.article(id_of(e), article) != nullptr || image.article(law, article) != nullptr;
      if (!found) missing.add(std::string(image.text(b.id)) + " " + std::string(id_of(e)) + " " + article);
    }
  }
}

TEST_CASE("every decided case names a known kind and basis") {
  const image::Image& image = support::bundled();
  Exceptions strange("cases name an unknown kind or basis");
  for (const image::RuleRecord& r : image.all<image::RuleRecord>(Section::rules)) {
    const auto kinds = image.run<image::KindRecord>(Section::kinds, r.kinds);
    for (const image::CaseRecord& c : image.run<image::CaseRecord>(Section::cases, r.cases)) {
      const std::string kind(image.text(c.kind));
      const bool known = kind.empty() || std::ranges::any_of(kinds, [&](const image::KindRecord& k) {
                           return image.text(k.id) == kind;
                         });
      const bool based = c.basis.length == 0 || image.basis_number(image.text(c.basis)) >= 0;
      if (!known || !based) {
        strange.add(std::string(image.text(r.id)) + " " + std::string(image.text(c.name)) + " " + kind + " " +
                    std::string(image.text(c.basis)));
      }
    }
  }
}

TEST_CASE("every Nice class has its heading") {
  const image::Image& image = support::bundled();
  const auto classes = image.all<image::ClassRecord>(Section::classes);
  REQUIRE(classes.size() == k_class_count);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    CHECK(classes[i].number == i + 1);
    CHECK(classes[i].heading[0].length > 0);
    CHECK(classes[i].heading[1].length > 0);
  }
}

TEST_CASE("every goods word names its own classes") {
  const image::Image& image = support::bundled();
  Exceptions lost("goods words do not name their classes");
  for (const TermRecord& t : image.all<TermRecord>(Section::terms)) {
    if (t.label != static_cast<std::uint8_t>(image::Label::goods) || t.goods == 0) continue;
    const std::string word(image.text(t.text));
    if (word.find('/') != std::string::npos) continue;  // a separator when typed as goods
    const Result<GoodsSelection> goods = lexicon::read_goods(image, {word}, {});
    if (!goods || (goods.value().classes & t.goods) == 0) lost.add(word);
  }
}

}  // namespace tmsweep
