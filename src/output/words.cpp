// SPDX-License-Identifier: Apache-2.0
#include "output/words.h"

#include <fmt/format.h>

#include "output/terminal.h"

namespace tmsweep::output {

namespace {

constexpr Words k_zh{
    .verdicts = {"未发现雷区", "有提示", "中风险", "高风险"},
    .risks = {"", "[提示]", "[中]", "[高]"},
    .effects = {"禁用：不得注册，也不得使用", "禁注：不得注册", "在先权利", "使用风险"},
    .outcomes = {"驳回", "通过", "宣告无效"},
    .not_checked = "未检查：",
    .nothing_found = "在已检查的范围内没有发现雷区（不等于可以注册，见“检查范围”）",
    .accepted_only = "没有未豁免的发现，{} 处已豁免（见下；不等于可以注册）",
    .accepted_verdict = "已豁免",
    .and_accepted = "，{} 处已豁免",
    .accepted = "已豁免",
    .accepted_until = "：{}（至 {}）",
    .accepted_baseline = "：见基线文件",
    .advice_only = "没有发现中、高风险的雷区，有 {} 条提示",
    .mines = "发现 {} 处雷区",
    .and_advice = "，另有 {} 条提示",
    .basis_line = "商品或服务：{} · 依据商标法{}年文本（{}）",
    .goods_unknown = "未说明",
    .in_classes = "（第{}类）",
    .classes_only = "第{}类",
    .list_comma = "、",
    .colon = "：",
    .why = "为什么",
    .law = "法条",
    .cited = "《{}》（{}）{}",
    .quoted = "：“{}”",
    .from_2027 = "2027年1月1日起：2026年文本{}",
    .exception = "例外",
    .fix = "怎么改",
    .more = "……另有 {} 条，见 tmsweep explain {}",
    .decided = "案例",
    .case_line = "“{}”{}",
    .case_goods = "（{}）",
    .case_year = "，{}年",
    .earlier = "在先商标",
    .beside = "对照",
    .aligned = {"异", "同", "同", "音同", "音近", "形近", "序", "", "", "", "", "拼音", "义", "数", "形近",
                "音近", ""},
    .relations = {"", "相同", "字形写法", "同音", "近音", "形近", "换序", "包含", "一字之差", "附加成分",
                  "重复", "拼音", "译名", "数字", "易混字母", "发音", "一两字母之差"},
    .owner = " · 权利人 {}",
    .number = " · 注册号/申请号 {}",
    .also = "同时涉及",
    .source = "依据",
    .changes = "2027年1月1日起的变化",
    .process = "流程与费用",
    .coverage = "检查范围",
    .trace = "规范化步骤",
    .database = "数据库 {}（已 {} 天） · 词条 {} · {}",
    .totals = "共 {} 个名称：高风险 {}，中风险 {}，有提示 {}，未发现雷区 {}，未能检查 {}",
    .by_rule = "按规则",
    .accepted_total = "另有 {} 处发现已豁免，没有计入上面的数字",
    .interrupted = "运行被中断：其余名称没有检查",
};

constexpr Words k_en{
    .verdicts = {"no mine found", "advice", "medium risk", "high risk"},
    .risks = {"", "[advice]", "[medium]", "[high]"},
    .effects = {"banned: neither registrable nor usable", "not registrable", "earlier right", "risk in use"},
    .outcomes = {"refused", "accepted", "declared invalid"},
    .not_checked = "not checked: ",
    .nothing_found = "no mine found within what was checked (this is no clearance, see Coverage)",
    .accepted_only = "nothing but {} accepted (see below; this does not mean that it can be registered)",
    .accepted_verdict = "accepted",
    .and_accepted = ", {} accepted",
    .accepted = "accepted",
    .accepted_until = ": {} (until {})",
    .accepted_baseline = ": in the baseline",
    .advice_only = "no mine of medium or high risk; {} piece(s) of advice",
    .mines = "{} mine(s) found",
    .and_advice = ", and {} piece(s) of advice",
    .basis_line = "goods or services: {} · Trademark Law, {} edition ({})",
    .goods_unknown = "not given",
    .in_classes = " (class {})",
    .classes_only = "class {}",
    .list_comma = ", ",
    .colon = ": ",
    .why = "why",
    .law = "law",
    .cited = "{} ({}) {}",
    .quoted = ": {}",
    .from_2027 = "from 2027-01-01: 2026 edition {}",
    .exception = "except",
    .fix = "fix",
    .more = "… {} more, see tmsweep explain {}",
    .decided = "case",
    .case_line = "“{}” {}",
    .case_goods = " ({})",
    .case_year = ", {}",
    .earlier = "earlier",
    .beside = "compare",
    .aligned = {"x", "=", "=", "sound", "near", "look", "order", "", "", "", "", "pinyin", "sense", "digit",
                "look", "sound", ""},
    .relations = {"", "identical", "script", "homophone", "near homophone", "look-alike", "order",
                  "containment", "one character", "affix", "repetition", "pinyin", "translation", "numeral",
                  "confusable letters", "sound", "one or two letters"},
    .owner = " · owner {}",
    .number = " · number {}",
    .also = "also",
    .source = "basis",
    .changes = "What changes on 1 January 2027",
    .process = "Procedure and cost",
    .coverage = "Coverage",
    .trace = "Normalization",
    .database = "database {} (age in days: {}) · {} terms · {}",
    .totals = "{} names: {} high, {} medium, {} advice, {} without a mine, {} not checked",
    .by_rule = "by rule",
    .accepted_total = "{} findings were accepted and do not count above",
    .interrupted = "The run was interrupted: the other names were not checked.",
};

}  // namespace

const Words& words(Lang lang) {
  return lang == Lang::zh ? k_zh : k_en;
}

std::string database_line(const DatabaseInfo& database, const Words& words) {
  const std::string age = database.age_days ? fmt::to_string(*database.age_days) : "?";
  return fmt::format(fmt::runtime(words.database), printable(database.edition), age, database.terms,
                     database.sha256.substr(0, 12));
}

}  // namespace tmsweep::output
