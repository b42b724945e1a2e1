// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/app.h"
#include "app/commands.h"
#include "app/doctor.h"
#include "app/option.h"
#include "app/session.h"
#include "output/json_writer.h"
#include "output/terminal.h"

namespace tmsweep::app {

namespace {

constexpr std::array<std::string_view, 3> k_health_ids{"fine", "wrong", "broken"};

std::string_view id_of(Health health) {
  return k_health_ids[static_cast<std::size_t>(health)];
}

Health worst_of(const std::vector<Diagnosis>& all) {
  return std::ranges::max(all, {}, &Diagnosis::health).health;
}

std::string as_json(const Versions& v, const std::vector<Diagnosis>& all) {
  std::string out;
  output::JsonWriter w(out);
  w.open('{');
  w.field("schema", "tmsweep.doctor/1");
  w.field("health", id_of(worst_of(all)));
  w.key("versions");
  w.open('{');
  w.field("program", v.program);
  w.field("compiler", v.compiler);
  w.field("icu", v.icu);
  w.field("unicode", v.unicode);
  w.field("sqlite", v.sqlite);
  w.close('}');
  w.key("checks");
  w.open('[');
  for (const Diagnosis& d : all) {
    w.open('{');
    w.field("id", d.id);
    w.field("health", id_of(d.health));
    w.field("what", output::readable(d.what));
    w.field("remedy", d.remedy);
    w.close('}');
  }
  w.close(']');
  w.close('}');
  return out + "\n";
}

std::string_view title_of(const std::string& id, Lang lang) {
  struct Title {
    std::string_view id;
    Text text;
  };
  constexpr std::array<Title, 7> k_titles{{{"database", {"数据库", "database"}},
                                           {"user-database", {"自己的商标", "your marks"}},
                                           {"configuration", {"配置", "configuration"}},
                                           {"data-folder", {"数据目录", "data folder"}},
                                           {"locale", {"语言环境", "locale"}},
                                           {"terminal", {"终端", "terminal"}},
                                           {"path", {"程序文件", "program"}}}};
  const auto* const found = std::ranges::find(k_titles, id, &Title::id);
  return found == k_titles.end() ? std::string_view(id) : found->text.in(lang);
}

std::string padded(std::string_view text) {
  constexpr int k_columns = 14;
  return std::string(text) +
         std::string(static_cast<std::size_t>(std::max(1, k_columns - output::columns(text))), ' ');
}

std::string as_text(const Versions& v, const std::vector<Diagnosis>& all, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string out = fmt::format("tmsweep {} · {} · ICU {} · Unicode {} · SQLite {}\n\n", v.program,
                                v.compiler, v.icu, v.unicode, v.sqlite);
  constexpr std::array<Text, 3> k_marks{{{"好", "fine"}, {"不妥", "wrong"}, {"不能检查", "broken"}}};
  for (const Diagnosis& d : all) {
    out += padded(title_of(d.id, lang)) + output::printable(output::readable(d.what)) + "\n";
    if (d.health != Health::fine)
      out += padded("") +
             fmt::format("[{}] {}\n", k_marks[static_cast<std::size_t>(d.health)].in(lang), d.remedy);
  }
  const auto bad = std::ranges::count_if(all, [](const Diagnosis& d) { return d.health != Health::fine; });
  if (bad == 0) return out + (zh ? "\n没有发现问题\n" : "\nnothing is wrong\n");
  return out + (zh ? fmt::format("\n{} 处要处理\n", bad) : fmt::format("\nto mend: {}\n", bad));
}

}  // namespace

int run_doctor(const DoctorRequest& request) {
  const Lang lang = language(request.common);
  const std::vector<Diagnosis> all = diagnose(request, lang);
  const std::string out = request.json ? as_json(versions(), all) : as_text(versions(), all, lang);
  std::fwrite(out.data(), 1, out.size(), stdout);
  constexpr std::array<int, 3> k_exits{0, k_exit_findings, k_exit_unchecked};
  return k_exits[static_cast<std::size_t>(worst_of(all))];
}

}  // namespace tmsweep::app
