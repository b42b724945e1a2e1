// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/app.h"
#include "app/commands.h"
#include "app/configure.h"
#include "app/notices.h"
#include "app/session.h"
#include "config/find.h"
#include "output/finding_text.h"
#include "output/json_writer.h"
#include "output/terminal.h"

namespace tmsweep::app {

namespace {

using config::Config;
using config::Level;
using config::Origin;

struct Row {
  std::string key;
  std::vector<std::string> values;
  Origin origin;
  bool is_list = false;
};

/// Values of the options of this command itself.
std::vector<std::string> typed_value(const Common& c, std::string_view key) {
  if (key == "lang") return {c.lang == Lang::en ? "en" : "zh"};
  if (key == "color") return {c.color};
  if (key == "db") return {c.db};
  if (key == "as-of") return {output::iso(*c.as_of)};
  return {};
}

std::vector<Row> rows_of(const Config& config, const Common& common) {
  std::vector<Row> out;
  for (const config::Key& key : config::keys()) {
    Row row{std::string(key.name), {}, {}, false};
    row.is_list = key.kind == config::Kind::text_list || key.kind == config::Kind::classes ||
                  key.kind == config::Kind::file_list;
    const bool typed = std::ranges::find(common.typed, row.key) != common.typed.end();
    if (typed) {
      row.values = typed_value(common, key.name);
      row.origin = {Level::flag, "--" + row.key};
    } else if (const config::Setting* s = config.setting(key.name)) {
      row.values = s->values;
      row.origin = s->origin;
    } else if (!key.fallback.empty()) {
      row.values.emplace_back(key.fallback);
    }
    out.push_back(std::move(row));
  }
  return out;
}

/// The level in words, by its place in config::Level.
constexpr std::array<Text, 6> k_levels{{{"默认", "default"},
                                        {"用户", "user"},
                                        {"项目", "project"},
                                        {"配置", "config"},
                                        {"环境变量", "environment"},
                                        {"选项", "flag"}}};

/// What is shown is in the language that the configuration asks for, too.
Lang language_of(const Config& config, const Common& common) {
  if (common.lang) return *common.lang;
  const config::Setting* said = config.setting("lang");
  if (said == nullptr) return language(common);
  return said->values.front() == "zh" ? Lang::zh : Lang::en;
}

std::string origin_text(const Origin& o, Lang lang) {
  const std::string_view level = k_levels.at(static_cast<std::size_t>(o.level)).in(lang);
  return o.level == Level::fallback ? std::string(level) : fmt::format("{} {}", level, o.where);
}

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& v : values) out += (out.empty() ? "" : "; ") + v;
  return out.empty() ? "-" : out;
}

std::string as_text(const Config& config, const Common& common) {
  const Lang lang = language_of(config, common);
  std::string out;
  const auto line = [&](const std::string& key, const std::string& value, const std::string& origin) {
    const auto pad = [](const std::string& s, int width) {
      return s + std::string(static_cast<std::size_t>(std::max(1, width - output::columns(s))), ' ');
    };
    out += pad(output::printable(key), 16) + pad(output::printable(value), 24) + output::printable(origin) +
           "\n";
  };
  for (const Row& r : rows_of(config, common)) line(r.key, joined(r.values), origin_text(r.origin, lang));
  const UserPolicy& policy = config.policy;
  for (std::size_t i = 0; i < policy.rules.size(); ++i) {
    const Risk risk = policy.rules[i].risk;
    line("rules." + policy.rules[i].rule, risk == Risk::none ? "off" : std::string(id_of(risk)),
         origin_text(config.rule_origins[i], lang));
  }
  for (const OwnTerm& t : policy.terms) line("terms", fmt::format("{} ({})", t.text, id_of(t.risk)), t.where);
  for (const Suppression& s : policy.suppressions)
    line("suppress", fmt::format("{} {}", s.rule, s.name), s.where);
  return out;
}

void write_origin(const Origin& o, output::JsonWriter& j) {
  j.field("level", config::id_of(o.level));
  j.key("where");
  if (o.where.empty()) {
    j.null();
  } else {
    j.text(o.where);
  }
}

void write_policy(const Config& config, output::JsonWriter& j) {
  const UserPolicy& policy = config.policy;
  j.key("rules");
  j.open('[');
  for (std::size_t i = 0; i < policy.rules.size(); ++i) {
    const Risk risk = policy.rules[i].risk;
    j.open('{');
    j.field("rule", policy.rules[i].rule);
    j.field("grade", risk == Risk::none ? "off" : id_of(risk));
    write_origin(config.rule_origins[i], j);
    j.close('}');
  }
  j.close(']');
  j.key("terms");
  j.open('[');
  for (const OwnTerm& t : policy.terms) {
    j.open('{');
    j.field("text", t.text);
    j.field("risk", id_of(t.risk));
    j.field("where", t.where);
    j.close('}');
  }
  j.close(']');
  j.key("suppress");
  j.open('[');
  for (const Suppression& s : policy.suppressions) {
    j.open('{');
    j.field("name", s.name);
    j.field("rule", s.rule);
    j.field("reason", s.reason);
    j.field("expires", output::iso(s.expires));
    j.field("where", s.where);
    j.close('}');
  }
  j.close(']');
}

std::string as_json(const Config& config, const Common& common) {
  std::string out;
  output::JsonWriter j(out);
  j.open('{');
  j.field("schema", "tmsweep.config/1");
  j.key("files");
  j.open('[');
  for (const Origin& f : config.files) j.text(f.where);
  j.close(']');
  j.key("options");
  j.open('{');
  for (const Row& r : rows_of(config, common)) {
    j.key(r.key);
    j.open('{');
    j.key("value");
    if (r.is_list) {
      j.open('[');
      for (const std::string& v : r.values) j.text(v);
      j.close(']');
    } else if (r.values.empty()) {
      j.null();
    } else {
      j.text(r.values.front());
    }
    write_origin(r.origin, j);
    j.close('}');
  }
  j.close('}');
  write_policy(config, j);
  j.close('}');
  return out + "\n";
}

/// Where files are looked for, and whether they are there.
std::string paths(const Config& config, Lang lang) {
  constexpr Text k_read{"已读取", "read"};
  constexpr Text k_not_there{"没有", "not there"};
  std::string out;
  const auto line = [&](const std::string& path, Text what) {
    out += fmt::format("{}\t{}\n", output::printable(path), what.in(lang));
  };
  for (const Origin& f : config.files) line(f.where, k_read);
  const auto is_read = [&](Level level) {
    return std::ranges::any_of(config.files, [&](const Origin& f) { return f.level == level; });
  };
  if (is_read(Level::given)) return out;
  if (const auto user = config::user_file(); user && !is_read(Level::user)) line(user->string(), k_not_there);
  if (!is_read(Level::project)) line(std::string(config::k_project_file), k_not_there);
  return out;
}

}  // namespace

int run_config(const ConfigRequest& request) {
  const Result<Config> config = configuration(request.common);
  if (!config) {
    notify(config.error().line(), language(request.common));
    return k_exit_usage;
  }
  const Lang lang = language_of(config.value(), request.common);
  for (const Message& w : config.value().warnings) notify(w, lang);
  const std::string out = request.action == ConfigRequest::Action::path ? paths(config.value(), lang)
                          : request.json ? as_json(config.value(), request.common)
                                         : as_text(config.value(), request.common);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return k_exit_below_threshold;
}

}  // namespace tmsweep::app
