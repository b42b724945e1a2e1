// SPDX-License-Identifier: Apache-2.0
#include "compile/compile.h"

#include <map>
#include <string>

#include "compile/chars.h"
#include "compile/goods_tables.h"
#include "compile/marks.h"
#include "compile/rules.h"
#include "compile/table.h"
#include "compile/terms.h"
#include "image/writer.h"
#include "store/database.h"
#include "store/hash.h"
#include "text/icu.h"

namespace tmsweep::compile {

namespace {

namespace fs = std::filesystem;
using image::Section;
using image::Writer;

/// SHA-256 over the names and contents of every table and page, in the order of their paths.
std::string content_hash(const fs::path& data, const fs::path& pages) {
  std::map<std::string, fs::path> files;
  for (const fs::path& root : {data, pages}) {
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (entry.is_regular_file()) files[fs::relative(entry.path(), root).generic_string()] = entry.path();
    }
  }
  store::Sha256 hash;
  for (const auto& [name, path] : files) {
    hash.add(name);
    hash.add(slurp(path));
  }
  return hash.hex();
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

std::vector<std::byte> compile_image(const fs::path& data) {
  const fs::path pages = data / ".." / "docs" / "rules";
  Writer writer;
  compile_chars(data / "text", writer);
  Terms terms(writer.finish(), writer);
  const RuleNumbers numbers = compile_rules(data, pages, writer);
  terms.add_words(data / "text");
  terms.add_rule_lists(data / "rules", numbers);
  compile_goods_tables(data / "goods", writer);
  terms.add_goods(data / "goods/goods.tsv", numbers);
  terms.add_affixes(data / "affixes.tsv");
  for (const std::u32string& word : common_starts(data, terms.chars())) terms.add_common_start(word);
  terms.put();
  const std::vector<std::byte> char_bytes = writer.finish();
  const image::Image chars(char_bytes);
  Marks marks(data, chars);
  marks.put_counterparts(writer);
  const std::string content = content_hash(data, pages);
  std::vector<image::MetaRecord> meta;
  const std::map<std::string, std::string> values{{"edition", first_line(slurp(data / "EDITION"))},
                                                  {"content-sha256", content},
                                                  {"marks", std::to_string(marks.count())},
                                                  {"terms", std::to_string(terms.count())},
                                                  {"unicode", text::icu::unicode_version()}};
  for (const auto& [key, value] : values) meta.push_back({writer.text(key), writer.text(value)});
  writer.put(Section::meta, meta);
  const std::vector<std::byte> bytes = writer.finish();
  marks.put_index(image::Image(bytes), content, writer);
  return writer.finish();
}

void build_database(const fs::path& data, const fs::path& out) {
  const std::vector<std::byte> bytes = compile_image(data);
  const fs::path temporary = out.string() + ".tmp";
  fs::remove(temporary);
  store::write_database(temporary, bytes, slurp(data / "SOURCES.md"));
  fs::rename(temporary, out);
}

}  // namespace tmsweep::compile
