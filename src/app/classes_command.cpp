// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/app.h"
#include "app/classes_answer.h"
#include "app/commands.h"
#include "app/notices.h"
#include "app/session.h"
#include "engine/check.h"
#include "output/json_writer.h"
#include "output/report_json.h"
#include "output/terminal.h"

namespace tmsweep::app {

namespace {

using image::Image;
using output::JsonWriter;
using output::printable;
using Kind = ClassesAnswer::Kind;

constexpr int k_width = 88;
constexpr std::array<std::string_view, 4> k_kinds{"goods", "class", "group", "unknown"};

/// What the reader must know before relying on an answer.
std::vector<std::string> notes(Lang lang) {
  if (lang == Lang::zh) {
    return {
        "类别按平常的叫法推断，类似群号由本项目按公知事实整理，没有与国家知识产权局现行《类似商品和服务区分表"
        "》核对，"
        "版本每年会变；申请前请在国家知识产权局商标局网站核对",
        "区分表只是判断类似的参考：同一个类似群里也可能分成互不类似的几部分，是否类似由审查员和法院按个案判"
        "断",
        "“常一并考虑”是商家的惯例，不是法律要求。先申请真正使用的类别，不要45个类别全部申请：不以使用为目的的"
        "恶意申请会被"
        "驳回（2019年文本第四条），不以使用为目的且明显超出正常生产经营需要的申请不予注册（2026年文本第十九条"
        "），"
        "注册后没有正当理由连续三年不使用还可能被撤销"};
  }
  return {
      "classes are inferred from ordinary words; the numbers of similar groups were compiled by the project "
      "from "
      "common knowledge and not checked against CNIPA's current table, which changes every year: check them "
      "at the "
      "Trademark Office before filing",
      "the table is only a reference for similarity: one group may fall into parts that are not similar to "
      "each "
      "other, and the examiner or the court decides each case",
      "\"usually considered as well\" is practice, not law. File the classes you really use first, and do "
      "not file "
      "all 45: applications in bad faith without the purpose of use are refused (2019 edition art. 4), those "
      "without "
      "it and clearly beyond normal business needs are not registered (2026 edition art. 19), and a mark "
      "unused for "
      "three years without good reason may be revoked"};
}

class Text {
 public:
  Text(Lang lang, bool color) : zh_(lang == Lang::zh), color_(color) {}

  void answer(const ClassesAnswer& a) {
    if (!out_.empty()) out_ += '\n';
    out_ += bold(printable(a.text)) + '\n';
    if (a.kind == Kind::unknown) return unknown(a);
    if (a.kind == Kind::goods) line(2, why(a));
    for (const ClassAnswer& c : a.classes) nice_class(c);
    for (const Hint& h : a.related)
      line(4, fmt::format("· {}: {} ({})", h.code, h.text, relation(h.cross_note)));
  }

  void notes(const std::vector<std::string>& list) {
    out_ += '\n' + bold(zh_ ? "说明" : "Notes") + '\n';
    for (const std::string& s : list) line(1, "· " + s);
  }

  [[nodiscard]] const std::string& text() const { return out_; }

 private:
  [[nodiscard]] std::string bold(const std::string& s) const {
    return color_ ? fmt::format("\x1b[1m{}\x1b[0m", s) : s;
  }

  /// One paragraph; further lines stand below its first word.
  void line(int indent, const std::string& s) {
    const int hang = indent + (s.starts_with("· ") ? 2 : 0);
    out_ +=
        std::string(static_cast<std::size_t>(indent), ' ') + output::wrapped(s, k_width - hang, hang) + '\n';
  }

  [[nodiscard]] std::string why(const ClassesAnswer& a) const {
    if (a.whole) return zh_ ? "就是商品表里的词" : "a word of the goods list";
    if (a.head) {
      return fmt::format(fmt::runtime(zh_ ? "按结尾的词“{}”归类（中文名称的中心词在最后）"
                                          : "placed by the word at its end: {}"),
                         printable(a.word));
    }
    return fmt::format(
        fmt::runtime(zh_ ? "只认出其中的词“{}”，结尾没有认出，请核对"
                         : "only the word {} in it was recognised, its end was not; please check"),
        printable(a.word));
  }

  [[nodiscard]] std::string relation(bool cross_note) const {
    if (cross_note) return zh_ ? "区分表的注：部分商品类似" : "note of the table: some goods are similar";
    return zh_ ? "常被认为有关联" : "often held to be related";
  }

  void nice_class(const ClassAnswer& c) {
    line(2, fmt::format(fmt::runtime(zh_ ? "第{}类 {}" : "class {}: {}"), c.number, c.heading));
    for (const GroupAnswer& g : c.groups) group(g);
    if (c.groups.empty())
      line(4, zh_ ? "类似群未收录，请查区分表" : "similar group not listed here; see the table");
    if (!c.advice.empty()) line(4, zh_ ? "常一并考虑：" : "usually considered as well:");
    for (const Hint& h : c.advice) {
      line(4, fmt::format(fmt::runtime(zh_ ? "· 第{}类：{}" : "· class {}: {}"), h.code, h.text));
    }
  }

  void group(const GroupAnswer& g) {
    const std::string_view doubt = zh_ ? "（凭记忆，未核实）" : " (from memory, not verified)";
    line(4, fmt::format("{} {}{}", g.code, g.label, g.compared ? "" : doubt));
  }

  void unknown(const ClassesAnswer& a) {
    line(2, zh_ ? "没有认出。换一个平常的叫法试试，如“火锅店”“手机壳”"
                : "not recognised; try an ordinary word for it, such as 火锅店 or shoes");
    if (a.near.empty()) return;
    std::string near;
    for (const std::string& word : a.near) near += (near.empty() ? "" : zh_ ? "、" : ", ") + word;
    line(2, fmt::format(fmt::runtime(zh_ ? "是不是：{}" : "did you mean: {}"), near));
  }

  bool zh_;
  bool color_;
  std::string out_;
};

void put_hints(JsonWriter& w, std::string_view name, const std::vector<Hint>& hints, bool groups) {
  w.key(name);
  w.open('[');
  for (const Hint& h : hints) {
    w.open('{');
    if (groups) {
      w.field("group", h.code);
      w.field("kind", h.cross_note ? "similar" : "often-related");
    } else {
      w.key("class");
      w.number(std::stoul(h.code));
    }
    w.field("text", h.text);
    w.close('}');
  }
  w.close(']');
}

void put_class(JsonWriter& w, const ClassAnswer& c) {
  w.open('{');
  w.key("class");
  w.number(static_cast<std::uint64_t>(c.number));
  w.field("heading", c.heading);
  w.key("groups");
  w.open('[');
  for (const GroupAnswer& g : c.groups) {
    w.open('{');
    w.field("group", g.code);
    w.field("label", g.label);
    w.field("verified", g.compared ? "copy" : "no");
    w.close('}');
  }
  w.close(']');
  put_hints(w, "advice", c.advice, false);
  w.close('}');
}

void put_answer(JsonWriter& w, const ClassesAnswer& a) {
  w.open('{');
  w.field("text", a.text);
  w.field("kind", k_kinds.at(static_cast<std::size_t>(a.kind)));
  if (a.kind == Kind::goods) {
    w.field("word", a.word);
    w.field("place", a.whole ? "whole" : a.head ? "end" : "inside");
  }
  w.key("classes");
  w.open('[');
  for (const ClassAnswer& c : a.classes) put_class(w, c);
  w.close(']');
  if (a.kind == Kind::group) put_hints(w, "related", a.related, true);
  if (a.kind == Kind::unknown) w.list("near", a.near);
  w.close('}');
}

std::string json(const Image& image, const std::vector<ClassesAnswer>& answers, Lang lang) {
  std::string out;
  JsonWriter w(out);
  w.open('{');
  w.field("schema", "tmsweep.classes/1");
  w.key("answers");
  w.open('[');
  for (const ClassesAnswer& a : answers) put_answer(w, a);
  w.close(']');
  w.list("notes", notes(lang));
  w.key("database");
  w.open('{');
  const DatabaseInfo database = engine::database_info(image, today());
  output::write_edition(database, w);
  w.field("sha256", database.sha256);
  w.close('}');
  w.close('}');
  return out + '\n';
}

std::string heading_list(const Image& image, Lang lang) {
  std::string out;
  for (int c = 1; c <= k_class_count; ++c) out += fmt::format("{:>2} {}\n", c, class_heading(image, c, lang));
  return out;
}

std::vector<ClassesAnswer> all_classes(const Image& image, Lang lang) {
  std::vector<ClassesAnswer> out;
  for (int c = 1; c <= k_class_count; ++c)
    out.push_back(answer(image, std::to_string(c), lang).value().front());
  return out;
}

void print(const std::string& s) {
  std::fwrite(s.data(), 1, s.size(), stdout);
}

}  // namespace

int run_classes(const ClassesRequest& request) {
  const Session session(request.common.db);
  const Image& image = session.image();
  const Lang lang = language(request.common);
  if (request.list) {
    print(request.json ? json(image, all_classes(image, lang), lang) : heading_list(image, lang));
    return 0;
  }
  std::vector<ClassesAnswer> answers;
  for (const std::string& text : request.texts) {
    const auto found = answer(image, text, lang);
    if (!found) {
      notify(found.error().line(), lang);
      return k_exit_usage;
    }
    answers.insert(answers.end(), found.value().begin(), found.value().end());
  }
  if (request.json) {
    print(json(image, answers, lang));
  } else {
    Text text(lang, color(request.common) == output::Color::on);
    for (const ClassesAnswer& a : answers) text.answer(a);
    text.notes(notes(lang));
    print(text.text());
  }
  return std::ranges::any_of(answers, [](const ClassesAnswer& a) { return a.kind == Kind::unknown; }) ? 1 : 0;
}

}  // namespace tmsweep::app
