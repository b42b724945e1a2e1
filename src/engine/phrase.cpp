// SPDX-License-Identifier: Apache-2.0
#include "engine/phrase.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "engine/age.h"
#include "engine/articles.h"
#include "engine/pattern.h"
#include "text/utf8.h"

namespace tmsweep::engine {

namespace {

using image::Image;
using image::Section;
using rules::Draft;

struct RelationText {
  Relation relation;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<RelationText, 9> k_relations{{
    {Relation::homophone, "读音与“{term}”相同。", " It sounds the same as “{term}”."},
    {Relation::near_homophone, "读音与“{term}”相近。", " It sounds nearly the same as “{term}”."},
    {Relation::glyph, "字形与“{term}”相近，只差一个形近字。",
     " It looks like “{term}”: one character is a look-alike."},
    {Relation::pinyin, "这是“{term}”的拼音。", " It is the pinyin spelling of “{term}”."},
    {Relation::numeral, "换成另一种数字写法就是“{term}”。",
     " With the numerals written the other way it is “{term}”."},
    {Relation::confusable, "把其中模仿字母的数字或符号还原，就是“{term}”。",
     " With the imitated letters read as letters it is “{term}”."},
    {Relation::repetition, "去掉重复的字就是“{term}”。",
     " With the repeated characters folded it is “{term}”."},
    {Relation::edit, "与“{term}”只差一个字母。", " It is one letter away from “{term}”."},
    {Relation::one_character, "与“{term}”只差一个字。", " It is one character away from “{term}”."},
}};

std::string relation_sentence(const Report& r, const Draft& d, const std::string& matched) {
  // A kind that is named after the relation says it already.
  if (d.term == matched || d.kind == id_of(d.relation)) return {};
  for (const RelationText& t : k_relations) {
    if (t.relation == d.relation) return filled(r.lang == Lang::zh ? t.zh : t.en, r, d, matched);
  }
  return {};
}

std::string_view kind_sentence(const Image& image, const image::RuleRecord& rule, std::string_view kind,
                               Lang lang) {
  const auto kinds = image.run<image::KindRecord>(Section::kinds, rule.kinds);
  for (const image::KindRecord& k : kinds) {
    if (image.text(k.id) == kind) return image.text(k.why[static_cast<std::size_t>(lang)]);
  }
  return kinds.empty() ? std::string_view{} : image.text(kinds.front().why[static_cast<std::size_t>(lang)]);
}

std::vector<std::string> list_of(const Image& image, image::Range range) {
  std::vector<std::string> out;
  for (const image::Text& t : image.run<image::Text>(Section::texts, range)) out.emplace_back(image.text(t));
  return out;
}

/// Cases of the rule, refusals first, then those of the same kind and basis; at most three.
std::vector<DecidedCase> cases_of(const Image& image, const image::RuleRecord& rule, const Draft& d,
                                  Lang lang) {
  constexpr std::size_t k_most_cases = 3;
  std::vector<std::pair<int, const image::CaseRecord*>> ranked;
  for (const image::CaseRecord& c : image.run<image::CaseRecord>(Section::cases, rule.cases)) {
    // A case about another relation teaches nothing about this one.
    if (d.rule == "earlier-mark" && image.text(c.kind) != d.kind) continue;
    int rank = 0;
    if (image.text(c.outcome) == "accepted") rank += 8;
    if (image.text(c.kind) != d.kind) rank += 4;
    if (image.text(c.basis) != d.basis) rank += 2;
    if (c.year == 0) rank += 1;
    ranked.emplace_back(rank, &c);
  }
  std::ranges::stable_sort(ranked, {}, &std::pair<int, const image::CaseRecord*>::first);
  std::vector<DecidedCase> out;
  for (const auto& [rank, c] : ranked) {
    if (out.size() == k_most_cases) break;
    out.push_back({std::string(image.text(c->name)), std::string(image.text(c->goods)),
                   std::string(image.text(c->outcome)), static_cast<int>(c->year),
                   std::string(image.text(c->note[static_cast<std::size_t>(lang)])),
                   std::string(image.text(c->source))});
  }
  return out;
}

const image::BasisRecord* basis_of(const Image& image, std::string_view id) {
  const int number = image.basis_number(id);
  return number < 0 ? nullptr
                    : &image.at<image::BasisRecord>(Section::bases, static_cast<std::uint32_t>(number));
}

std::array<std::string, 2> articles_of(const Image& image, std::string_view basis) {
  const image::BasisRecord* b = basis_of(image, basis);
  if (b == nullptr) return {};
  return {std::string(image.text(b->article[0])), std::string(image.text(b->article[1]))};
}

}  // namespace

Finding phrase(const Image& image, const Report& report, Ground ground, const Merged& merged) {
  const Draft& d = merged.draft;
  const auto lang = static_cast<std::size_t>(report.lang);
  Finding f;
  f.rule = d.rule;
  f.kind = d.kind;
  f.basis = d.basis;
  f.ground = ground;
  f.articles = articles_of(image, d.basis);
  f.risk = d.risk;
  const image::BasisRecord* const basis = basis_of(image, d.basis);
  if (basis != nullptr && basis->effect < k_effect_ids.size())  // in damaged data it may be another
    f.effect = static_cast<Effect>(basis->effect);
  if (f.effect == Effect::use_risk) f.ground = Ground::use;
  f.span = d.typed;
  f.matched = text::encode(std::u32string_view(report.typed).substr(d.typed.start, d.typed.length));
  f.term = d.term;
  f.list = d.rule;
  f.relation = d.relation;
  f.depends_on_goods = d.depends_on_goods;
  f.source = d.source;
  if (const int number = image.rule_number(d.rule); number >= 0) {
    const auto& rule = image.at<image::RuleRecord>(Section::rules, static_cast<std::uint32_t>(number));
    f.title = image.text(rule.title[lang]);
    const std::string shown = text::with_visible_controls(f.matched);
    f.why = filled(kind_sentence(image, rule, d.kind, report.lang), report, d, shown) +
            relation_sentence(report, d, shown);
    f.exceptions = list_of(image, rule.exceptions[lang]);
    f.fixes = list_of(image, rule.fixes[lang]);
    f.cases = cases_of(image, rule, d, report.lang);
  }
  if (d.depends_on_goods) {
    f.why += report.lang == Lang::zh
                 ? "是否成立取决于商品或服务，请用 --goods 或 --class 说明。"
                 : " Whether this applies depends on the goods: name them with --goods or --class.";
  }
  for (const Draft& other : merged.also) {
    f.also.push_back({std::string(other.rule), std::string(other.basis), articles_of(image, other.basis)});
  }
  return f;
}

namespace {

/// 2019 art. 50 speaks of revoked, invalidated and surrendered or lapsed marks, 2026 art. 49 of surrendered
/// ones.
std::string_view dead_mark(const Report& r) {
  const bool zh = r.lang == Lang::zh;
  if (r.edition == Edition::law2019)
    return zh ? "数据显示它已失效，请核实。自撤销、宣告无效或者注销之日起一年内，相同或者近似的申请不予核准（"
                "2019年文本第五十条）。"
              : " By the data it is no longer in force; please verify. Within a year of its revocation, "
                "invalidation or "
                "cancellation a similar filing is not approved (2019 edition, art. 50).";
  return zh ? "数据显示它已失效，请核实。注册人申请注销的，自注销公告之日起一年内，相同或者近似的申请不予核准"
              "（2026年文本第四十九条）。"
            : " By the data it is no longer in force; please verify. Within a year of the announced "
              "surrender by its "
              "owner a similar filing is not approved (2026 edition, art. 49).";
}

/// What is to be said of one earlier mark beyond its relation: what is not known of it, how far it reaches.
std::string remarks(const Conflict& c, const Report& r) {
  const bool zh = r.lang == Lang::zh;
  std::string out;
  const auto say = [&](const char* chinese, const char* english) { out += zh ? chinese : english; };
  if (c.mark.fame == Fame::listed)
    say("它来自公开的品牌名录，是否在中国注册、注册在哪些类别未核实。",
        " It comes from a public list of brands; whether and for what it is registered in China was not "
        "verified.");
  if (c.basis == "CN-13")
    say("它的商品属于其他类别；名录把它列为驰名商标（未核对认定文件），驰名商标的保护可以跨类。",
        " Its goods are of another class; the list gives it as a well-known mark (the recognition itself was "
        "not verified), and such a mark reaches further.");
  else if ((c.mark.classes & r.goods.classes) == 0 && (c.mark.classes & r.goods.neighbours) != 0)
    say("它的商品在另一个类别，但区分表注明两类之间有类似的商品，请核对具体项目。",
        " Its goods are of another class, but a cross note of the table of similar goods links the two "
        "classes: compare the items.");
  else if (r.goods.known() && c.mark.classes != 0 && (c.mark.classes & r.goods.classes) == 0)
    say("它的商品属于其他类别，仅供参考。", " Its goods are of another class: a note only.");
  if (c.mark.classes == 0)
    say("它的类别不明，商品是否类似需要另查。",
        " Its classes are not known: whether the goods are similar must be looked up.");
  if (c.mark.standing == Standing::pending) say("它还在申请中。", " It is still pending.");
  if (c.mark.standing == Standing::dead) out += dead_mark(r);
  return out;
}

}  // namespace

Finding conflict_finding(const image::Image& image, const Mark& mark, const Report& report,
                         Conflict conflict) {
  Merged merged;
  merged.draft.rule = "earlier-mark";
  merged.draft.basis = conflict.basis;
  merged.draft.relation = conflict.relation;
  merged.draft.kind = conflict.kind;
  merged.draft.risk = conflict.risk;
  const Span typed = mark.core.typed(conflict.part);
  const bool whole = conflict.part.length == mark.whole().length;
  merged.draft.typed =
      whole || typed.length == 0 ? Span{0, static_cast<std::uint32_t>(report.typed.size())} : typed;
  merged.draft.term = conflict.mark.name;
  merged.draft.source = conflict.mark.source;
  Finding f = phrase(image, report, Ground::relative, merged);
  f.why += remarks(conflict, report);
  f.earlier_mark = std::move(conflict.mark);
  f.alignment = std::move(conflict.alignment);
  return f;
}

namespace {

void add_provisions(const Image& image, Report& r) {
  std::set<std::pair<Edition, std::string>> seen;
  for (const Finding& f : r.findings) {
    for (const Edition e : {Edition::law2019, Edition::law2026}) {
      const std::string& article = f.articles[static_cast<std::size_t>(e)];
      if (article.empty() || article == "-" || !seen.emplace(e, article).second) continue;
      r.provisions.push_back(provision(image, e, article, r.lang));
    }
  }
}

void add_changes(const Image& image, Report& r) {
  if (r.edition != Edition::law2019 || r.findings.empty()) return;
  const auto lang = static_cast<std::size_t>(r.lang);
  for (const image::ChangeRecord& c : image.all<image::ChangeRecord>(Section::changes)) {
    const std::string_view a = image.text(c.article[0]);
    const std::string_view b = image.text(c.article[1]);
    const bool cited = std::ranges::any_of(r.findings, [&](const Finding& f) {
      const bool old_fits = a == "-" || a.empty() || a == f.articles[0];
      const bool new_fits = b == "-" || b.empty() || b == f.articles[1];
      return old_fits && new_fits && (a == f.articles[0] || b == f.articles[1]);
    });
    if (!cited) continue;
    const std::string_view text = image.text(c.text[lang]);
    if (std::ranges::find(r.changes, text) == r.changes.end()) r.changes.emplace_back(text);
  }
}

/// Which process facts a report prints: the way of every filing, and the fines where a sign is banned.
bool wanted(std::string_view id, const Report& r) {
  static constexpr std::array<std::string_view, 6> always{
      "examination", "fee", "opposition", "opposition-2026", "refusal-review", "transition"};
  static constexpr std::array<std::string_view, 3> banned{"banned-use-fine", "bad-faith-fine",
                                                          "bad-faith-fine-soon"};
  if (std::ranges::find(always, id) != always.end())
    return id != "transition" || r.edition == Edition::law2019;
  const bool ban = std::ranges::any_of(r.findings, [](const Finding& f) {
    return f.effect == Effect::use_prohibited && f.risk >= Risk::medium;
  });
  return ban && std::ranges::find(banned, id) != banned.end();
}

void add_process(const Image& image, Report& r) {
  const auto lang = static_cast<std::size_t>(r.lang);
  const auto edition = static_cast<std::size_t>(r.edition);
  for (const image::ProcessRecord& p : image.all<image::ProcessRecord>(Section::process)) {
    const std::string_view when = image.text(p.edition);
    if (when != "both" && when != id_of(r.edition)) continue;
    if (!wanted(image.text(p.id), r)) continue;
    std::string line(image.text(p.text[lang]));
    // Facts announced for the coming edition carry only its article.
    const bool coming = image.text(p.article[edition]).empty() || image.text(p.article[edition]) == "-";
    const std::size_t cited = coming ? 1 : edition;
    const std::string_view article = image.text(p.article[cited]);
    if (!article.empty() && article != "-") {
      const std::string label = article_label(static_cast<Edition>(cited), article, r.lang);
      line += r.lang == Lang::zh
                  ? "（" + std::string(id_of(static_cast<Edition>(cited))) + "年文本" + label + "）"
                  : " (" + std::string(id_of(static_cast<Edition>(cited))) + " edition, " + label + ")";
    }
    r.process.push_back(std::move(line));
  }
}

bool has(const Extent& extent, Origin origin) {
  return (extent.origins >> static_cast<unsigned>(origin) & 1U) != 0;
}

void add_register_coverage(const Extent& extent, Report& r) {
  const bool zh = r.lang == Lang::zh;
  const auto say = [&](const char* chinese, const char* english) {
    r.coverage.emplace_back(zh ? chinese : english);
  };
  if (has(extent, Origin::bundle)) {
    say("在先商标：已与内置的品牌名录比对。名录里的名称、类别和权利人依据公开名录和常识整理，未与商标注册簿核"
        "对；"
        "绝大多数已注册的商标不在其中，提交前请到商标局网站查询",
        "earlier marks: compared with the bundled list of brands, whose names, classes and owners are those "
        "of public "
        "lists and common knowledge and were not checked against the register; most registered marks are not "
        "in it, so "
        "search the register before filing");
  } else {
    say("没有检索内置的品牌名录", "the bundled list of brands was not searched");
  }
  if (has(extent, Origin::user))
    say("在先商标：已与您导入的商标数据比对，以导入时的内容为准",
        "earlier marks: compared with the registers you imported, as they were then");
  if (extent.behind)
    say("有一次商标数据导入没有完成，结果可能不全：请再运行一次 tmsweep db import",
        "an import of register data was not finished, so marks may be missing: run 'tmsweep db import' "
        "again");
  if (has(extent, Origin::list))
    say("在先商标：已与 --marks 所给名单比对", "earlier marks: compared with those of --marks");
  const std::size_t more = extent.more_marks + extent.marks_not_compared;
  if (more > 0) {
    r.coverage.push_back(zh ? "只列出最接近的在先商标；另有最多 " + std::to_string(more) +
                                  " 件关系较远，没有列出"
                            : "only the closest earlier marks are listed; up to " + std::to_string(more) +
                                  " more in a looser relation are not");
  }
}

}  // namespace

void cover_register(const Extent& extent, Report& r) {
  cover_age(r);
  if (!r.goods.known()) {
    r.coverage.emplace_back(
        r.lang == Lang::zh
            ? "没有说明商品或服务：与哪些在先商标冲突取决于商品是否类似（用 --goods 或 --class 说明）"
            : "goods not given: which earlier marks stand in the way depends on them (--goods, --class)");
  }
  add_register_coverage(extent, r);
}

namespace {

void add_coverage(const Extent& extent, Report& r) {
  r.coverage.reserve(8);
  cover_age(r);
  const bool zh = r.lang == Lang::zh;
  if (!r.goods.known()) {
    r.coverage.emplace_back(
        zh ? "没有说明商品或服务：通用名称、描述性、欺骗性等判断取决于它们（用 --goods 或 --class 说明）"
           : "goods not given: generic, descriptive and deceptive grounds depend on them");
  }
  for (const std::string& g : r.goods.unresolved) {
    r.coverage.push_back(zh ? "商品表里没有“" + g + "”，未能对应到类别，请加 --class"
                            : "goods not in the table, no class found for them, add --class: " + g);
  }
  add_register_coverage(extent, r);
  r.coverage.emplace_back(zh ? "只检查文字；图形、颜色、声音不在范围内"
                             : "words only: devices, colours and sounds are not examined");
  r.coverage.emplace_back(zh ? "没有命中不等于可以注册：审查员还会看使用情况、申请人和名单以外的事实"
                             : "no hit is not clearance: the examiner also weighs use, the applicant and "
                               "facts outside the lists");
}

}  // namespace

void complete(const Image& image, const Extent& extent, Report& r) {
  add_provisions(image, r);
  add_changes(image, r);
  if (extent.process_facts) add_process(image, r);
  add_coverage(extent, r);
}

}  // namespace tmsweep::engine
