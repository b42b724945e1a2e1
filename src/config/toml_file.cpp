// SPDX-License-Identifier: Apache-2.0
// TOML into a Config. The only file that knows the parser.
#include <algorithm>

#include "config/config.h"
#include "config/find.h"
#include "model/date.h"
#include "model/worded.h"
#include "text/nearest.h"

namespace tmsweep::config {
namespace {

/// What the parser takes for impossible, and hostile input is not: "[.x" in version 3.3.
struct ParserGap {};

}  // namespace
}  // namespace tmsweep::config

// Without its checks the parser would take these cases as impossible and go on.
#undef NDEBUG
#define TOML_ASSERT(condition) (static_cast<bool>(condition) ? void() : throw ::tmsweep::config::ParserGap{})
#define TOML_EXCEPTIONS 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 8
// Some of the checks stand in accessors that may not throw: they end the program, as an assertion would. No
// input reaches them, for nodes are asked for their type first.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wterminate"
#endif
#include <toml++/toml.h>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

namespace tmsweep::config {

namespace {

/// A mistake in the file: unwinds the reading, and ends as an Error.
struct Fault {
  std::size_t line;
  Message message;
};

std::size_t line_of(const toml::node& node) {
  return node.source().begin.line;
}

struct Entry {
  std::string key;
  std::size_t line = 0;
  const toml::node* node = nullptr;
};

/// The entries of a table as they stand in the file.
std::vector<Entry> entries_of(const toml::table& table) {
  std::vector<Entry> out;
  for (const auto& [key, node] : table) {
    out.push_back({std::string(key.str()), static_cast<std::size_t>(key.source().begin.line), &node});
  }
  std::ranges::stable_sort(out, {}, &Entry::line);
  return out;
}

/// What a key is called in a sentence.
Message in_quotes(std::string_view key) {
  return worded({"“{}”", "'{}'"}, key);
}

std::string text_of(const toml::node& node, const Message& what) {
  const auto* s = node.as_string();
  if (s == nullptr) {
    throw Fault{line_of(node), worded({"{}要写成引号里的文本", "{} must be text in quotes"}, what)};
  }
  if (const auto fault = fault_of_text(s->get()))
    throw Fault{line_of(node), worded({"{}：{}", "{}: {}"}, what, *fault)};
  return s->get();
}

/// A date of TOML, or a text that is one.
std::string date_text(const toml::node& node, const Message& what) {
  if (const auto* d = node.as_date()) {
    const toml::date& day = d->get();
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(day.year) + "-" + two(day.month) + "-" + two(day.day);
  }
  return text_of(node, what);
}

class Reader {
 public:
  Reader(const Source& source, const Vocabulary& vocabulary, Config& config)
      : source_(source), vocabulary_(vocabulary), config_(config) {}

  void all(const toml::table& table) {
    for (const Entry& e : entries_of(table)) {
      if (e.key == "rules") {
        rules(*e.node);
      } else if (e.key == "terms") {
        for (const toml::table* t : tables(e)) term(*t);
      } else if (e.key == "suppress") {
        for (const toml::table* t : tables(e)) suppression(*t);
      } else {
        setting(e);
      }
    }
  }

 private:
  [[nodiscard]] std::string where(std::size_t line) const {
    return source_.file.string() + ":" + std::to_string(line);
  }

  [[noreturn]] static void unknown(const Entry& e, const std::vector<std::string>& known, const Message& of) {
    const std::string near = text::nearest(e.key, known);
    const Message hint = near.empty() ? worded({"；见 docs/configuration.md", "; see docs/configuration.md"})
                                      : worded({"，您是不是要写“{}”？", ", did you mean '{}'?"}, near);
    throw Fault{e.line, worded({"{1}没有“{0}”这一项{2}", "unknown key '{0}'{1}{2}"}, e.key, of, hint)};
  }

  // Options
  // ------------------------------------------------------------------------------------------------------

  void setting(const Entry& e) {
    const Key* key = key_named(e.key);
    if (key == nullptr) {
      std::vector<std::string> known{"rules", "terms", "suppress"};
      for (const Key& k : keys()) known.emplace_back(k.name);
      unknown(e, known, {});
    }
    if (key->reach == Reach::environment_only) {
      throw Fault{e.line, worded({"“{0}”不能在文件里设置；请用 {1} 或 --{0}",
                                  "'{0}' cannot be set in a file; use {1} or --{0}"},
                                 e.key, key->variable)};
    }
    Setting out{key, {}, {source_.level, where(e.line)}};
    const auto* list = e.node->as_array();
    const bool takes_list =
        key->kind == Kind::text_list || key->kind == Kind::classes || key->kind == Kind::file_list;
    if (list != nullptr && !takes_list) {
      throw Fault{e.line,
                  worded({"“{}”只能是一个值，不能是列表", "'{}' takes one value, not a list"}, e.key)};
    }
    if (list != nullptr) {
      for (const toml::node& item : *list) out.values.push_back(value(*key, item));
    } else {
      out.values.push_back(value(*key, *e.node));
    }
    config_.set(std::move(out));
  }

  std::string value(const Key& key, const toml::node& node) const {
    const Message name = in_quotes(key.name);
    std::string out;
    switch (key.kind) {
      case Kind::count:
      case Kind::classes:
        if (!node.is_integer())
          throw Fault{line_of(node), worded({"{}要写整数", "{} must be a whole number"}, name)};
        out = std::to_string(node.as_integer()->get());
        break;
      case Kind::yes_no:
        if (!node.is_boolean())
          throw Fault{line_of(node), worded({"{}要写 true 或 false", "{} must be true or false"}, name)};
        out = node.as_boolean()->get() ? "true" : "false";
        break;
      case Kind::date:
        out = date_text(node, name);
        break;
      default:
        out = text_of(node, name);
    }
    if (const auto fault = fault_of(key, out, vocabulary_))
      throw Fault{line_of(node), worded({"{}：{}", "{}: {}"}, name, *fault)};
    const bool names_file = key.kind == Kind::file || key.kind == Kind::file_list;
    return names_file ? path(out, line_of(node)) : out;
  }

  std::string path(const std::string& name, std::size_t line) const {
    const std::filesystem::path folder = source_.file.parent_path();
    if (source_.level != Level::project) return (folder / name).lexically_normal().string();
    const Result<std::filesystem::path> inner = inside(folder, name);
    if (!inner) throw Fault{line, inner.error().line()};
    return inner.value().string();
  }

  // Policy
  // -------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::string known_rule(const std::string& rule, std::size_t line) const {
    const std::vector<std::string> known = vocabulary_.rules();
    if (std::ranges::find(known, rule) != known.end()) return rule;
    const std::string near = text::nearest(rule, known);
    if (near.empty()) {
      throw Fault{line, worded({"没有规则“{}”；见 'tmsweep explain --list'",
                                "unknown rule '{}'; see 'tmsweep explain --list'"},
                               rule)};
    }
    throw Fault{line, worded({"没有规则“{}”，您是不是要写“{}”？", "unknown rule '{}', did you mean '{}'?"},
                             rule, near)};
  }

  static Risk risk_named(const toml::node& node, const Message& what, bool or_off) {
    const std::string word = text_of(node, what);
    for (const Risk r : {Risk::low, Risk::medium, Risk::high}) {
      if (tmsweep::id_of(r) == word) return r;
    }
    if (or_off && word == "off") return Risk::none;
    throw Fault{line_of(node),
                worded({"{}：“{}”不在 high, medium, low{} 之中", "{}: '{}' is none of high, medium, low{}"},
                       what, word, or_off ? std::string_view(", off") : "")};
  }

  void rules(const toml::node& node) {
    const auto* table = node.as_table();
    if (table == nullptr) {
      throw Fault{line_of(node), worded({"“rules”要写成表：[rules]", "'rules' must be a table: [rules]"})};
    }
    for (const Entry& e : entries_of(*table)) {
      const std::string rule = known_rule(e.key, e.line);
      config_.set({rule, risk_named(*e.node, in_quotes(rule), true)}, {source_.level, where(e.line)});
    }
  }

  static std::vector<const toml::table*> tables(const Entry& e) {
    const auto* list = e.node->as_array();
    const Message what = worded({"“{0}”要写成表的数组：[[{0}]]", "'{0}' must be tables: [[{0}]]"}, e.key);
    if (list == nullptr) throw Fault{e.line, what};
    std::vector<const toml::table*> out;
    for (const toml::node& item : *list) {
      if (item.as_table() == nullptr) throw Fault{line_of(item), what};
      out.push_back(item.as_table());
    }
    return out;
  }

  static void demand(const toml::table& table, const Message& of,
                     std::initializer_list<std::string_view> needed, std::vector<std::string> optional) {
    for (const std::string_view key : needed) optional.emplace_back(key);
    for (const Entry& e : entries_of(table)) {
      if (std::ranges::find(optional, e.key) == optional.end())
        unknown(e, optional, worded({"{}里", " in {}"}, of));
    }
    for (const std::string_view key : needed) {
      if (!table.contains(key)) {
        throw Fault{line_of(table), worded({"{}缺少“{}”", "{} has no '{}'"}, of, key)};
      }
    }
  }

  void term(const toml::table& table) {
    demand(table, verbatim("[[terms]]"), {"text", "risk"}, {"match", "message"});
    OwnTerm t;
    t.where = where(line_of(table));
    t.text = text_of(*table.get("text"), in_quotes("text"));
    t.risk = risk_named(*table.get("risk"), in_quotes("risk"), false);
    if (const toml::node* match = table.get("match")) t.match = match_named(*match);
    if (const toml::node* message = table.get("message")) t.message = message_in(*message);
    config_.policy.terms.push_back(std::move(t));
  }

  static TermMatch match_named(const toml::node& node) {
    const std::string word = text_of(node, in_quotes("match"));
    if (word == "exact") return TermMatch::exact;
    if (word == "contains") return TermMatch::contains;
    if (word == "word") return TermMatch::word;
    throw Fault{line_of(node), worded({"“match”：“{}”不在 exact, contains, word 之中",
                                       "'match': '{}' is none of exact, contains, word"},
                                      word)};
  }

  /// One text for both languages, or one each.
  static std::array<std::string, 2> message_in(const toml::node& node) {
    const auto* table = node.as_table();
    if (table == nullptr) {
      const std::string both = text_of(node, in_quotes("message"));
      return {both, both};
    }
    demand(*table, in_quotes("message"), {"zh", "en"}, {});
    return {text_of(*table->get("zh"), in_quotes("zh")), text_of(*table->get("en"), in_quotes("en"))};
  }

  void suppression(const toml::table& table) {
    demand(table, verbatim("[[suppress]]"), {"name", "rule", "reason", "expires"}, {});
    Suppression s;
    s.where = where(line_of(table));
    s.name = text_of(*table.get("name"), in_quotes("name"));
    s.rule = known_rule(text_of(*table.get("rule"), in_quotes("rule")), line_of(*table.get("rule")));
    s.reason = text_of(*table.get("reason"), in_quotes("reason"));
    const toml::node& expires = *table.get("expires");
    const std::string day = date_text(expires, in_quotes("expires"));
    const auto date = date_of(day);
    if (!date) {
      throw Fault{line_of(expires), worded({"“expires”：“{}”不是日期；写成 2027-01-01 这样",
                                            "'expires': '{}' is no date; write it as 2027-01-01"},
                                           day)};
    }
    s.expires = *date;
    config_.policy.suppressions.push_back(std::move(s));
  }

  const Source& source_;
  const Vocabulary& vocabulary_;
  Config& config_;
};

/// Keys of many parts would make the parser build, and tear down, tables as deep as it has stack. Nobody who
/// writes by hand puts so many dots on a line.
std::optional<std::size_t> line_with_too_many_dots(std::string_view text) {
  constexpr std::ptrdiff_t k_most = 200;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (std::ranges::count(text.substr(0, end), '.') > k_most) return line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

}  // namespace

std::optional<Error> read_toml(std::string_view text, const Source& source, const Vocabulary& vocabulary,
                               Config& config) {
  const auto error = [&](std::size_t line, const Message& message) {
    return Error{worded({"{}:{}: {}", "{}:{}: {}"}, source.file.string(), line, message), {}, {}};
  };
  if (const auto line = line_with_too_many_dots(text))
    return error(*line, worded({"超过 200 个点；请分行写", "more than 200 dots; break the line"}));
  try {
    const toml::table parsed = toml::parse(text);
    Reader(source, vocabulary, config).all(parsed);
  } catch (const toml::parse_error& fault) {
    std::string_view what = fault.description();
    for (const std::string_view head : {"Error while parsing ", "Encountered "}) {
      if (what.starts_with(head)) what.remove_prefix(head.size());
    }
    return error(fault.source().begin.line, worded({"不是有效的 TOML：{}", "no valid TOML: {}"}, what));
  } catch (const ParserGap&) {
    return error(1,
                 worded({"这一行或以下有不是有效的 TOML 的内容", "no valid TOML, on this line or below it"}));
  } catch (const Fault& fault) {
    return error(fault.line, fault.message);
  }
  return {};
}

}  // namespace tmsweep::config
