// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <system_error>

#include "app/bundle_file.h"
#include "app/commands.h"
#include "app/data_diff.h"
#include "app/session.h"
#include "output/json_writer.h"
#include "output/terminal.h"
#include "platform/files.h"
#include "store/bundle.h"
#include "store/database.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

/// A folder that is deleted at the end of the scope.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_(platform::make_temporary_folder()) {}
  ~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// The image of a database file, of a bundle (whose signature is not asked for: nothing is installed), or the
/// built-in.
class Edition {
 public:
  explicit Edition(const std::string& name) {
    if (name == "builtin") {
      image_ = image::Image(store::bundled_image());
      return;
    }
    if (is_zip(name)) {
      const TemporaryFolder folder;
      const fs::path file = folder.path() / "bundle.db";
      unpack_database(name, read_sums(name), file);
      bytes_ = store::Database::open(file).image();
    } else {
      bytes_ = store::Database::open(fs::path(name)).image();
    }
    image_ = image::Image(bytes_);
  }
  [[nodiscard]] const image::Image& image() const { return image_; }

 private:
  std::vector<std::byte> bytes_;
  image::Image image_;
};

struct Section {
  std::string_view id;
  std::string_view zh;
  const std::vector<Difference>* list;
};

std::array<Section, 3> sections(const DataDiff& d) {
  return {{{"rules", "规则", &d.rules}, {"terms", "词条", &d.terms}, {"marks", "品牌", &d.marks}}};
}

std::size_t shown(const std::vector<Difference>& list, std::size_t limit) {
  return limit == 0 ? list.size() : std::min(limit, list.size());
}

/// The text of a rule fills pages: that it changed is enough here.
std::string details(const Section& s, const Difference& d) {
  if (s.id == "rules") return "";
  if (d.change == Change::changed) return fmt::format("{} → {}", d.before, d.after);
  return d.before + d.after;
}

std::string text(const DataDiff& diff, const BundleRequest& request) {
  const bool zh = language(request.common) == Lang::zh;
  constexpr std::string_view k_signs = "+-~";
  std::string out;
  for (const Section& s : sections(diff)) {
    out += fmt::format(
        fmt::runtime(zh ? "{}：新增 {}，删除 {}，改动 {}\n" : "{}: {} added, {} removed, {} changed\n"),
        zh ? s.zh : s.id, count(*s.list, Change::added), count(*s.list, Change::removed),
        count(*s.list, Change::changed));
    const std::size_t most = shown(*s.list, request.limit);
    for (std::size_t i = 0; i < most; ++i) {
      const Difference& d = (*s.list)[i];
      std::string line = fmt::format("  {} {}", k_signs[static_cast<std::size_t>(d.change)], d.name);
      if (!d.group.empty()) line += fmt::format("  [{}]", d.group);
      if (const std::string more = details(s, d); !more.empty()) line += "  " + more;
      out += output::printable(output::readable(line)) + '\n';
    }
    if (most < s.list->size()) {
      out += fmt::format(
          fmt::runtime(zh ? "  另有 {} 项，--limit 0 全部列出\n" : "  {} more; --limit 0 lists all\n"),
          s.list->size() - most);
    }
  }
  return out;
}

void put(output::JsonWriter& w, const Section& s, std::size_t limit) {
  w.key(s.id);
  w.open('{');
  for (std::size_t c = 0; c < k_change_ids.size(); ++c) {
    w.key(k_change_ids.at(c));
    w.number(count(*s.list, static_cast<Change>(c)));
  }
  w.key("list");
  w.open('[');
  for (std::size_t i = 0; i < shown(*s.list, limit); ++i) {
    const Difference& d = (*s.list)[i];
    w.open('{');
    w.field("change", k_change_ids.at(static_cast<std::size_t>(d.change)));
    w.field("name", output::readable(d.name));
    if (!d.group.empty()) w.field(s.id == "terms" ? "rule" : "source", output::readable(d.group));
    if (d.change != Change::added) w.field("before", output::readable(d.before));
    if (d.change != Change::removed) w.field("after", output::readable(d.after));
    w.close('}');
  }
  w.close(']');
  w.close('}');
}

void put_edition(output::JsonWriter& w, std::string_view key, const image::Image& image) {
  w.key(key);
  w.open('{');
  w.field("edition", output::readable(image.meta("edition")));
  w.field("sha256", output::readable(image.meta("content-sha256")));
  w.close('}');
}

std::string json(const DataDiff& diff, const Edition& before, const Edition& after, std::size_t limit) {
  std::string out;
  output::JsonWriter w(out);
  w.open('{');
  w.field("schema", "tmsweep.db-diff/1");
  put_edition(w, "old", before.image());
  put_edition(w, "new", after.image());
  for (const Section& s : sections(diff)) put(w, s, limit);
  w.close('}');
  return out + '\n';
}

}  // namespace

int run_diff(const BundleRequest& request) {
  const Edition before(request.from);
  const Edition after(request.to);
  const DataDiff diff = compare_data(before.image(), after.image());
  const std::string heading = output::printable(fmt::format("{} → {}", before.image().meta("edition"),
                                                            after.image().meta("edition"))) +
                              "\n";
  const std::string out =
      request.format == "json" ? json(diff, before, after, request.limit) : heading + text(diff, request);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return 0;
}

}  // namespace tmsweep::app
