// SPDX-License-Identifier: Apache-2.0
#include "support/small_data.h"

#include <algorithm>

#include "compile/compile.h"

namespace tmsweep::support {

namespace {

constexpr std::string_view k_rule_header =
    "term\tkind\tmatch\trisk\tgoods\tflags\tbasis\tnote_zh\tnote_en\tsource";

std::string page(const std::string& rule, const std::string& kind) {
  return "# " + rule + "\n\n## 中文\n### 标题\n标题" + rule + "\n### 为什么\n- `" + kind +
         "`: “{matched}”不行\n### 含义\n第一段\n第一段续\n\n第二段\n### 例外\n- 没有例外\n### 怎么改\n- "
         "换一个\n" +
         "## English\n### Title\nTitle of " + rule + "\n### Why\n- `" + kind +
         "`: “{matched}” will not do\n### Meaning\nOne.\n### Exceptions\n- none\n### How to fix\n- another\n";
}

void add_texts(SmallData& d) {
  d.table("data/text/han_variants.tsv", "char\tsimplified\tkind\tsource",
          {"國\t国\ttraditional\tt", "黒\t黑\tjapanese\tt"});
  d.table("data/text/confusables.tsv", "char\tskeleton\tsource", {"С\tc\tt", "а\ta\tt"});
  d.table("data/text/leet.tsv", "char\tletter\tsource", {"0\to\tt", "1\ti,l\tt"});
  d.table("data/text/numerals.tsv", "char\tvalue\tsource", {"一\t1\tt", "八\t8\tt", "十\t10\tt", "捌\t8\tt"});
  d.table("data/text/syllables.tsv", "syllable\tfuzzy\tsource",
          {"bei\tbei\tt", "dao\tdao\tt", "hai\thai\tt", "huan\thuan\tt", "shan\tsan\tt", "zhong\tzong\tt",
           "zong\tzong\tt"});
  d.table("data/text/readings.tsv", "char\treadings\tsource",
          {"中\tzhong\tt", "到\tdao\tt", "北\tbei\tt", "孩\thai\tt", "宗\tzong\tt", "山\tshan\tt",
           "海\thai\tt", "背\tbei\tt", "还\thai,huan\tt", "道\tdao\tt", "钟\tzhong\tt"});
  d.table("data/text/standard_han.tsv", "char\tsource", {"中\tt", "国\tt"});
  d.table("data/text/lookalike.tsv", "char\tlookalikes\tsource", {"天\t夫\tt", "夫\t天\tt"});
  d.table("data/text/words.tsv", "word\tfreq\ttag\tsource",
          {"交通\t9000\tn\tt", "路口\t5000\tn\tt", "还道\t900\tn\tt"});
  d.table("data/text/idioms.tsv", "idiom\tfreq\tsource", {"北海中山\t10\tt"});
  d.table("data/text/heteronym_words.tsv", "word\treading\tsource", {"还道\thuan dao\tt"});
  d.table("data/text/en_words.tsv", "word\tzipf\tsource", {"chinas\t10\tt"});
  d.table("data/text/bilingual.tsv", "zh\ten\tsource", {"甲\tfirst\tt"});
  d.table("data/marks/known/test.tsv", "name\tlatin\taliases\towner\tclasses\tfame\tsource",
          {"癸癸\tTENTEN\t\t\t9\tknown\tt"});
}

void add_lists(SmallData& d) {
  d.table(
      "data/rules/vulgar.tsv", k_rule_header,
      {"CHINA\tact\tword\thigh\t\tedit\tCN-10-1-8-1\t\t\tt",
       "中山\tact\tword\thigh\t\tnear\tCN-10-1-8-1\t\t\tt",
       "丙丁\tact\tprefix\tmedium\t\t\tCN-10-1-8-1\t\t\tt", "八一\tact\tword\thigh\t\t\tCN-10-1-8-1\t\t\tt",
       "北海道\tact\tword\thigh\t\tpinyin,sound\tCN-10-1-8-1\t\t\tt",
       "口交\tact\tword\thigh\t\t\tCN-10-1-8-1\t\t\tt", "天元\tact\tword\thigh\t\tglyph\tCN-10-1-8-1\t\t\tt",
       "庚辛壬\tact\tpart\thigh\t\t\tCN-10-1-8-1\t\t\tt", "戊己\tact\tsuffix\tmedium\t\t\tCN-10-1-8-1\t\t\tt",
       "牛排\tact\tword\thigh\t29\t\tCN-10-1-8-1\t\t\tt", "甲乙\tact\texact\thigh\t\t\tCN-10-1-8-1\t\t\tt"});
  d.table("data/rules/generic-term.tsv", k_rule_header, {});
  d.table("data/goods/goods.tsv", "word\tclass\tgroup\ten\tsource",
          {"茶\t30\t3002\ttea\tt", "茶馆\t43\t4301\tteahouse\tt"});
  d.table("data/goods/group.tsv", "group\tclass\tlabel_zh\tlabel_en\tverified\tsource",
          {"3002\t30\t茶\ttea\tcopy\tt", "4301\t43\t餐饮\tfood\tno\tt"});
  d.table("data/goods/related.tsv", "a\tb\tkind\tnote_zh\tnote_en\tsource",
          {"3002\t4301\toften-related\t茶与茶馆\ttea and tea houses\tt"});
  d.table("data/goods/advice.tsv", "class\tadvice_class\tzh\ten\tsource",
          {"30\t43\t茶馆在第43类\ttea houses\tt"});
  d.table("data/affixes.tsv", "token\tkind\tnote\tsource", {"店\tpremises\tshop\tt", "老\tmodifier\told\tt"});
  d.table("data/legal_basis.tsv",
          "basis\trule\ttitle_zh\ttitle_en\tarticle_2019\tarticle_2026\teffect\tguideline\tverified",
          {"CN-10-1-8-1\tvulgar\t一\tone\t10.1.8\t15.9\tuse-prohibited\t\tV",
           "CN-11-1-1-1\tgeneric-term\t二\ttwo\t11.1.1\t17.1.1\tregistration-prohibited\t\tV"});
}

void add_law(SmallData& d) {
  d.file("data/law/2019.zh.md", "第十条 有害于社会主义道德风尚的，或者有其他不良影响的。\n");
  d.file("data/law/2026.zh.md", "第十五条 有害于社会主义核心价值观的。\n");
  d.table("data/law/articles.tsv", "edition\tarticle\tquote_zh\tsummary_en",
          {"2019\t10.1.8\t有害于社会主义道德风尚的……有其他不良影响的\tharmful",
           "2026\t15.9\t有害于社会主义核心价值观的\tharmful"});
  d.table("data/law/laws.tsv", "id\tname_zh\tname_en\tedition_note",
          {"2019\t商标法\tTrademark Law\t", "2026\t商标法\tTrademark Law\t"});
  d.table("data/law/changes.tsv", "article_2019\tarticle_2026\tzh\ten", {"10.1.8\t15.9\t改了\tchanged"});
  d.table("data/law/process.tsv", "id\tedition\tzh\ten\tarticle_2019\tarticle_2026\tsource",
          {"fee\tboth\t三百元\t300 yuan\t-\t-\tt"});
  d.table("data/goods/class.tsv", "class\theading_zh\theading_en", {"29\t肉\tmeat", "30\t茶\ttea"});
  d.table("data/cases/cases.tsv", "name\tgoods\toutcome\tyear\trule\tkind\tbasis\tnote_zh\tnote_en\tsource",
          {"甲乙丙\t-\trefused\t2020\tvulgar\tact\tCN-10-1-8-1\t驳回\trefused\tt"});
  d.file("data/EDITION", "2026-11-23\n");
  d.file("data/SOURCES.md", "# Sources\n");
  d.file("docs/rules/vulgar.md", page("vulgar", "act"));
  d.file("docs/rules/generic-term.md", page("generic-term", "goods-name"));
}

}  // namespace

SmallData::SmallData() {
  add_texts(*this);
  add_lists(*this);
  add_law(*this);
}

void SmallData::table(const std::string& path, std::string_view header, std::vector<std::string> rows) {
  std::ranges::sort(rows);
  std::string out(header);
  std::ranges::sort(rows);
  for (const std::string& row : rows) (out += '\n') += row;
  files_[path] = out + "\n";
}

void SmallData::row(const std::string& path, const std::string& row) {
  const std::string& old = files_.at(path);
  const std::size_t head = old.find('\n') + 1;
  std::vector<std::string> rows{row};
  for (std::size_t at = head; at < old.size();) {
    const std::size_t end = old.find('\n', at);
    rows.push_back(old.substr(at, end - at));
    at = end + 1;
  }
  table(path, old.substr(0, head - 1), rows);
}

std::filesystem::path SmallData::write(const TemporaryFolder& root) const {
  for (const auto& [path, bytes] : files_) root.write(path, bytes);
  return root.path() / "data";
}

std::span<const std::byte> small_image_bytes() {
  static const std::vector<std::byte> bytes = [] {
    const TemporaryFolder root;
    return compile::compile_image(SmallData().write(root));
  }();
  return bytes;
}

const image::Image& small_image() {
  static const image::Image image(small_image_bytes());
  return image;
}

}  // namespace tmsweep::support
